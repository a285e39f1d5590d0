"""T, `called` with `arrived`: they have the letter, and no decision yet (W7, H4)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Outcome
from tests.factories import a_call, a_letter, an_answer, an_event
from tests.playbook.planning import after, day, plan_after
from tests.playbook.usual import CALLED, CLOSED_OFF, FOLLOWED_UP, NO_ADDRESS, NO_PHONE, REFUSED, WROTE


def arrived(on: str) -> Event:
    """The call in which they said that they have the letter."""
    return a_call(day(on), Result.ARRIVED)


def test_w7_h4_a_letter_that_has_arrived_leaves_the_follow_up_and_counts_nothing() -> None:
    plan = plan_after(WROTE, arrived("12 Aug"))

    assert after(WROTE, arrived("12 Aug")) == ("follow_up_call", day("14 Aug"))
    assert (plan.attempts, plan.attempts_used) == (0, 0)
    assert plan_after(CALLED, WROTE, arrived("12 Aug")).attempts_used == 1  # the call before the letter


def test_w7_the_follow_up_after_a_letter_that_has_arrived_counts_if_it_is_not_answered() -> None:
    assert plan_after(WROTE, arrived("12 Aug"), FOLLOWED_UP).attempts_used == 1


@pytest.mark.parametrize(
    ("events", "facts", "due_on"),
    [
        ([WROTE, arrived("14 Aug")], {}, day("21 Aug")),  # on the follow-up's day
        ([WROTE, arrived("17 Aug")], {}, day("24 Aug")),
        ([a_letter(day("7 Aug")), arrived("10 Aug")], {}, day("17 Aug")),  # one call settles both
        ([WROTE, arrived("12 Aug"), arrived("13 Aug")], {}, day("20 Aug")),  # at the follow-up call
        ([WROTE, arrived("12 Aug")], NO_PHONE, day("19 Aug")),  # at the second letter
        ([arrived("4 Aug")], {}, day("11 Aug")),  # at the thank-you letter
        ([CALLED, arrived("11 Aug")], NO_ADDRESS, day("18 Aug")),
        ([CALLED, WROTE, FOLLOWED_UP, arrived("24 Aug")], {}, day("31 Aug")),
        ([CALLED, WROTE, FOLLOWED_UP, CLOSED_OFF, arrived("26 Aug")], {}, day("2 Sep")),
    ],
)
def test_w8_elsewhere_it_is_as_no_decision_without_a_day(
    events: list[Event], facts: dict[str, Any], due_on: date
) -> None:
    undecided = [*events[:-1], a_call(events[-1].on, Result.NO_DECISION)]

    assert after(*events, **facts) == ("agreed_call", due_on)
    assert after(*undecided, **facts) == ("agreed_call", due_on)


def test_w9_it_belongs_to_the_row_of_three_and_at_an_early_receipt_call_it_does_not() -> None:
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("4 Aug", "5 Aug")]
    waited = an_answer(day("6 Aug"), Result.TOLD_TO_WAIT, until=day("6 Aug"))

    assert after(*undecided, arrived("6 Aug"))[0] == "closing_contact"
    assert after(*undecided, waited, a_letter(day("10 Aug")), arrived("11 Aug"))[0] == "follow_up_call"


def test_s6_at_the_reasons_call_it_ends_and_elsewhere_after_a_refusal_it_has_no_effect() -> None:
    asked = an_event(EventKind.REASONS_REQUESTED, day("10 Aug"))

    assert plan_after(REFUSED, arrived("11 Aug")).outcome is Outcome.REFUSAL
    assert after(REFUSED, asked, arrived("12 Aug"), employer_country="RU") == ("reasons_deadline", day("19 Aug"))


def test_before_the_interview_day_it_has_no_effect() -> None:
    assert after(arrived("2 Aug"), dated_on=day("1 Aug"))[0] == "closing_question"
