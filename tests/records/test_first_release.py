"""What the first release wrote (``first_release.json``) is read and written by this one."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.digest.tick import Tick
from chalicelib.errors import NewerSchema, RepeatedRequest, UnreadableRecord
from chalicelib.playbook.agenda import Section
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import EVERY_DAY, USUAL_PROCESSES_AT_LEAST, Owner
from chalicelib.playbook.step import StepKind
from chalicelib.records.digest_claims import Digests, DigestState
from chalicelib.records.idempotency_store import RequestKey
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from chalicelib.records.plan_version import with_current_plans
from chalicelib.records.processes import stored_process
from chalicelib.records.table import SCHEMA, connection
from chalicelib.view_models.day_view import read_day
from infra.deploy.typed_json import TypedItem, value_of
from tests.add_interview import add_interview
from tests.digest.given import a_composer, read
from tests.moto_table import TABLE
from tests.records.first_release import (
    ALEX,
    ALL,
    BO,
    ENDED_OF_BO,
    EVENING,
    FIRST_ROUND,
    FROZEN,
    FULL,
    NOW,
    OF_BO,
    OFFERING,
    OPEN,
    OPEN_NOW,
    SECOND_ROUND,
)

BESIDE_THE_FACTS = {"owner_id", "item_id", "schema", "process_id", "attempts_elsewhere", "has_rounds"}
DERIVED = {"version", "written_as", "next_step", "next_due_on"}  # new with each write


@pytest.fixture
def frozen(table: None) -> dict[tuple[str, str], TypedItem]:
    """The items of the first release, in the table."""
    items = [value_of(json.dumps(item).encode()) for item in json.loads(FROZEN.read_text())]
    for item in items:
        connection().client.put_item(TableName=TABLE, Item=item)
    return {(item["owner_id"]["S"], item["item_id"]["S"]): item for item in items}


def stored(owner_id: str, item_id: str) -> TypedItem:
    key = {"owner_id": {"S": owner_id}, "item_id": {"S": item_id}}
    item: TypedItem = connection().client.get_item(TableName=TABLE, Key=key, ConsistentRead=True)["Item"]
    return item


def kept_in(item: TypedItem) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in DERIVED}


@pytest.mark.usefixtures("frozen")
class TestReading:
    @pytest.mark.parametrize("account", [ALEX, BO], ids=["with everything", "with nothing more than needed"])
    def test_an_owner(self, owners: Owners, account: Account) -> None:
        assert owners.get(account.owner.id) == account

    @pytest.mark.parametrize("interview", ALL, ids=lambda interview: interview.company)
    def test_a_record(self, interviews: Interviews, interview: Interview) -> None:
        assert interviews.get("alex", interview.id) == interview

    @pytest.mark.parametrize("interview", [OF_BO, ENDED_OF_BO], ids=lambda interview: interview.company)
    def test_a_record_with_nothing_more_than_needed(self, interviews: Interviews, interview: Interview) -> None:
        assert interviews.get("bo", interview.id) == interview

    def test_what_is_missing_is_as_it_always_was(self, owners: Owners) -> None:
        bo = owners.get("bo")

        assert bo is not None
        assert (bo.owner.digest_days, bo.owner.processes_at_least) == (EVERY_DAY, USUAL_PROCESSES_AT_LEAST)

    def test_the_open_records(self, interviews: Interviews) -> None:
        assert {one.id for one in interviews.open("alex")} == OPEN
        assert [one.id for one in interviews.open("bo")] == [OF_BO.id]

    def test_m2_an_offer_that_had_ended_its_record_is_to_be_answered_by_its_day(
        self, owners: Owners, interviews: Interviews
    ) -> None:
        with_current_plans(ALEX, owners, interviews, NOW)

        planned = {one.id: one for one in interviews.open("alex")}
        day = read_day(ALEX.owner, planned.values(), NOW)
        (offered,) = [item for item in day.agenda.items if item.interview.id == OFFERING.id]
        assert set(planned) == OPEN_NOW
        assert (offered.step.kind, offered.step.due_on) == (StepKind.ANSWER_OFFER, date(2026, 8, 28))

    def test_the_history_page_by_page(self, interviews: Interviews) -> None:
        first, after = interviews.page("alex", is_ended_only=False, limit=5, after=None)
        second, end = interviews.page("alex", is_ended_only=False, limit=5, after=after)

        assert ([*first, *second], end) == ([*reversed(ALL)], None)

    def test_those_that_have_ended(self, interviews: Interviews) -> None:
        ended, _ = interviews.page("alex", is_ended_only=True, limit=9, after=None)

        assert {one.id for one in ended} == {one.id for one in ALL} - OPEN

    def test_the_process_of_several_rounds(self) -> None:
        assert stored_process("alex", FIRST_ROUND.id).attempts == {FIRST_ROUND.id: 1, SECOND_ROUND.id: 0}

    def test_the_last_digest(self, digests: Digests) -> None:
        latest, of_bo = digests.latest("alex"), digests.latest("bo")

        assert latest is not None
        assert of_bo is not None
        assert (latest.on, latest.state, latest.reason) == (date(2026, 8, 13), DigestState.FAILED, "MessageRejected")
        assert (of_bo.on, of_bo.state, of_bo.reason) == (date(2026, 8, 4), DigestState.CLAIMED, None)

    def test_a_repeated_request(self, interviews: Interviews) -> None:
        key = RequestKey(id="request 1", digest="content 1", expires_at=EVENING + timedelta(minutes=10))

        with pytest.raises(RepeatedRequest) as answered:
            add_interview(interviews, ALEX.owner, FULL, key, lambda _: "another answer", EVENING)

        assert (answered.value.interview_id, answered.value.answer) == (FULL.id, "the first answer")

    def test_the_agenda(self, owners: Owners, interviews: Interviews) -> None:
        day = read_day(ALEX.owner, interviews.open("alex"), NOW)

        assert day.unreadable == ()
        assert {one.interview.id for section in Section for one in day.agenda.section(section)} == OPEN


class TestWriting:
    @pytest.mark.parametrize("interview", [*ALL, OF_BO], ids=lambda interview: interview.company)
    def test_a_record_comes_back_as_it_was_with_its_facts_in_one_map(
        self, frozen: dict[tuple[str, str], TypedItem], interviews: Interviews, interview: Interview
    ) -> None:
        account = BO if interview is OF_BO else ALEX

        saved = interviews.save(account.owner, interviews.get(account.owner.id, interview.id), NOW).interview

        key = account.owner.id, f"INTERVIEW#{interview.id}"
        assert saved == replace(interview, version=interview.version + 1)
        assert interviews.get(account.owner.id, interview.id) == saved
        now_there = kept_in(stored(*key))
        assert now_there["schema"] == {"N": "2"}
        assert set(now_there) - {"facts"} == set(frozen[key]) & BESIDE_THE_FACTS

    @pytest.mark.parametrize("account", [ALEX, BO], ids=["with everything", "with nothing more than needed"])
    def test_an_owner_comes_back_as_they_were(
        self, frozen: dict[tuple[str, str], TypedItem], owners: Owners, account: Account
    ) -> None:
        there = owners.get(account.owner.id)
        assert there is not None

        assert owners.save(there) == replace(account, version=account.version + 1)

        now_there = kept_in(stored(account.owner.id, "PROFILE"))
        before = {
            name: value for name, value in kept_in(frozen[account.owner.id, "PROFILE"]).items() if name != "offers"
        }
        assert now_there == now_there | before

    def test_the_digest_goes_to_both(
        self, frozen: dict[tuple[str, str], TypedItem], owners: Owners, interviews: Interviews, digests: Digests
    ) -> None:
        outbox = _Outbox()

        report = Tick(owners, interviews, digests, a_composer(), outbox).run(NOW)

        assert report.skipped == ()
        assert {one.owner_id: one.on for one in report.sent} == {"alex": NOW.date(), "bo": NOW.date()}
        to_alex, to_bo = (next(text for name, text in outbox.mails if name == owner) for owner in ("alex", "bo"))
        assert "Müller & Söhne" in to_alex
        assert "Rounds Ltd" in to_alex
        assert "Offering Ltd" in to_alex
        assert "Plain Ltd" in to_bo


class _Outbox:
    def __init__(self) -> None:
        self.mails: list[tuple[str, str]] = []

    def send(self, owner: Owner, mime: bytes) -> str:
        self.mails.append((owner.id, read(mime).text))
        return "0100-message"

    def close(self) -> None:
        pass


class TestALaterRelease:
    @pytest.mark.parametrize(
        ("item_id", "refusal"), [("PROFILE", NewerSchema), (f"INTERVIEW#{OF_BO.id}", UnreadableRecord)]
    )
    def test_what_it_wrote_is_refused_and_never_written_back(
        self,
        frozen: dict[tuple[str, str], TypedItem],
        owners: Owners,
        interviews: Interviews,
        item_id: str,
        refusal: type[Exception],
    ) -> None:
        later = {**frozen["bo", item_id], "schema": {"N": str(SCHEMA + 1)}, "hue": {"S": "blue"}}
        connection().client.put_item(TableName=TABLE, Item=later)

        with pytest.raises(refusal, match=r"a later release wrote this \(schema 3\): deploy that release"):
            _ = owners.get("bo") and interviews.get("bo", OF_BO.id)

        assert stored("bo", item_id) == later
