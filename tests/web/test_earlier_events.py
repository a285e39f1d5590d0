"""``PATCH`` and ``DELETE /interviews/{id}/events/{event_id}``: one earlier event, changed or taken back (T)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.web.conftest import Clock
from tests.web.gateway import Gateway, Reply
from tests.web.given import happened, recorded

OFFER = {"kind": "heard_back", "result": "offer"}
REFUSAL = {"kind": "heard_back", "result": "refusal"}
NEXT = {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-20", "interview_time": "10:00"}


def a_week_later(alex: Gateway, clock: Clock, *events: dict[str, Any]) -> dict[str, Any]:
    """The record of 3 August, on 17 August, with these events."""
    record = recorded(alex)
    clock.now += timedelta(days=14)
    for event in events:
        record = happened(alex, record["id"], **event)
    return record


def path_of(record: dict[str, Any], place: int) -> str:
    """The address of an event, by its place."""
    return f"/interviews/{record['id']}/events/{record['events'][place]['id']}"


def step(reply: Reply) -> tuple[str, str]:
    """The next step of an answered record: its kind and its day."""
    assert reply.status == 200, reply.text
    return reply.data["next_step"]["kind"], reply.data["next_step"]["due_on"]


def test_an_earlier_event_is_taken_back_wherever_it_stands_and_all_is_planned_anew(alex: Gateway, clock: Clock) -> None:
    thanked = {"kind": "thank_you_sent", "on": "2026-08-04"}
    called = {"kind": "called", "result": "no_answer", "on": "2026-08-10"}
    record = a_week_later(alex, clock, thanked, called, {"kind": "note", "note": "kept"})

    reply = alex.delete(path_of(record, 1))

    assert step(reply) == ("status_call", "2026-08-10")
    assert [event["kind"] for event in reply.data["events"]] == ["thank_you_sent", "note"]
    assert reply.headers["ETag"] == f'"{record["version"] + 1}"'


def test_the_day_of_an_earlier_event_is_changed_and_all_is_planned_anew(alex: Gateway, clock: Clock) -> None:
    letter = {"kind": "letter_sent", "on": "2026-08-10"}
    record = a_week_later(alex, clock, letter, {"kind": "note"})

    reply = alex.patch(path_of(record, 0), {"on": "2026-08-13"})

    assert step(reply) == ("receipt_call", "2026-08-14")
    assert [event["on"] for event in reply.data["events"]] == ["2026-08-13", "2026-08-17"]
    assert reply.data["events"][0]["id"] == record["events"][0]["id"]
    assert reply.data["events"][0]["recorded_at"] == record["events"][0]["recorded_at"]


def test_what_belonged_to_another_result_goes_with_it(alex: Gateway, clock: Clock) -> None:
    agreed = {"kind": "called", "result": "no_decision", "call_again_on": "2026-08-20", "call_again_time": "09:30"}
    record = a_week_later(alex, clock, agreed | {"note": "in the morning"}, {"kind": "note"})

    event = alex.patch(path_of(record, 0), {"result": "voicemail"}).data["events"][0]

    assert (event["result"], event["call_again_on"], event["call_again_time"]) == ("voicemail", None, None)
    assert event["note"] == "in the morning"


def test_null_clears_and_what_is_not_sent_stays(alex: Gateway, clock: Clock) -> None:
    told = {
        "kind": "heard_back",
        "result": "told_to_wait",
        "until": "2026-08-25",
        "note": "by mail",
        "on": "2026-08-12",
    }
    record = a_week_later(alex, clock, told)

    event = alex.patch(path_of(record, 0), {"until": None}).data["events"][0]

    assert (event["until"], event["note"], event["on"]) == (None, "by mail", "2026-08-12")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"on": "2026-08-18"}, "on"),
        ({"until": "2026-08-01"}, "until"),
        ({"result": "maybe"}, "result"),
        ({"kind": None}, "kind"),
        ({"interview_on": "2026-09-01"}, "interview_on"),
        ({"weather": "fine"}, "weather"),
    ],
)
def test_what_could_not_be_recorded_then_is_refused_field_by_field(
    alex: Gateway, clock: Clock, change: dict[str, Any], field: str
) -> None:
    record = a_week_later(alex, clock, OFFER | {"until": "2026-08-25"})

    reply = alex.patch(path_of(record, 0), change)

    assert (reply.status, [one["field"] for one in reply.data["problems"]]) == (422, [field])
    assert alex.get(f"/interviews/{record['id']}").data == record


@pytest.mark.parametrize("change", [None, REFUSAL, {"kind": "note", "result": None}])
def test_an_offer_that_was_answered_cannot_be_gone(alex: Gateway, clock: Clock, change: dict[str, Any] | None) -> None:
    record = a_week_later(alex, clock, OFFER, {"kind": "offer_accepted"}, {"kind": "note"})
    path = path_of(record, 0)

    reply = alex.delete(path) if change is None else alex.patch(path, change)

    assert reply.status == 409
    assert "“You accepted the offer.”" in reply.data["detail"]
    assert [one["field"] for one in reply.data["problems"]] == [f"events[{0 if change is None else 1}].kind"]
    assert alex.get(f"/interviews/{record['id']}").data == record


def test_an_offer_cannot_be_made_later_than_it_was_answered(alex: Gateway, clock: Clock) -> None:
    record = a_week_later(alex, clock, OFFER | {"on": "2026-08-10"}, {"kind": "offer_declined", "on": "2026-08-11"})

    reply = alex.patch(path_of(record, 0), {"on": "2026-08-12"})

    assert (reply.status, [one["field"] for one in reply.data["problems"]]) == (409, ["events[1].on"])


def test_an_event_that_nothing_later_needs_may_become_another(alex: Gateway, clock: Clock) -> None:
    record = a_week_later(alex, clock, {"kind": "note", "note": "a letter, in truth", "on": "2026-08-13"})

    reply = alex.patch(path_of(record, 0), {"kind": "letter_sent"})

    assert step(reply) == ("receipt_call", "2026-08-14")
    assert reply.data["events"][0]["note"] == "a letter, in truth"


def test_an_event_cannot_become_what_the_record_did_not_allow_then(alex: Gateway, clock: Clock) -> None:
    record = a_week_later(alex, clock, {"kind": "note"}, REFUSAL)

    reply = alex.patch(path_of(record, 0), {"kind": "reasons_received"})

    assert (reply.status, reply.data["problems"][0]["field"]) == (409, "kind")


def test_a_call_that_turns_out_to_have_been_a_wrong_number_strikes_the_number(alex: Gateway, clock: Clock) -> None:
    record = a_week_later(alex, clock, {"kind": "called", "result": "no_answer"})

    reply = alex.patch(path_of(record, 0), {"result": "wrong_number"})

    assert reply.data["events"][0]["phone"] == "+49 30 23125 021"


def test_the_loser_of_two_changes_of_an_event_is_told(alex: Gateway, clock: Clock) -> None:
    record = a_week_later(alex, clock, {"kind": "note", "note": "first"}, {"kind": "note"})
    path, old = path_of(record, 0), str(record["version"] - 1)

    replies = [alex.patch(path, {"note": "second"}, If_Match=old), alex.delete(path, If_Match=old)]

    assert [reply.status for reply in replies] == [412, 412]
    assert alex.get(f"/interviews/{record['id']}").data == record


def test_the_same_change_sent_again_changes_nothing(alex: Gateway, clock: Clock) -> None:
    record = a_week_later(alex, clock, {"kind": "note", "note": "first"})
    path = path_of(record, 0)

    first, second = alex.patch(path, {"note": "second"}), alex.patch(path, {"note": "second"})
    gone, again = alex.delete(path), alex.delete(path)

    assert first.data == second.data
    assert (gone.status, again.status) == (200, 404)
    assert alex.get(f"/interviews/{record['id']}").data["version"] == gone.data["version"]


def test_an_event_of_another_record_is_not_there(
    alex: Gateway, anybody: Gateway, kims_token: str, clock: Clock
) -> None:
    mine = a_week_later(alex, clock, {"kind": "note", "note": "mine"})
    kim = anybody.signed_in(kims_token)
    hers = happened(kim, recorded(kim)["id"], kind="note", note="hers")
    for path in (
        f"/interviews/{mine['id']}/events/{hers['events'][0]['id']}",
        path_of(hers, 0),
        f"/interviews/{mine['id']}/events/0000000000",
    ):
        assert [alex.patch(path, {"note": "x"}).status, alex.delete(path).status] == [404, 404]

    assert alex.get(f"/interviews/{mine['id']}").data == mine
    assert kim.get(f"/interviews/{hers['id']}").data == hers


def test_taking_back_a_next_round_removes_the_record_that_nobody_touched(alex: Gateway) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)
    ended = happened(alex, first["id"], kind="note")

    reply = alex.delete(path_of(ended, 0))

    assert (reply.data["status"], [one["kind"] for one in reply.data["events"]]) == ("open", ["note"])
    assert alex.get(f"/interviews/{ended['next_interview_id']}").status == 404


def test_taking_back_a_next_round_leaves_the_record_that_was_changed(alex: Gateway) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)
    following = f"/interviews/{ended['next_interview_id']}"
    alex.patch(following, {"notes": "mine"})

    assert alex.delete(path_of(ended, 0)).status == 200
    assert alex.get(following).data["notes"] == "mine"


def test_another_day_of_a_next_round_moves_the_record_that_nobody_touched(alex: Gateway) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)

    changed = alex.patch(path_of(ended, 0), {"interview_on": "2026-08-21"}).data

    opened = alex.get(f"/interviews/{changed['next_interview_id']}").data
    assert (opened["interview_on"], opened["interview_time"], opened["round"]) == ("2026-08-21", "10:00", 2)
    assert alex.get(f"/interviews/{ended['next_interview_id']}").status == 404
    undone = alex.delete(path_of(changed, 0)).data
    assert (undone["status"], alex.get(f"/interviews/{opened['id']}").status) == ("open", 404)


def test_the_note_of_a_next_round_leaves_its_record_alone(alex: Gateway) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)

    changed = alex.patch(path_of(ended, 0), {"note": "bring the sketch"}).data

    assert changed["next_interview_id"] == ended["next_interview_id"]
    assert alex.get(f"/interviews/{changed['next_interview_id']}").data["version"] == 1


def test_the_day_of_a_next_round_that_was_changed_since_stays(alex: Gateway) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)
    alex.patch(f"/interviews/{ended['next_interview_id']}", {"notes": "mine"})

    reply = alex.patch(path_of(ended, 0), {"interview_on": "2026-08-21"})

    assert (reply.status, reply.data["problems"][0]["field"]) == (409, "interview_on")
    assert alex.get(f"/interviews/{first['id']}").data == ended


def test_a_next_round_that_has_a_day_after_all_opens_its_record(alex: Gateway) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], kind="heard_back", result="next_round")

    changed = alex.patch(path_of(ended, 0), {"interview_on": "2026-08-21"}).data

    assert (changed["status"], changed["outcome"]) == ("ended", "next_round")
    assert alex.get(f"/interviews/{changed['next_interview_id']}").data["interview_on"] == "2026-08-21"


def test_a_next_round_that_has_no_day_after_all_takes_its_record_back(alex: Gateway) -> None:
    first = recorded(alex)
    ended = happened(alex, first["id"], **NEXT)

    changed = alex.patch(path_of(ended, 0), {"interview_on": None, "interview_time": None}).data

    assert (changed["status"], changed["next_interview_id"], changed["events"][0]["next_interview_id"]) == (
        "open",
        None,
        None,
    )
    assert alex.get(f"/interviews/{ended['next_interview_id']}").status == 404


def test_the_first_of_two_moves_is_taken_back_and_the_last_day_stays(alex: Gateway) -> None:
    record = recorded(alex, interview_on="2026-08-12")
    happened(alex, record["id"], kind="interview_moved", interview_on="2026-08-14")
    moved = happened(alex, record["id"], kind="interview_moved", interview_on="2026-08-18")

    assert alex.delete(path_of(moved, 0)).data["interview_on"] == "2026-08-18"
    assert alex.delete(path_of(moved, 1)).data["interview_on"] == "2026-08-12"


def test_another_day_of_a_move_is_the_day_of_the_interview(alex: Gateway) -> None:
    record = recorded(alex, interview_on="2026-08-12")
    moved = happened(alex, record["id"], kind="interview_moved", interview_on="2026-08-14")
    moved = happened(alex, record["id"], kind="note")

    changed = alex.patch(path_of(moved, 0), {"interview_on": "2026-08-17"}).data

    assert (changed["interview_on"], [one["kind"] for one in changed["events"]]) == (
        "2026-08-17",
        ["interview_moved", "note"],
    )
    assert alex.delete(path_of(changed, 0)).data["interview_on"] == "2026-08-12"


def test_a_move_takes_effect_once_the_offer_before_it_is_taken_back(alex: Gateway) -> None:
    record = recorded(alex, interview_on="2026-08-12")
    happened(alex, record["id"], **OFFER)
    moved = happened(alex, record["id"], kind="interview_moved", interview_on="2026-08-14")
    assert moved["interview_on"] == "2026-08-12"  # while an offer stands a move has no effect

    assert alex.delete(path_of(moved, 0)).data["interview_on"] == "2026-08-14"


def test_the_answers_that_were_written_down_stay_with_another_note(alex: Gateway, alexs_browser: Any) -> None:
    record = recorded(alex)
    alexs_browser.open(f"/interviews/{record['id']}")
    alexs_browser.send(f"/interviews/{record['id']}/debrief", {"may_call": "yes"})
    answered = alex.get(f"/interviews/{record['id']}").data

    changed = alex.patch(path_of(answered, 0), {"note": "they were kind"}).data
    back = alex.delete(path_of(answered, 0)).data

    assert (answered["may_call"], changed["may_call"], back["may_call"]) == (True, True, None)
