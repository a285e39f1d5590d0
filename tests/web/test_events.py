"""``/interviews/{id}/events``: what happened, and undoing it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.playbook.event import EventKind
from chalicelib.records.interviews import Interviews
from chalicelib.schemas.event_fields import KEPT_FOR_THE_END, MOST_EVENTS
from tests.factories import MONDAY, THAT_EVENING, an_event, an_owner
from tests.records.given import Lose
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

ENDINGS = [
    ({"kind": "heard_back", "result": "refusal", "reasons_given": True}, "refusal"),
    ({"kind": "withdrawn"}, "withdrawn"),
    ({"kind": "closed"}, "no_answer"),
]


def test_an_event_moves_the_plan_on(alex: Gateway) -> None:
    record = recorded(alex)

    reply = alex.post(f"/interviews/{record['id']}/events", {"kind": "thank_you_sent", "note": "short"})

    event = reply.data["events"][0]
    assert (reply.status, reply.headers["ETag"], reply.data["version"]) == (201, '"2"', 2)
    assert (event["kind"], event["on"], event["note"]) == ("thank_you_sent", "2026-08-03", "short")
    assert reply.data["next_step"]["kind"] == "status_call"
    assert reply.data["next_step"]["due_on"] == "2026-08-10"


def test_an_event_may_come_from_a_form(alex: Gateway, clock: Clock) -> None:
    record = recorded(alex)
    clock.now += timedelta(days=7)
    fields = {"kind": "heard_back", "result": "refusal", "reasons_given": "on", "on": "2026-08-05", "note": ""}

    reply = alex.post_form(f"/interviews/{record['id']}/events", fields)

    assert (reply.data["outcome"], reply.data["events"][0]["reasons_given"]) == ("refusal", True)


def test_a_browser_s_form_is_sent_on_to_a_page(alex: Gateway) -> None:
    record = recorded(alex)

    reply = alex.post_form(f"/interviews/{record['id']}/events", {"kind": "note"}, Accept="text/html")

    assert (reply.status, reply.headers["Location"]) == (303, f"/api/?recorded={record['id']}")


def test_an_agreed_call_keeps_its_day_and_its_time(alex: Gateway, clock: Clock) -> None:
    record = recorded(alex)
    clock.now += timedelta(days=7)

    after = happened(
        alex,
        record["id"],
        kind="called",
        result="no_decision",
        call_again_on="2026-08-14",
        call_again_time="15:30",
    )

    step = after["next_step"]
    assert (step["kind"], step["due_on"], step["at"]) == ("agreed_call", "2026-08-14", "15:30")
    assert after["events"][0]["call_again_time"] == "15:30"


def test_a_snooze_puts_the_step_off(alex: Gateway) -> None:
    record = recorded(alex)
    happened(alex, record["id"], kind="thank_you_sent")

    after = happened(alex, record["id"], kind="snoozed", until="2026-08-12")

    assert (after["next_step"]["due_on"], after["next_step"]["snoozed_until"]) == ("2026-08-12", "2026-08-12")


def test_a_wrong_number_is_the_one_that_was_to_be_called(alex: Gateway, clock: Clock) -> None:
    contacts = [{"role": "office", "phone": "030 111"}, {"name": "Dana", "phone": "030 222"}]
    record = recorded(alex, contacts=contacts)
    clock.now += timedelta(days=7)

    after = happened(alex, record["id"], kind="called", result="wrong_number")

    assert after["events"][0]["phone"] == "030 222"


@pytest.mark.parametrize(("event", "outcome"), ENDINGS)
def test_an_ended_record_says_how_and_has_no_next_step(alex: Gateway, event: dict[str, str], outcome: str) -> None:
    after = happened(alex, recorded(alex)["id"], **event)

    assert (after["status"], after["outcome"], after["next_step"]) == ("ended", outcome, None)


@pytest.mark.parametrize("kind", ["thank_you_sent", "letter_sent", "withdrawn", "closed"])
def test_nothing_the_owner_does_follows_the_end(alex: Gateway, kind: str) -> None:
    record = happened(alex, recorded(alex)["id"], kind="withdrawn")

    reply = alex.post(f"/interviews/{record['id']}/events", {"kind": kind})

    assert (reply.status, list(reply.faults)) == (409, ["kind"])
    assert alex.get(f"/interviews/{record['id']}").data == record


def test_a_word_of_theirs_or_a_note_may_still_follow_the_end(alex: Gateway) -> None:
    interview_id = recorded(alex)["id"]
    happened(alex, interview_id, kind="closed")

    happened(alex, interview_id, kind="note", note="Met Dana at a fair.")
    after = happened(alex, interview_id, kind="heard_back", result="offer")

    assert (after["outcome"], after["next_step"]["kind"]) == (None, "answer_offer")


@pytest.mark.parametrize("kind", ["reasons_requested", "reasons_received"])
def test_reasons_need_a_refusal(alex: Gateway, kind: str) -> None:
    interview_id = recorded(alex)["id"]

    refused = alex.post(f"/interviews/{interview_id}/events", {"kind": kind})
    happened(alex, interview_id, kind="heard_back", result="refusal", reasons_given=False)
    taken = alex.post(f"/interviews/{interview_id}/events", {"kind": kind})

    assert (refused.status, list(refused.faults)) == (409, ["kind"])
    assert taken.status == 201


def test_undo_takes_back_what_was_written_down_last_not_what_happened_last(alex: Gateway, clock: Clock) -> None:
    interview_id = recorded(alex)["id"]
    clock.now += timedelta(days=10)
    happened(alex, interview_id, kind="note", on="2026-08-12")
    happened(alex, interview_id, kind="thank_you_sent", on="2026-08-04")

    reply = alex.delete(f"/interviews/{interview_id}/events/last")

    assert reply.status == 200
    assert [event["kind"] for event in reply.data["events"]] == ["note"]


def test_undo_opens_an_ended_record_again(alex: Gateway) -> None:
    record = recorded(alex)
    happened(alex, record["id"], kind="withdrawn")

    after = alex.delete(f"/interviews/{record['id']}/events/last").data

    assert after == record | {"version": 3}


def test_with_nothing_to_undo_that_is_said(alex: Gateway) -> None:
    reply = alex.delete(f"/interviews/{recorded(alex)['id']}/events/last")

    assert reply.status == 409
    assert reply.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("event", [{"kind": "note", "note": "once"}, {"kind": "called", "result": "wrong_number"}])
def test_an_event_whose_answer_was_lost_is_recorded_once_though_somebody_wrote_after_it(
    alex: Gateway, lose: Lose, event: dict[str, str]
) -> None:
    record = recorded(alex)
    lose(lambda: happened(alex, record["id"], kind="snoozed", until="2026-08-05"))

    events = happened(alex, record["id"], **event)["events"]

    assert [one["kind"] for one in events] == [event["kind"], "snoozed"]


def test_an_undo_whose_answer_was_lost_takes_one_back_though_somebody_wrote_after_it(alex: Gateway, lose: Lose) -> None:
    record = recorded(alex)
    happened(alex, record["id"], kind="thank_you_sent")
    lose(lambda: happened(alex, record["id"], kind="note", note="They moved"))

    reply = alex.delete(f"/interviews/{record['id']}/events/last")

    assert [one["kind"] for one in reply.data["events"]] == ["note"]


def test_the_events_of_a_record_are_bounded(alex: Gateway, interviews: Interviews) -> None:
    record = _with_notes(alex, interviews, MOST_EVENTS)

    reply = alex.post(f"/interviews/{record['id']}/events", {"kind": "note"})

    assert (reply.status, list(reply.faults)) == (409, ["events"])
    assert str(MOST_EVENTS) in reply.data["detail"]


@pytest.mark.parametrize("ending", [ending for ending, _ in ENDINGS])
def test_a_full_record_can_still_end(alex: Gateway, interviews: Interviews, ending: dict[str, str]) -> None:
    record = _with_notes(alex, interviews, MOST_EVENTS + KEPT_FOR_THE_END - 1)

    after = happened(alex, record["id"], **ending)
    reply = alex.post(f"/interviews/{record['id']}/events", {"kind": "heard_back", "result": "offer"})

    assert after["status"] == "ended"
    assert (reply.status, list(reply.faults)) == (409, ["events"])


def _with_notes(alex: Gateway, interviews: Interviews, count: int) -> dict[str, Any]:
    record = recorded(alex)
    notes = (an_event(EventKind.NOTE, MONDAY),) * count
    interviews.save(an_owner(), replace(interviews.get("alex", record["id"]), events=notes), THAT_EVENING)
    return record
