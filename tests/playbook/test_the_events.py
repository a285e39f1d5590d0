"""T, what an event does, row by row."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from tests.factories import a_call, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import after, day, next_step, plan_after, planned, with_events
from tests.playbook.usual import CALLED, CLOSED_OFF, FOLLOWED_UP, MISSED, NO_PHONE, REFUSED, WROTE


def test_events_are_folded_by_their_day_whatever_the_order_they_were_recorded_in() -> None:
    plans = [
        planned(an_interview(events=events), day("24 Aug")) for events in permutations((CALLED, WROTE, FOLLOWED_UP))
    ]

    assert {(plan.step.kind, plan.step.due_on) for plan in plans if plan.step} == {("closing_contact", day("24 Aug"))}


def test_events_of_one_day_are_folded_as_recorded() -> None:
    letter, call = a_letter(day("10 Aug")), a_call(day("10 Aug"), MISSED)

    assert after(call, letter)[0] == "receipt_call"
    assert after(letter, call)[0] == "follow_up_call"  # the call was an early receipt call


@pytest.mark.parametrize(
    "event",
    [
        a_call(day("1 Aug"), MISSED),
        a_letter(day("1 Aug")),
        an_event(EventKind.THANK_YOU_SENT, day("1 Aug")),
        an_answer(day("1 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug")),
    ],
)
def test_what_is_dated_before_the_interview_day_has_no_effect(event: Event) -> None:
    plan = planned(with_events(event), day("3 Aug"))

    assert plan.step == next_step(an_interview(), day("3 Aug"))
    assert plan.attempts == 0


@pytest.mark.parametrize(
    "event",
    [
        a_call(day("3 Aug"), MISSED),
        a_letter(day("3 Aug")),
        an_event(EventKind.THANK_YOU_SENT, day("3 Aug")),
        an_answer(day("3 Aug"), Result.TOLD_TO_WAIT),
    ],
)
def test_what_is_dated_on_the_interview_day_shows_that_it_is_over(event: Event) -> None:
    dated_before = day("1 Aug")

    assert after(an_event(EventKind.NOTE, day("3 Aug")), dated_on=dated_before)[0] == "closing_question"
    assert after(event, dated_on=dated_before)[0] not in ("closing_question", "thank_you_letter")


@pytest.mark.parametrize(
    "event",
    [
        a_call(day("4 Aug"), MISSED),
        a_call(day("4 Aug"), Result.TOLD_TO_WAIT),
        a_letter(day("4 Aug")),
        an_answer(day("4 Aug"), Result.TOLD_TO_WAIT),
    ],
)
def test_a_pending_thank_you_letter_is_ended_by_a_call_a_letter_or_an_answer(event: Event) -> None:
    assert after(event)[0] != "thank_you_letter"
    assert after(event, attempts_elsewhere=3)[0] != "thank_you_letter"


def test_a_thank_you_letter_that_had_lapsed_changes_nothing() -> None:
    assert after(an_event(EventKind.THANK_YOU_SENT, day("11 Aug"))) == ("status_call", day("10 Aug"))


@pytest.mark.parametrize(
    ("events", "facts", "expected"),
    [
        ([a_letter(day("4 Aug"))], {}, ("receipt_call", day("5 Aug"))),  # at the thank-you, before B
        ([a_letter(day("10 Aug"))], {}, ("receipt_call", day("11 Aug"))),  # at the status call
        ([CALLED, WROTE], {}, ("receipt_call", day("12 Aug"))),  # at the first status letter
        ([CALLED, WROTE, a_letter(day("12 Aug"))], {}, ("receipt_call", day("13 Aug"))),  # sent again: L moves
        (
            [CALLED, WROTE, a_call(day("12 Aug"), MISSED), a_letter(day("13 Aug"))],
            {},
            ("closing_contact", day("24 Aug")),  # it is the follow-up
        ),
        ([a_letter(day("10 Aug")), a_letter(day("17 Aug"))], NO_PHONE, ("closing_contact", day("24 Aug"))),
        (
            [a_call(day("10 Aug"), Result.NO_DECISION), a_letter(day("11 Aug"))],
            {},
            ("agreed_call", day("17 Aug")),  # the call stays
        ),
        ([CALLED, WROTE, FOLLOWED_UP, a_letter(day("24 Aug"))], {}, ("move_on", day("31 Aug"))),
        ([CALLED, WROTE, FOLLOWED_UP, CLOSED_OFF, a_letter(day("26 Aug"))], {}, ("move_on", day("2 Sep"))),
    ],
)
def test_letter_sent(events: list[Event], facts: dict[str, Any], expected: tuple[str, date]) -> None:
    assert after(*events, **facts) == expected


@pytest.mark.parametrize(
    ("events", "facts", "expected"),
    [
        ([a_call(day("5 Aug"), MISSED)], {}, ("status_letter", day("10 Aug"))),  # at the thank-you
        ([CALLED], {}, ("status_letter", day("11 Aug"))),
        ([CALLED, a_call(day("11 Aug"), MISSED)], {}, ("status_letter", day("12 Aug"))),  # at the first letter
        (
            [a_call(day("10 Aug"), Result.NO_DECISION), a_call(day("17 Aug"), MISSED)],
            {},
            ("status_letter", day("18 Aug")),
        ),
        ([CALLED, WROTE, a_call(day("12 Aug"), MISSED)], {}, ("follow_up_call", day("14 Aug"))),
        ([CALLED, WROTE, a_call(day("14 Aug"), MISSED)], {}, ("closing_contact", day("24 Aug"))),
        (
            [CALLED, WROTE, a_call(day("12 Aug"), Result.WRONG_NUMBER)],
            {},
            ("status_letter", day("18 Aug")),  # no phone is left: the second letter
        ),
        ([a_letter(day("10 Aug")), a_call(day("12 Aug"), MISSED)], NO_PHONE, ("status_letter", day("17 Aug"))),
        (
            [CALLED, WROTE, a_call(day("12 Aug"), MISSED), FOLLOWED_UP],
            {},
            ("closing_contact", day("24 Aug")),
        ),
        ([CALLED, WROTE, FOLLOWED_UP, CLOSED_OFF], {}, ("move_on", day("31 Aug"))),
        ([CALLED, WROTE, FOLLOWED_UP, CLOSED_OFF, a_call(day("26 Aug"), MISSED)], {}, ("move_on", day("31 Aug"))),
        (
            [REFUSED, an_event(EventKind.REASONS_REQUESTED, day("10 Aug")), a_call(day("12 Aug"), MISSED)],
            {"employer_country": "RU"},
            ("reasons_deadline", day("19 Aug")),
        ),
    ],
)
def test_an_unanswered_call(events: list[Event], facts: dict[str, Any], expected: tuple[str, date]) -> None:
    assert after(*events, **facts) == expected


def test_an_unanswered_call_at_the_second_letter_counts_and_the_letter_stays() -> None:
    plan = plan_after(a_letter(day("10 Aug")), a_call(day("12 Aug"), MISSED), **NO_PHONE)

    assert plan.attempts_used == 2
    assert plan.step is not None
    assert plan.step.is_second_letter


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([WROTE, a_call(day("12 Aug"), Result.NO_DECISION)], ("follow_up_call", day("14 Aug"))),
        ([WROTE, a_call(day("14 Aug"), Result.NO_DECISION)], ("agreed_call", day("21 Aug"))),
        ([CALLED, WROTE, FOLLOWED_UP, a_call(day("24 Aug"), Result.NO_DECISION)], ("agreed_call", day("31 Aug"))),
        (
            [CALLED, WROTE, FOLLOWED_UP, CLOSED_OFF, a_call(day("28 Aug"), Result.NO_DECISION)],
            ("agreed_call", day("4 Sep")),
        ),
    ],
)
def test_no_decision_without_a_day(events: list[Event], expected: tuple[str, date]) -> None:
    assert after(*events) == expected


def test_no_decision_sets_the_new_base_day() -> None:
    # The agreed call of Friday 21 Aug is missed early: the letter does not come before that day.
    agreed = a_call(day("12 Aug"), Result.NO_DECISION, call_again_on=day("21 Aug"))

    assert after(agreed, a_call(day("13 Aug"), MISSED)) == ("status_letter", day("21 Aug"))


def test_undoing_is_planning_without_the_last_event() -> None:
    before = with_events(CALLED)

    assert planned(with_events(CALLED, WROTE), day("11 Aug")).step != planned(before, day("11 Aug")).step
    assert planned(before, day("11 Aug")).step == next_step(before, day("11 Aug"))


@pytest.mark.parametrize("result", [Result.NO_DECISION, Result.TOLD_TO_WAIT, Result.NO_ANSWER])
def test_a_call_is_the_last_contact_however_it_ended(result: Result) -> None:
    assert plan_after(a_letter(day("10 Aug")), a_call(day("12 Aug"), result)).last_contact_on == day("12 Aug")
    assert plan_after(a_letter(day("10 Aug"))).last_contact_on == day("10 Aug")


def test_a_day_named_on_the_phone_is_a_promise() -> None:
    asked_to_wait = a_call(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug"))

    assert plan_after(asked_to_wait).promised_on == day("20 Aug")


def test_a_letter_after_a_wait_has_a_receipt_call_of_its_own() -> None:
    checked = [a_letter(day("10 Aug")), a_call(day("11 Aug"), MISSED)]
    waited = an_answer(day("12 Aug"), Result.TOLD_TO_WAIT, until=day("17 Aug"))

    assert after(*checked, waited, a_letter(day("18 Aug"))) == ("receipt_call", day("19 Aug"))
