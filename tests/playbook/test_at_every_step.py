"""T, what an event does: what the employer says, and what has no effect, at every step."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Outcome
from chalicelib.playbook.moves import without_event
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event
from tests.playbook.planning import after, day, next_step, plan_after, planned, recorded, with_events
from tests.playbook.usual import MISSED, NO_PHONE

THANKED = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))
TRIED = (a_call(day("10 Aug"), MISSED), a_letter(day("11 Aug")), a_call(day("12 Aug"), MISSED))
CLOSING = (*TRIED, a_call(day("14 Aug"), MISSED))
TWO_MET: dict[str, Any] = {"contacts": (a_contact(id="c0", met=True), a_contact(id="c1", met=True))}
LATE = day("28 Aug")  # a Friday, after the day of every step here but the last

# The step, what led to it, and what else the record says.
STEPS: list[tuple[str, tuple[Event, ...], dict[str, Any]]] = [
    ("thank_you_letter", (an_event(EventKind.NOTE, day("4 Aug")),), {}),
    ("thank_you_letter", (replace(THANKED, contact="c0"),), TWO_MET),
    ("status_call", (THANKED,), {}),
    ("status_call", (an_event(EventKind.INTERVIEW_MOVED, day("5 Aug")),), {}),
    ("status_letter", (an_answer(day("5 Aug"), Result.NEXT_ROUND), *TRIED[:1]), {}),
    ("status_letter", TRIED[:1], {}),
    ("receipt_call", TRIED[:2], {}),
    ("follow_up_call", TRIED, {}),
    ("status_letter", (a_letter(day("11 Aug")),), NO_PHONE),  # the second one
    ("agreed_call", (a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("17 Aug")),), {}),
    ("closing_contact", CLOSING, {}),
    ("move_on", (*CLOSING, a_call(day("24 Aug"), MISSED)), {}),
]
WHAT_THEY_SAID = (
    an_answer(LATE, Result.OFFER),
    an_answer(LATE, Result.NEXT_ROUND),
    an_answer(LATE, Result.REFUSAL),
    an_event(EventKind.INTERVIEW_MOVED, LATE),
    an_event(EventKind.INTERVIEW_MOVED, LATE, interview_on=day("7 Sep")),
)
at_every_step = pytest.mark.parametrize(("kind", "events", "facts"), STEPS)


@at_every_step
def test_the_history_leads_to_the_step(kind: str, events: tuple[Event, ...], facts: dict[str, Any]) -> None:
    assert after(*events, **facts)[0] == kind


@pytest.mark.parametrize("result", [Result.NO_DECISION, Result.ARRIVED])
@at_every_step
def test_h6_no_decision_without_a_day_agrees_on_a_call_after_five_working_days(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any], result: Result
) -> None:
    assert after(*events, a_call(LATE, result), **facts) == ("agreed_call", day("4 Sep"))


@at_every_step
def test_w8_no_decision_with_a_day_agrees_on_that_day_rolled(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any]
) -> None:
    call = a_call(LATE, Result.NO_DECISION, call_again_on=day("5 Sep"))

    assert after(*events, call, **facts) == ("agreed_call", day("7 Sep"))


@pytest.mark.parametrize("tell", [a_call, an_answer])
@pytest.mark.parametrize(
    ("until", "due_on"), [(day("10 Sep"), day("11 Sep")), (day("20 Aug"), day("31 Aug")), (None, day("4 Sep"))]
)
@at_every_step
def test_w3_please_wait_by_call_or_by_mail_is_the_new_base_day(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any], until: date | None, due_on: date, tell: Any
) -> None:
    step = next_step(with_events(*events, tell(LATE, Result.TOLD_TO_WAIT, until=until), **facts), LATE)

    assert (step.kind in ("status_call", "status_letter"), step.due_on) == (True, due_on)


@at_every_step
def test_w13_a_move_without_a_day_asks_for_it_on_the_third_working_day_anywhere(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any]
) -> None:
    step = next_step(with_events(*events, an_event(EventKind.INTERVIEW_MOVED, LATE), **facts), LATE)

    assert (step.kind in ("status_call", "status_letter"), step.due_on) == (True, day("2 Sep"))


@at_every_step
def test_w13_a_move_to_a_day_begins_anew_with_the_closing_question_anywhere(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any]
) -> None:
    move = an_event(EventKind.INTERVIEW_MOVED, LATE, interview_on=day("7 Sep"))

    assert after(*events, move, **facts) == ("closing_question", day("6 Sep"))


@at_every_step
def test_undoing_what_they_said_goes_back_to_the_step(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any]
) -> None:
    before = with_events(*events, **facts)

    for said in WHAT_THEY_SAID:
        after_it = recorded(before, said)
        back = without_event(after_it, after_it.events[-1])
        assert planned(back, LATE) == planned(before, LATE)
        assert planned(after_it, LATE).step != planned(before, LATE).step


@at_every_step
def test_s6_a_refusal_that_says_nothing_of_reasons_gave_none(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any]
) -> None:
    assert after(*events, an_answer(LATE, Result.REFUSAL), **facts) == ("reasons_call", day("31 Aug"))


@pytest.mark.parametrize(
    ("event", "outcome"),
    [
        (an_answer(LATE, Result.REFUSAL, reasons_given=True), Outcome.REFUSAL),
        (an_answer(LATE, Result.NEXT_ROUND, interview_on=day("7 Sep")), Outcome.NEXT_ROUND),
        (an_event(EventKind.WITHDRAWN, LATE), Outcome.WITHDRAWN),
        (an_event(EventKind.CLOSED, LATE), Outcome.NO_ANSWER),
    ],
)
@at_every_step
def test_m4_what_ends_a_process_ends_it_anywhere(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any], event: Event, outcome: Outcome
) -> None:
    assert plan_after(*events, event, **facts).outcome is outcome


@pytest.mark.parametrize(("until", "due_on"), [(None, day("4 Sep")), (day("6 Sep"), day("6 Sep"))])
@at_every_step
def test_m2_an_offer_is_the_step_anywhere(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any], until: date | None, due_on: date
) -> None:
    assert after(*events, an_answer(LATE, Result.OFFER, until=until), **facts) == ("answer_offer", due_on)


@at_every_step
def test_w13_an_invitation_without_a_day_asks_for_it_on_the_third_working_day_anywhere(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any]
) -> None:
    step = next_step(with_events(*events, an_answer(LATE, Result.NEXT_ROUND), **facts), LATE)

    assert (step.kind in ("status_call", "status_letter"), step.due_on) == (True, day("2 Sep"))
    assert step.is_for_the_day


@pytest.mark.parametrize(
    "event",
    [
        an_event(EventKind.NOTE, LATE),
        an_event(EventKind.THANK_YOU_SENT, LATE),
        an_event(EventKind.REASONS_REQUESTED, LATE),
        an_event(EventKind.REASONS_RECEIVED, LATE),
        an_event(EventKind.OFFER_ACCEPTED, LATE),
        an_event(EventKind.OFFER_DECLINED, LATE),
    ],
)
@at_every_step
def test_a_note_late_thanks_and_answers_to_an_offer_or_reasons_of_a_refusal_that_never_was_change_nothing(
    kind: str, events: tuple[Event, ...], facts: dict[str, Any], event: Event
) -> None:
    assert next_step(with_events(*events, event, **facts), LATE) == next_step(with_events(*events, **facts), LATE)
