"""What the first release wrote is read and written by this one: ``first_release.json`` holds items as they were then.

The items of ``alex`` were written by that release's own code and have everything that it could write. Those of ``bo``
lack everything that may be missing. They stay as they are: what changes is the code that reads them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from chalicelib.briefs.day import read_day
from chalicelib.digest.tick import Tick
from chalicelib.errors import AlreadyAnswered, NewerSchema, UnreadableRecord
from chalicelib.playbook.agenda import Section
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Channel, Interview
from chalicelib.playbook.offers import Offer
from chalicelib.playbook.owner import EVERY_DAY, PROCESSES, Owner, Tone, Weekday
from chalicelib.playbook.pacing import Pacing
from chalicelib.records.answered import RequestKey
from chalicelib.records.digests import Digests, DigestState
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import EPOCH, Account, Owners
from chalicelib.records.processes import stored_process
from chalicelib.records.table import SCHEMA, connection
from infra.deploy.typed_json import Item, value_of
from tests.conftest import TABLE
from tests.digest.given import a_composer, read

FROZEN = Path(__file__).parent / "first_release.json"
NOW = datetime(2026, 8, 24, 6, 0, tzinfo=UTC)  # Monday, 8:00 in Berlin
EVENING = datetime(2026, 8, 3, 16, 0, tzinfo=UTC)
DERIVED = {"version", "written_as", "next_step", "next_due_on"}  # new with each write


def an_id(number: int) -> str:
    return f"01K1S0M3{number:018}"


def at_noon(kind: EventKind, on: date, **facts: Any) -> Event:
    return Event(kind=kind, on=on, recorded_at=datetime(on.year, on.month, on.day, 12, 0, 0, 123456, UTC), **facts)


def an_interview(number: int, company: str, *events: Event, **facts: Any) -> Interview:
    known: dict[str, Any] = {
        "id": an_id(number),
        "company": company,
        "position": "Data Engineer",
        "interview_on": date(2026, 8, 3),
        "dated_on": date(2026, 8, 3),
        "created_at": EVENING,
        "process_id": an_id(number),
        "events": events,
        "version": 1,
    }
    return Interview(**(known | facts))


THANKED = at_noon(EventKind.THANK_YOU_SENT, date(2026, 8, 4))
FULL = an_interview(
    1,
    "Müller & Söhne",
    THANKED,
    at_noon(EventKind.CALLED, date(2026, 8, 10), result=Result.WRONG_NUMBER, phone="+49 30 23125 029"),
    at_noon(EventKind.CALLED, date(2026, 8, 11), result=Result.NO_ANSWER, note="Rang for a minute.\nThen silence."),
    at_noon(
        EventKind.CALLED,
        date(2026, 8, 12),
        result=Result.NO_DECISION,
        call_again_on=date(2026, 8, 25),
        call_again_time=time(11, 30),
    ),
    at_noon(EventKind.NOTE, date(2026, 8, 13), note="Сказали: «скоро»"),
    at_noon(EventKind.SNOOZED, date(2026, 8, 14), until=date(2026, 8, 17)),
    interview_time=time(15, 0),
    round=2,
    contacts=(
        Contact(
            role=Role.RECRUITER, name="Dana Winter", phone="+49 30 23125 021", extension="7", email="dana@acme.example"
        ),
        Contact(role=Role.CEO, name="Jo Müller"),
    ),
    answer_expected_on=date(2026, 8, 10),
    answer_channel=Channel.PHONE,
    may_call=True,
    persistence_expected=False,
    background_check=True,
    test_task=True,
    employer_country="DE-BY",
    language="ru",
    notes="They build bridges.",
    url="https://acme.example/jobs/1",
)
REFUSED = an_interview(
    2,
    "Refusing Ltd",
    at_noon(EventKind.HEARD_BACK, date(2026, 8, 5), result=Result.REFUSAL, reasons_given=False),
    at_noon(EventKind.REASONS_REQUESTED, date(2026, 8, 6)),
    at_noon(EventKind.REASONS_RECEIVED, date(2026, 8, 7), note="Too early for them."),
)
OFFERING = an_interview(
    3,
    "Offering Ltd",
    THANKED,
    at_noon(EventKind.HEARD_BACK, date(2026, 8, 20), result=Result.OFFER, until=date(2026, 8, 28)),
)
WITHDRAWN = an_interview(4, "Left Ltd", at_noon(EventKind.WITHDRAWN, date(2026, 8, 5)))
CLOSED = an_interview(
    5, "Closed Ltd", at_noon(EventKind.LETTER_SENT, date(2026, 8, 11)), at_noon(EventKind.CLOSED, date(2026, 8, 12))
)
WAITING = an_interview(
    6,
    "Waiting Ltd",
    THANKED,
    at_noon(EventKind.HEARD_BACK, date(2026, 8, 6), result=Result.TOLD_TO_WAIT, until=date(2026, 9, 1)),
)
FIRST_ROUND = an_interview(
    7,
    "Rounds Ltd",
    at_noon(EventKind.CALLED, date(2026, 8, 10), result=Result.VOICEMAIL),
    at_noon(
        EventKind.HEARD_BACK,
        date(2026, 8, 11),
        result=Result.NEXT_ROUND,
        interview_on=date(2026, 8, 18),
        interview_time=time(9, 0),
        next_interview_id=an_id(8),
    ),
    version=2,
)
SECOND_ROUND = an_interview(
    8,
    "Rounds Ltd",
    process_id=an_id(7),
    round=2,
    interview_on=date(2026, 8, 18),
    dated_on=date(2026, 8, 11),
    interview_time=time(9, 0),
    attempts_elsewhere=1,
)
AHEAD = an_interview(9, "Ahead Ltd", interview_on=date(2026, 8, 28), answer_channel=Channel.EMAIL, may_call=False)
ALL = (FULL, REFUSED, OFFERING, WITHDRAWN, CLOSED, WAITING, FIRST_ROUND, SECOND_ROUND, AHEAD)
OPEN = {FULL.id, WAITING.id, SECOND_ROUND.id, AHEAD.id}

ALEX = Account(
    owner=Owner(
        id="alex",
        name="Alex Example",
        email="alex@example.org",
        phone="+49 30 23125 020",
        language="ru",
        tone=Tone.FRIENDLY,
        time_zone="Europe/Berlin",
        country="DE-BE",
        digest_at=time(7, 30),
        digest_days=(Weekday.MON, Weekday.THU),
        paused_until=date(2026, 8, 9),
        pacing=Pacing(attempts=3, days=5),
        processes_at_least=5,
        offers=(
            Offer(
                interview_id=OFFERING.id,
                process_id=OFFERING.process_id,
                company=OFFERING.company,
                on=date(2026, 8, 20),
                recorded_at=OFFERING.events[-1].recorded_at,
                until=date(2026, 8, 28),
            ),
        ),
    ),
    token_hash=bytes(range(224, 256)),
    next_digest_at=datetime(2026, 8, 24, 5, 30, tzinfo=UTC),
    version=2,
    digest_problem="MessageRejected",
    calendar_secret="calendar-secret",
    sessions=3,
)
BO = Account(
    owner=Owner(id="bo", name="Bo", email="bo@example.org", time_zone="Europe/Berlin", country="DE"),
    token_hash=b"hash of bo's",
    next_digest_at=EPOCH,
    version=1,
)
OF_BO = an_interview(1, "Plain Ltd", version=1)
ENDED_OF_BO = an_interview(2, "Over Ltd", at_noon(EventKind.CLOSED, date(2026, 8, 5)), version=1)


@pytest.fixture
def frozen(table: None) -> dict[tuple[str, str], Item]:
    """The items of the first release, in the table."""
    items = [value_of(json.dumps(item).encode()) for item in json.loads(FROZEN.read_text())]
    for item in items:
        connection().client.put_item(TableName=TABLE, Item=item)
    return {(item["owner_id"]["S"], item["item_id"]["S"]): item for item in items}


def stored(owner_id: str, item_id: str) -> Item:
    key = {"owner_id": {"S": owner_id}, "item_id": {"S": item_id}}
    item: Item = connection().client.get_item(TableName=TABLE, Key=key, ConsistentRead=True)["Item"]
    return item


def kept_in(item: Item) -> dict[str, Any]:
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
        assert (bo.owner.digest_days, bo.owner.processes_at_least, bo.owner.offers) == (EVERY_DAY, PROCESSES, ())

    def test_the_open_records(self, interviews: Interviews) -> None:
        assert {one.id for one in interviews.open("alex")} == OPEN
        assert [one.id for one in interviews.open("bo")] == [OF_BO.id]

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

        with pytest.raises(AlreadyAnswered) as answered:
            interviews.add(ALEX.owner, FULL, key, lambda _: "another answer", EVENING)

        assert (answered.value.interview_id, answered.value.answer) == (FULL.id, "the first answer")

    def test_the_agenda(self, owners: Owners, interviews: Interviews) -> None:
        day = read_day(ALEX.owner, interviews.open("alex"), NOW)

        assert day.unreadable == ()
        assert {one.interview.id for section in Section for one in day.agenda.section(section)} == OPEN


class TestWriting:
    @pytest.mark.parametrize("interview", [*ALL, OF_BO], ids=lambda interview: interview.company)
    def test_a_record_comes_back_as_it_was(
        self, frozen: dict[tuple[str, str], Item], interviews: Interviews, interview: Interview
    ) -> None:
        account = BO if interview is OF_BO else ALEX

        saved = interviews.save(account.owner, interviews.get(account.owner.id, interview.id), NOW)

        key = account.owner.id, f"INTERVIEW#{interview.id}"
        assert saved == replace(interview, version=interview.version + 1)
        assert kept_in(stored(*key)) == kept_in(frozen[key])

    @pytest.mark.parametrize("account", [ALEX, BO], ids=["with everything", "with nothing more than needed"])
    def test_an_owner_comes_back_as_they_were(
        self, frozen: dict[tuple[str, str], Item], owners: Owners, account: Account
    ) -> None:
        there = owners.get(account.owner.id)
        assert there is not None

        assert owners.save(there) == replace(account, version=account.version + 1)

        now_there = kept_in(stored(account.owner.id, "PROFILE"))
        assert now_there == now_there | kept_in(frozen[account.owner.id, "PROFILE"])

    def test_the_digest_goes_to_both(
        self, frozen: dict[tuple[str, str], Item], owners: Owners, interviews: Interviews, digests: Digests
    ) -> None:
        outbox = _Outbox()

        report = Tick(owners, interviews, digests, a_composer(), outbox).run(NOW)

        assert report.skipped == ()
        assert {one.owner_id: one.on for one in report.sent} == {"alex": NOW.date(), "bo": NOW.date()}
        to_alex, to_bo = (next(text for name, text in outbox.mails if name == owner) for owner in ("alex", "bo"))
        assert "Müller & Söhne" in to_alex
        assert "Rounds Ltd" in to_alex
        assert "Plain Ltd" in to_bo


class _Outbox:
    def __init__(self) -> None:
        self.mails: list[tuple[str, str]] = []

    def send(self, owner: Owner, mime: bytes) -> str:
        self.mails.append((owner.id, read(mime).text))
        return "0100-message"

    def hang_up(self) -> None:
        pass


class TestALaterRelease:
    @pytest.mark.parametrize(
        ("item_id", "refusal"), [("PROFILE", NewerSchema), (f"INTERVIEW#{OF_BO.id}", UnreadableRecord)]
    )
    def test_what_it_wrote_is_refused_and_never_written_back(
        self,
        frozen: dict[tuple[str, str], Item],
        owners: Owners,
        interviews: Interviews,
        item_id: str,
        refusal: type[Exception],
    ) -> None:
        later = {**frozen["bo", item_id], "schema": {"N": str(SCHEMA + 1)}, "hue": {"S": "blue"}}
        connection().client.put_item(TableName=TABLE, Item=later)

        with pytest.raises(refusal, match=r"a later release wrote this \(schema 2\): deploy that release"):
            _ = owners.get("bo") and interviews.get("bo", OF_BO.id)

        assert stored("bo", item_id) == later
