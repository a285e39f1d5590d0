"""T, `interview_moved` with its new day: all is planned as if it had been recorded on the day of the move."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import ZONE, after, day, next_step, plan_after, planned, recorded, with_events
from tests.playbook.usual import CALLED, CLOSED_OFF, FOLLOWED_UP, MISSED, NO_ADDRESS, REFUSED, WROTE

ON_12_AUG: dict[str, Any] = {"interview_on": day("12 Aug"), "dated_on": day("3 Aug")}


def moved(on: str, to: str | None = None, at: time | None = None) -> Event:
    """They moved the interview, to a day or to none."""
    return an_event(EventKind.INTERVIEW_MOVED, day(on), interview_on=day(to) if to else None, interview_time=at)


def steps_from(record: Interview, first: date) -> list[object]:
    """What is next on each of the 25 days from ``first``."""
    return [planned(record, first + timedelta(days=n)).step for n in range(25)]


@pytest.mark.parametrize(
    "facts",
    [{}, {"position": "Sales Manager"}, {"background_check": True}, {"answer_expected_on": day("28 Aug")}, NO_ADDRESS],
)
@pytest.mark.parametrize("to", ["11 Aug", "10 Aug", "20 Aug", "7 Aug"])
def test_w13_a_moved_interview_is_planned_as_if_it_was_recorded_on_the_day_of_the_move(
    to: str, facts: dict[str, Any]
) -> None:
    record = with_events(moved("10 Aug", to), **ON_12_AUG, **facts)
    recorded_then = an_interview(interview_on=day(to), dated_on=day("10 Aug"), **facts)

    assert steps_from(record, day("10 Aug")) == steps_from(recorded_then, day("10 Aug"))


def test_w13_a_moved_interview_has_its_closing_question_its_thanks_and_its_base_day() -> None:
    record = with_events(moved("10 Aug", "20 Aug"), **ON_12_AUG)

    steps = [next_step(record, day(on)) for on in ("10 Aug", "21 Aug", "27 Aug")]
    assert [(step.kind, step.due_on) for step in steps] == [
        ("closing_question", day("19 Aug")),
        ("thank_you_letter", day("21 Aug")),
        ("status_call", day("27 Aug")),
    ]


@pytest.mark.parametrize("thanks", [an_event(EventKind.THANK_YOU_SENT, day("4 Aug")), a_call(day("4 Aug"), MISSED)])
def test_w13_thanks_that_were_sent_before_the_move_do_not_count(thanks: Event) -> None:
    record = with_events(thanks, moved("5 Aug", "20 Aug"))

    assert next_step(record, day("21 Aug")).kind == "thank_you_letter"


def test_w13_without_a_time_the_old_hour_is_dropped_and_with_one_the_new_hour_holds() -> None:
    record = an_interview(**ON_12_AUG, interview_time=time(9))
    night = datetime(2026, 8, 20, 23, 0, tzinfo=ZONE)

    assert recorded(record, moved("10 Aug", "20 Aug")).interview_time is None
    at_two = recorded(record, moved("10 Aug", "20 Aug", time(14)))
    assert at_two.interview_time == time(14)
    assert next_step(recorded(record, moved("10 Aug", "20 Aug")), night).kind == "closing_question"
    assert next_step(at_two, night).kind == "thank_you_letter"


@pytest.mark.parametrize(("expected_on", "kept"), [("21 Aug", True), ("20 Aug", False), ("14 Aug", False)])
def test_w13_an_answer_date_that_is_no_longer_after_the_interview_is_dropped(expected_on: str, kept: bool) -> None:
    record = with_events(moved("10 Aug", "20 Aug"), **ON_12_AUG, answer_expected_on=day(expected_on))

    assert record.answer_expected_on == (day(expected_on) if kept else None)
    assert next_step(record, day("30 Aug")).due_on == (day("24 Aug") if kept else day("27 Aug"))


def test_w13_what_they_said_before_the_move_about_waiting_and_calling_again_is_void() -> None:
    for said in (
        an_answer(day("4 Aug"), Result.TOLD_TO_WAIT, until=day("28 Aug")),
        a_call(day("4 Aug"), Result.NO_DECISION, call_again_on=day("28 Aug")),
    ):
        assert next_step(with_events(said, moved("5 Aug", "12 Aug")), day("19 Aug")).due_on == day("19 Aug")


def test_w13_what_happens_before_the_new_day_is_too_early_to_count() -> None:
    record = with_events(moved("10 Aug", "20 Aug"), a_call(day("13 Aug"), MISSED), **ON_12_AUG)

    assert next_step(record, day("13 Aug")).kind == "closing_question"
    assert planned(record, day("27 Aug")).attempts == 0


def test_w13_a_move_takes_back_a_refusal() -> None:
    plan = plan_after(REFUSED, moved("11 Aug", "20 Aug"))

    assert (plan.step and plan.step.kind, plan.is_refused) == ("closing_question", False)
    reasons = an_event(EventKind.REASONS_REQUESTED, day("12 Aug"))
    assert plan_after(REFUSED, moved("11 Aug", "20 Aug"), reasons, employer_country="RU").step == plan.step


@pytest.mark.parametrize(
    ("events", "may_move"),
    [
        ([], True),
        ([an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))], True),
        ([CALLED], False),
        ([WROTE], False),
        ([CALLED, WROTE, FOLLOWED_UP, CLOSED_OFF], False),
        ([WROTE, an_answer(day("12 Aug"), Result.TOLD_TO_WAIT)], False),  # answered, but recorded
        ([a_call(day("10 Aug"), Result.NO_DECISION)], True),
        ([a_call(day("10 Aug"), Result.NO_DECISION), a_call(day("17 Aug"), MISSED)], True),  # an agreed call
        ([a_call(day("10 Aug"), Result.NO_DECISION), a_letter(day("11 Aug"))], False),
        ([an_answer(day("10 Aug"), Result.TOLD_TO_WAIT), a_call(day("17 Aug"), MISSED)], True),  # they asked
        ([REFUSED, a_call(day("11 Aug"), MISSED)], True),  # a reasons call
        ([CALLED, moved("11 Aug", "20 Aug")], True),  # none since the day was set
        ([CALLED, moved("11 Aug")], True),  # none since it was left open
        ([CALLED, an_answer(day("11 Aug"), Result.NEXT_ROUND)], True),
        ([moved("5 Aug", "6 Aug"), a_call(day("13 Aug"), MISSED)], False),
        ([an_event(EventKind.CLOSED, day("10 Aug"))], False),
        ([CALLED, an_answer(day("11 Aug"), Result.OFFER)], True),  # kept, without an effect
    ],
)
def test_w13_an_interview_can_be_moved_until_an_attempt_that_counts_was_made_since_its_day_was_set_or_left_open(
    events: list[Event], *, may_move: bool
) -> None:
    record = with_events(*events)

    assert planned(record, day("30 Sep")).may_move is may_move


def test_w13_attempts_made_before_a_move_stay_counted_and_wrong_numbers_struck() -> None:
    office = a_contact(id="c1", phone="+49 30 1")
    wrong = a_call(day("10 Aug"), Result.WRONG_NUMBER, phone=a_contact().phone)

    plan = plan_after(wrong, moved("11 Aug", "20 Aug"), contacts=(a_contact(), office))

    assert (plan.attempts, plan.selected_contacts.to_call) == (1, office)


def test_w13_a_letter_whose_follow_up_was_not_due_at_the_move_is_answered_by_it() -> None:
    early, late = (plan_after(a_letter(day("10 Aug")), moved(on, "20 Aug")) for on in ("12 Aug", "13 Aug"))

    assert (early.attempts_used, late.attempts_used) == (0, 1)


def test_w13_with_four_used_up_in_earlier_rounds_a_moved_interview_ends_in_moving_on() -> None:
    used_up = with_events(moved("10 Aug", "20 Aug"), **ON_12_AUG, attempts_elsewhere=4)

    assert next_step(used_up, day("10 Aug")).kind is StepKind.CLOSING_QUESTION
    step = next_step(used_up, day("1 Sep"))
    assert (step.kind, step.due_on) == ("move_on", day("3 Sep"))  # five working days after B


def test_w13_a_snoozed_closing_question_is_not_put_off_any_more_once_the_interview_is_moved() -> None:
    snoozed = an_event(EventKind.SNOOZED, day("5 Aug"), until=day("12 Aug"))

    assert after(snoozed, **ON_12_AUG) == ("closing_question", day("12 Aug"))
    assert after(snoozed, moved("6 Aug", "14 Aug"), **ON_12_AUG) == ("closing_question", day("13 Aug"))
