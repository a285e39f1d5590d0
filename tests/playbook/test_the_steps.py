"""T, the steps between the thank-you letter and the closing word, each on its day."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.planning_context import Pacing
from tests.factories import a_call, a_letter, an_answer, an_event, an_owner
from tests.playbook.planning import after, day, next_step, plan_after, planned, with_events
from tests.playbook.usual import CALLED, NO_ADDRESS, NO_PHONE, WROTE


@pytest.mark.parametrize(
    ("events", "facts", "expected"),
    [
        ([CALLED], {}, ("status_letter", day("11 Aug"))),
        ([CALLED], NO_ADDRESS, ("status_call", day("13 Aug"))),
        ([CALLED], NO_ADDRESS | {"may_call": False}, ("status_letter", day("13 Aug"))),
        ([a_call(day("4 Aug"), Result.VOICEMAIL)], {}, ("status_letter", day("10 Aug"))),
        ([a_call(day("4 Aug"), Result.VOICEMAIL)], NO_ADDRESS, ("status_call", day("10 Aug"))),
        ([a_call(day("10 Aug"), Result.WRONG_NUMBER)], NO_ADDRESS, ("status_call", day("13 Aug"))),
    ],
)
def test_h5_an_unanswered_call_is_followed_by_one_letter_or_a_later_call_and_not_before_b(
    events: list[Event], facts: dict[str, Any], expected: tuple[str, date]
) -> None:
    assert after(*events, **facts) == expected


def test_h5_the_pause_between_attempts_is_the_owners_setting() -> None:
    patient = an_owner(pacing=Pacing(days=7))

    assert after(CALLED, owner=patient, **NO_ADDRESS) == ("status_call", day("19 Aug"))


@pytest.mark.parametrize(
    ("call", "due_on"),
    [
        (a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("12 Aug")), day("12 Aug")),
        (a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("16 Aug")), day("17 Aug")),
        (a_call(day("10 Aug"), Result.NO_DECISION), day("17 Aug")),
        (a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("10 Aug")), day("17 Aug")),
        (a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("7 Aug")), day("17 Aug")),
    ],
)
def test_h6_w8_the_agreed_call_is_on_the_agreed_day_rolled_or_after_five_working_days(
    call: Event, due_on: date
) -> None:
    assert after(call) == ("agreed_call", due_on)


def test_w8_an_agreed_time_is_kept() -> None:
    agreed = a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("12 Aug"), call_again_time=time(15, 30))

    assert next_step(with_events(agreed), day("10 Aug")).at == time(15, 30)


@pytest.mark.parametrize(
    ("event", "due_on"),
    [
        (a_call(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug")), day("21 Aug")),
        (an_answer(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("21 Aug")), day("24 Aug")),
        (an_answer(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("5 Aug")), day("11 Aug")),
        (an_answer(day("10 Aug"), Result.TOLD_TO_WAIT), day("17 Aug")),
    ],
)
def test_w3_wait_until_u_moves_the_status_step_to_the_working_day_after(event: Event, due_on: date) -> None:
    assert after(event) == ("status_call", due_on)


def test_w3_the_last_word_on_a_day_wins_over_the_first_answer_date() -> None:
    waited = an_answer(day("5 Aug"), Result.TOLD_TO_WAIT, until=day("6 Aug"))

    assert after(waited, answer_expected_on=day("28 Aug")) == ("status_call", day("7 Aug"))


@pytest.mark.parametrize(
    ("letter_on", "receipt", "follow_up"),
    [
        (day("10 Aug"), day("11 Aug"), day("13 Aug")),
        (day("12 Aug"), day("13 Aug"), day("17 Aug")),
        (day("13 Aug"), day("14 Aug"), day("17 Aug")),
        (day("15 Aug"), day("17 Aug"), day("18 Aug")),
    ],
)
def test_h4_w7_a_letter_is_checked_the_next_working_day_and_followed_up_after_three_days(
    letter_on: date, receipt: date, follow_up: date
) -> None:
    letter = a_letter(letter_on)

    assert after(letter) == ("receipt_call", receipt)
    assert after(letter, a_call(receipt, Result.NO_ANSWER)) == ("follow_up_call", follow_up)


def test_w7_where_both_days_meet_one_call_settles_both_and_counts_once() -> None:
    friday_letter = a_letter(day("7 Aug"))
    plan = plan_after(friday_letter, a_call(day("10 Aug"), Result.NO_ANSWER))

    assert plan.step is not None
    assert plan.step.kind == "closing_contact"
    assert plan.attempts == 2  # the letter and the one call


@pytest.mark.parametrize("facts", [NO_PHONE, {"may_call": False}])
def test_w7_without_calls_a_second_shorter_letter_follows_after_five_working_days(facts: dict[str, Any]) -> None:
    step = next_step(with_events(a_letter(day("10 Aug")), **facts), day("10 Aug"))

    assert (step.kind, step.due_on, step.is_second_letter) == ("status_letter", day("17 Aug"), True)


@pytest.mark.parametrize("letter_on", ["7 Aug", "11 Aug"])
def test_w7_the_step_says_when_one_call_settles_both(letter_on: str) -> None:
    step = plan_after(a_letter(day(letter_on))).step

    assert step is not None
    assert (len(step.reasons) == 2) is (letter_on == "7 Aug")


def test_steps_overdue_stay_due_until_something_happens() -> None:
    interview = with_events(CALLED, WROTE)

    for later in (0, 30, 300):
        assert planned(interview, day("12 Aug") + timedelta(days=later)).step == next_step(interview, day("12 Aug"))


def test_w10_a_step_moved_off_a_day_off_says_so() -> None:
    saturday = a_call(day("10 Aug"), Result.NO_DECISION, call_again_on=day("15 Aug"))
    snoozed = an_event(EventKind.SNOOZED, day("10 Aug"), until=day("15 Aug"))

    for step in (next_step(with_events(saturday), day("10 Aug")), next_step(with_events(snoozed), day("10 Aug"))):
        assert step.due_on == day("17 Aug")
        assert step.reasons[-1].sentence.startswith("That day is off where they are")


def test_c1_a_wrong_number_with_no_other_left_asks_for_the_right_one() -> None:
    step = plan_after(a_call(day("10 Aug"), Result.WRONG_NUMBER)).step

    assert step is not None
    assert any("The number was wrong" in reason.sentence for reason in step.reasons)
