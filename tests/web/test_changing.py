"""``PATCH`` and ``DELETE /interviews/{id}``, with and without ``If-Match``."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

import pytest
from msgspec.structs import replace

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.records.interviews import Interviews
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import recorded

NOBODYS = "01K1S0M3000000000000000009"


def test_a_change_touches_only_what_it_names(alex: Gateway) -> None:
    before = recorded(alex, notes="first", interview_time="15:00")

    reply = alex.patch(f"/interviews/{before['id']}", {"notes": "second"})

    assert (reply.status, reply.headers["ETag"]) == (200, '"2"')
    assert reply.data == before | {"notes": "second", "version": 2}


def test_contacts_are_replaced_as_a_whole(alex: Gateway) -> None:
    before = recorded(alex)

    after = alex.patch(f"/interviews/{before['id']}", {"contacts": [{"name": "Kim"}]}).data

    assert [contact["name"] for contact in after["contacts"]] == ["Kim"]
    assert after["contacts"][0]["phone"] is None


def test_a_flat_contact_field_changes_the_first_contact(alex: Gateway) -> None:
    before = recorded(alex, contacts=[{"name": "Dana", "email": "dana@acme.example"}, {"name": "Kim"}])

    after = alex.patch(f"/interviews/{before['id']}", {"contact_phone": "030 1234"}).data

    assert [(contact["name"], contact["phone"]) for contact in after["contacts"]] == [
        ("Dana", "030 1234"),
        ("Kim", None),
    ]


def test_a_new_day_in_the_future_makes_it_an_interview_to_come(alex: Gateway, interviews: Interviews) -> None:
    before = recorded(alex)

    after = alex.patch(f"/interviews/{before['id']}", {"interview_on": "2026-08-20"}).data

    assert after["next_step"]["kind"] == "closing_question"


def test_a_new_day_is_dated_the_owner_s_today_and_an_unchanged_one_is_not(
    alex: Gateway, interviews: Interviews, clock: Clock
) -> None:
    path = f"/interviews/{recorded(alex)['id']}"
    interview_id = path.rpartition("/")[2]
    clock.now += timedelta(days=2)

    alex.patch(path, {"interview_on": "2026-08-03", "notes": "the same day"})
    unchanged = interviews.get("alex", interview_id).dated_on
    alex.patch(path, {"interview_on": "2026-08-04"})

    assert unchanged.isoformat() == "2026-08-03"
    assert interviews.get("alex", interview_id).dated_on.isoformat() == "2026-08-05"


@pytest.mark.parametrize("version", ["1", '"1"', 'W/"1"', "*"])
def test_a_change_of_the_version_that_was_read_is_made(alex: Gateway, version: str) -> None:
    record = recorded(alex)

    assert alex.patch(f"/interviews/{record['id']}", {"round": 2}, If_Match=version).data["round"] == 2


@pytest.mark.parametrize("version", ["2", '"2"', 'W/"7"'])
def test_the_loser_of_two_changes_is_told(alex: Gateway, version: str) -> None:
    record = recorded(alex)
    path = f"/interviews/{record['id']}"

    replies = [
        alex.patch(path, {"round": 2}, If_Match=version),
        alex.post(f"{path}/events", {"kind": "note"}, If_Match=version),
        alex.delete(f"{path}/events/last", If_Match=version),
        alex.delete(path, If_Match=version),
    ]

    assert [reply.status for reply in replies] == [412] * 4
    assert all(list(reply.faults) == ["If-Match"] for reply in replies)
    assert alex.get(path).data == record


class Interrupted(Interviews):
    """Interviews where somebody else is quicker, once: between our reading of a record and our writing of it."""

    is_quiet = False

    def save(self, owner: Owner, interview: Interview, now: datetime) -> PlannedInterview:
        if not self.is_quiet:
            self.is_quiet = True
            super().save(owner, replace(interview, company="Theirs", notes=None), now)
        return super().save(owner, interview, now)


@pytest.mark.parametrize("interviews", [Interrupted()])
def test_without_a_version_the_last_writer_wins(alex: Gateway) -> None:
    record = recorded(alex)

    reply = alex.patch(f"/interviews/{record['id']}", {"notes": "mine"})

    assert (reply.status, reply.data["notes"], reply.data["company"]) == (200, "mine", "Theirs")


@pytest.mark.parametrize("interviews", [Interrupted()])
def test_with_a_version_the_quicker_one_wins(alex: Gateway) -> None:
    path = f"/interviews/{recorded(alex)['id']}"

    reply = alex.patch(path, {"notes": "mine"}, If_Match="1")

    assert reply.status == 412
    assert alex.get(path).data["notes"] is None


def test_a_removed_record_is_gone(alex: Gateway) -> None:
    record = recorded(alex)
    path = f"/interviews/{record['id']}"

    removed = alex.delete(path, If_Match=f'"{record["version"]}"')

    assert (removed.status, removed.text) == (204, "")
    assert alex.get(path).status == alex.delete(path).status == alex.patch(path, {}).status == 404
    assert alex.get("/interviews").data["items"] == []


class TestContactsWithoutIds:
    """A list of contacts that comes without ids: each is known again by what it has in common with one there."""

    ANN: ClassVar = {"name": "Ann", "email": "hr@acme.example", "phone": "+49 30 1234"}
    BOB: ClassVar = {"name": "Bob", "email": "hr@acme.example", "phone": "+49 30 1234"}

    @pytest.fixture
    def record(self, alex: Gateway) -> dict[str, Any]:
        return recorded(alex, contacts=[self.ANN, self.BOB])

    @pytest.mark.parametrize(
        ("sent", "whose"),
        [
            ([ANN, BOB], [0, 1]),
            ([BOB, ANN], [1, 0]),
            ([BOB], [1]),
            ([{**BOB, "email": None}], [1]),
            ([{"name": "bob", "email": "HR@acme.example"}], [1]),
            ([{"name": "Anna", "phone": "+49-30-1234"}], [None]),  # both have that number
            ([{"name": "Kim", "email": "kim@acme.example"}, BOB], [None, 1]),
            ([BOB, {**BOB, "name": "Bobby"}], [1, 0]),
            ([{"role": "office"}], [None]),
        ],
    )
    def test_each_keeps_its_id(
        self, alex: Gateway, record: dict[str, Any], sent: list[dict[str, Any]], whose: list[int | None]
    ) -> None:
        ids = [contact["id"] for contact in record["contacts"]]

        changed = alex.patch(f"/interviews/{record['id']}", {"contacts": sent}).data["contacts"]

        found = [ids.index(one["id"]) if one["id"] in ids else None for one in changed]
        assert found == whose
        assert len({one["id"] for one in changed}) == len(changed)

    def test_one_number_written_in_another_way_is_the_same(self, alex: Gateway) -> None:
        record = recorded(alex, contacts=[self.ANN])

        changed = alex.patch(f"/interviews/{record['id']}", {"contacts": [{"name": "Anna", "phone": "+49301234"}]})

        assert changed.data["contacts"][0]["id"] == record["contacts"][0]["id"]

    def test_an_id_that_is_sent_counts_before_all_else(self, alex: Gateway, record: dict[str, Any]) -> None:
        ann, bob = record["contacts"]

        changed = alex.patch(f"/interviews/{record['id']}", {"contacts": [{**self.ANN, "id": bob["id"]}, self.ANN]})

        assert [one["id"] for one in changed.data["contacts"]] == [bob["id"], ann["id"]]

    def test_two_contacts_with_one_id_are_refused(self, alex: Gateway, record: dict[str, Any]) -> None:
        reply = alex.patch(f"/interviews/{record['id']}", {"contacts": [{"id": "a"}, {"id": "b"}, {"id": "a"}]})

        assert reply.status == 422
        assert reply.faults == {"contacts[2].id": "is that of another contact"}
