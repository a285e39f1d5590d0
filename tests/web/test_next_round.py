"""``heard_back`` with ``next_round``: one record ends, the next of its process opens."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from chalicelib.records.interviews import Interviews
from tests.factories import THAT_EVENING, an_owner
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

NEXT = {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-20", "interview_time": "10:00"}


def test_the_next_interview_takes_over_what_still_holds(alex: Gateway) -> None:
    facts = {"employer_country": "US", "language": "en", "persistence_expected": True, "may_call": True}
    first = recorded(alex, url="https://acme.example/job", **facts)

    ended = happened(alex, first["id"], **NEXT)
    second = alex.get(f"/interviews/{ended['next_interview_id']}").data

    assert (ended["status"], ended["outcome"]) == ("ended", "next_round")
    kept = ("company", "position", "contacts", "url", "process_id", *facts)
    assert {name: second[name] for name in kept} == {name: first[name] for name in kept}
    assert (second["round"], second["interview_on"], second["interview_time"]) == (2, "2026-08-20", "10:00")
    assert (second["status"], second["version"]) == ("open", 1)


def test_the_next_interview_leaves_behind_what_was_about_the_last(alex: Gateway) -> None:
    about_the_last = {"answer_expected_on": "2026-08-14", "background_check": True, "test_task": True, "notes": "x"}

    ended = happened(alex, recorded(alex, **about_the_last)["id"], **NEXT)
    second = alex.get(f"/interviews/{ended['next_interview_id']}").data

    assert [second[name] for name in about_the_last] == [None, False, False, None]
    assert second["events"] == []


def test_a_wrong_number_is_not_taken_over(alex: Gateway, clock: Clock) -> None:
    first = recorded(alex)
    clock.now += timedelta(days=7)
    happened(alex, first["id"], kind="called", result="wrong_number")

    ended = happened(alex, first["id"], **NEXT)
    contact = alex.get(f"/interviews/{ended['next_interview_id']}").data["contacts"][0]

    assert (contact["name"], contact["phone"]) == ("Dana Winter", None)


def test_undo_removes_the_next_interview_if_nobody_touched_it(alex: Gateway) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)

    undone = alex.delete(f"/interviews/{first['id']}/events/last").data

    assert (undone["status"], undone["next_interview_id"]) == ("open", None)
    assert alex.get(f"/interviews/{ended['next_interview_id']}").status == 404


def test_undo_keeps_a_next_interview_that_was_touched(alex: Gateway) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)
    alex.patch(f"/interviews/{ended['next_interview_id']}", {"notes": "Prepare."})

    undone = alex.delete(f"/interviews/{first['id']}/events/last").data

    assert undone["status"] == "open"
    assert alex.get(f"/interviews/{ended['next_interview_id']}").data["notes"] == "Prepare."


def test_told_twice_the_same_next_interview_is_answered_again(alex: Gateway, clock: Clock) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)
    clock.now += timedelta(seconds=2)

    again = happened(alex, first["id"], **NEXT)

    assert again == ended
    assert len(alex.get("/interviews?status=all").data["items"]) == 2


@pytest.mark.parametrize("change", [{"interview_on": "2026-08-21"}, {"interview_time": "11:00"}, {"note": "Moved."}])
def test_another_next_round_opens_another_interview(alex: Gateway, change: dict[str, str]) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)

    after = happened(alex, first["id"], **NEXT | change)

    assert after["next_interview_id"] != ended["next_interview_id"]
    assert len(after["events"]) == 2


def test_told_again_after_the_next_interview_was_removed_it_opens_one(alex: Gateway) -> None:
    first = recorded(alex)
    removed_id = happened(alex, first["id"], **NEXT)["next_interview_id"]
    alex.delete(f"/interviews/{removed_id}")

    after = happened(alex, first["id"], **NEXT)

    assert after["next_interview_id"] != removed_id
    assert alex.get(f"/interviews/{after['next_interview_id']}").status == 200


def test_other_events_may_happen_twice(alex: Gateway) -> None:
    interview_id = recorded(alex)["id"]
    happened(alex, interview_id, kind="heard_back", result="told_to_wait", until="2026-08-10")

    after = happened(alex, interview_id, kind="heard_back", result="told_to_wait", until="2026-08-10")

    assert len(after["events"]) == 2


def test_after_the_last_round_there_is_no_next(alex: Gateway) -> None:
    last = recorded(alex, round=20)

    reply = alex.post(f"/interviews/{last['id']}/events", NEXT)

    assert (reply.status, list(reply.faults)) == (409, ["round"])
    assert alex.get(f"/interviews/{last['id']}").data == last
    assert happened(alex, recorded(alex, round=19)["id"], **NEXT)["next_interview_id"]


def test_a_value_kept_from_wider_limits_stays_until_it_is_changed(alex: Gateway, interviews: Interviews) -> None:
    path = f"/interviews/{recorded(alex)['id']}"
    interview = interviews.get("alex", path.rpartition("/")[2])
    interviews.save(an_owner(), replace(interview, round=21), THAT_EVENING)

    kept = alex.patch(path, {"notes": "Prepare."})
    refused = alex.patch(path, {"round": 21})
    changed = alex.patch(path, {"round": 20})

    assert (kept.status, kept.data["round"]) == (200, 21)
    assert (refused.status, list(refused.faults)) == (422, ["round"])
    assert (changed.status, changed.data["round"]) == (200, 20)
