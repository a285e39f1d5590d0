"""Each step says why it is that step, and why on that day: neither more nor another reason than applies."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.playbook import step_reasons
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.step import Reason
from tests.factories import a_call, an_answer, an_event
from tests.playbook.planning import day, next_step, plan_after, with_events
from tests.playbook.usual import CALLED, NO_PHONE

THANKED = an_event(EventKind.THANK_YOU_SENT, day("4 Aug"))


def reasons_after(*events: Event, **facts: Any) -> tuple[Reason, ...]:
    """Those of the step right after the last of these events."""
    step = plan_after(*events, **facts).step
    assert step is not None
    return step.reasons


@pytest.mark.parametrize(
    ("facts", "is_said"),
    [
        ({"position": "Sales Manager"}, True),
        ({"position": "Sales Manager", "persistence_expected": True}, False),
        ({"position": "Data Engineer", "persistence_expected": True}, False),
    ],
)
def test_w5_a_shorter_wait_is_called_a_guess_only_where_nobody_said_so(facts: dict[str, Any], *, is_said: bool) -> None:
    assert (step_reasons.persistence_is_a_guess() in reasons_after(THANKED, **facts)) is is_said


def test_w3_asked_to_wait_the_step_says_until_when_or_that_no_day_was_named() -> None:
    named = an_answer(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug"))
    unnamed = an_answer(day("10 Aug"), Result.TOLD_TO_WAIT)

    assert reasons_after(named) == (step_reasons.waited_until(day("20 Aug")),)
    assert reasons_after(unnamed) == (step_reasons.waited_long_enough(),)


def test_h1_a_letter_in_place_of_the_call_says_whether_the_number_or_the_welcome_is_missing() -> None:
    assert reasons_after(THANKED, **NO_PHONE)[-1] == step_reasons.no_phone()
    assert reasons_after(THANKED, may_call=False)[-1] == step_reasons.calls_unwelcome()


def test_c_a_number_is_called_wrong_only_after_it_was() -> None:
    assert step_reasons.number_was_wrong() not in reasons_after(THANKED, **NO_PHONE)
    assert step_reasons.number_was_wrong() in reasons_after(THANKED, a_call(day("10 Aug"), Result.WRONG_NUMBER))


@pytest.mark.parametrize(
    ("elsewhere", "said"), [(4, step_reasons.attempts_used_up_elsewhere(4)), (3, step_reasons.attempts_used_up(4))]
)
def test_h5_used_up_attempts_are_laid_to_the_other_rounds_only_where_those_used_all(
    elsewhere: int, said: Reason
) -> None:
    assert reasons_after(THANKED, CALLED, attempts_elsewhere=elsewhere) == (said,)


@pytest.mark.parametrize(
    ("until", "due_on", "moved"),
    [
        (day("15 Aug"), day("17 Aug"), (step_reasons.day_off(),)),  # a Saturday
        (day("17 Aug"), day("17 Aug"), ()),
    ],
)
def test_w10_a_snoozed_step_says_until_when_and_whether_a_day_off_moved_it(
    until: Any, due_on: Any, moved: tuple[Reason, ...]
) -> None:
    step = next_step(with_events(THANKED, an_event(EventKind.SNOOZED, day("10 Aug"), until=until)), day("10 Aug"))

    assert (step.due_on, step.snoozed_until) == (due_on, until)
    assert step.reasons[-1 - len(moved) :] == (step_reasons.snoozed(until), *moved)


def test_s6_a_reasons_call_that_is_put_off_says_until_which_day() -> None:
    refused = an_answer(day("10 Aug"), Result.REFUSAL)
    asked = a_call(day("11 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug"))

    assert reasons_after(refused, asked) == (step_reasons.reasons_call_put_off(day("20 Aug")),)
