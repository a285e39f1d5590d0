"""``heard_back`` with ``next_round``: one record ends, the next of its process opens."""

from __future__ import annotations

from datetime import timedelta

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
