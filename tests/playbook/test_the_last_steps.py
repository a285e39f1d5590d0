"""T, the last steps, each on its day: the closing word, what leads to it, and moving on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.step import Missing
from tests.factories import a_call, a_letter, an_answer, an_event
from tests.playbook.planning import after, day, next_step, plan_after, with_events
from tests.playbook.usual import CALLED, FOLLOWED_UP, NO_ADDRESS, NO_PHONE, WROTE


def test_w9_the_closing_word_comes_two_weeks_after_b() -> None:
    assert after(CALLED, WROTE, FOLLOWED_UP) == ("closing_contact", day("24 Aug"))


def test_w9_h5_the_closing_word_keeps_three_working_days_from_the_last_contact() -> None:
    late = a_call(day("24 Aug"), Result.NO_ANSWER)

    assert after(CALLED, WROTE, late) == ("closing_contact", day("27 Aug"))


def test_w9_the_third_call_in_a_row_without_decision_or_day_leads_to_the_closing_word() -> None:
    calls = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "17 Aug", "24 Aug")]

    assert after(*calls[:2]) == ("agreed_call", day("24 Aug"))
    assert after(*calls) == ("closing_contact", day("7 Sep"))  # B was 24 Aug before that call


def test_w9_unanswered_calls_neither_count_nor_break_the_row_and_then_it_starts_anew() -> None:
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "18 Aug", "26 Aug")]
    missed = a_call(day("17 Aug"), Result.NO_ANSWER)

    assert after(missed, *undecided)[0] == "closing_contact"
    anew = [a_call(day(on), Result.NO_DECISION) for on in ("9 Sep", "16 Sep", "23 Sep")]
    assert after(missed, *undecided, *anew[:1]) == ("agreed_call", day("16 Sep"))
    assert after(missed, *undecided, *anew[:2]) == ("agreed_call", day("23 Sep"))
    assert after(missed, *undecided, *anew)[0] == "closing_contact"


def test_w9_an_invitation_to_a_next_round_ends_the_row_of_undecided_calls() -> None:
    row = [a_call(day(on), Result.NO_DECISION) for on in ("4 Aug", "5 Aug")]
    invited = an_answer(day("10 Aug"), Result.NEXT_ROUND, interview_on=day("20 Aug"))
    waited = an_answer(day("12 Aug"), Result.TOLD_TO_WAIT)
    anew = [a_call(day(on), Result.NO_DECISION) for on in ("19 Aug", "26 Aug", "2 Sep")]

    assert after(*row, invited, waited, *anew[:2])[0] == "agreed_call"
    assert after(*row, invited, waited, *anew)[0] == "closing_contact"


def test_w9_an_offer_ends_the_row_of_undecided_calls() -> None:
    row = [a_call(day(on), Result.NO_DECISION) for on in ("4 Aug", "5 Aug")]
    offered, declined = an_answer(day("6 Aug"), Result.OFFER), an_event(EventKind.OFFER_DECLINED, day("7 Aug"))
    waited = an_answer(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("12 Aug"))
    anew = a_call(day("13 Aug"), Result.NO_DECISION)

    assert after(*row, waited, anew)[0] == "closing_contact"
    assert after(*row, offered, declined, waited, anew)[0] == "agreed_call"


def test_w9_a_day_agreed_breaks_the_row() -> None:
    calls = [
        a_call(day("10 Aug"), Result.NO_DECISION),
        a_call(day("17 Aug"), Result.NO_DECISION),
        a_call(day("24 Aug"), Result.NO_DECISION, call_again_on=day("26 Aug")),
        a_call(day("26 Aug"), Result.NO_DECISION),
    ]

    assert after(*calls) == ("agreed_call", day("2 Sep"))
    assert after(*calls, a_call(day("2 Sep"), Result.NO_DECISION)) == ("agreed_call", day("9 Sep"))


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        # "Please wait", on the phone and without a day, is a call without decision or day: the third in the row.
        (Result.NO_DECISION, Result.TOLD_TO_WAIT, ("closing_contact", day("7 Sep"))),
        (Result.TOLD_TO_WAIT, Result.TOLD_TO_WAIT, ("closing_contact", day("7 Sep"))),
    ],
)
def test_w9_a_call_that_ended_with_please_wait_and_no_day_belongs_to_the_row(
    second: Result, third: Result, expected: tuple[str, date]
) -> None:
    calls = [a_call(day("10 Aug"), Result.NO_DECISION), a_call(day("17 Aug"), second), a_call(day("24 Aug"), third)]

    assert after(*calls) == expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (an_answer(day("18 Aug"), Result.TOLD_TO_WAIT), "closing_contact"),  # a mail is no call
        (a_call(day("18 Aug"), Result.TOLD_TO_WAIT, until=day("21 Aug")), "agreed_call"),  # they named a day
    ],
)
def test_w9_mail_leaves_the_row_as_it_is_and_a_day_named_on_the_phone_breaks_it(between: Event, expected: str) -> None:
    before = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "17 Aug")]

    assert after(*before, between, a_call(day("25 Aug"), Result.NO_DECISION))[0] == expected


def test_w9_after_a_day_named_on_the_phone_it_takes_three_calls_again() -> None:
    named = a_call(day("10 Aug"), Result.TOLD_TO_WAIT, until=day("14 Aug"))
    calls = [a_call(day(on), Result.NO_DECISION) for on in ("17 Aug", "24 Aug", "31 Aug")]

    assert after(named, *calls[:2])[0] == "agreed_call"
    assert after(named, *calls)[0] == "closing_contact"


def test_w9_the_row_outlasts_an_unanswered_follow_up() -> None:
    history = [
        a_call(day("10 Aug"), Result.NO_DECISION),
        a_call(day("17 Aug"), Result.NO_DECISION),
        a_call(day("24 Aug"), Result.NO_ANSWER),
        a_letter(day("25 Aug")),
        a_call(day("28 Aug"), Result.NO_ANSWER),
    ]

    assert after(*history, a_call(day("7 Sep"), Result.NO_DECISION)) == ("closing_contact", day("10 Sep"))


@pytest.mark.parametrize("facts", [{}, {"call_again_on": day("19 Aug")}])
@pytest.mark.parametrize("result", [Result.NO_DECISION, Result.TOLD_TO_WAIT])
def test_w9_an_early_receipt_call_neither_counts_nor_breaks_the_row(result: Result, facts: dict[str, Any]) -> None:
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("4 Aug", "5 Aug")]
    waited = an_answer(day("6 Aug"), Result.TOLD_TO_WAIT, until=day("6 Aug"))
    early_receipt_call = a_call(day("11 Aug"), result, **facts)

    events = [*undecided, waited, a_letter(day("10 Aug")), early_receipt_call]

    assert after(*events)[0] != "closing_contact"
    assert after(*events, a_call(day("20 Aug"), Result.NO_DECISION))[0] == "closing_contact"


def test_w9_the_closing_word_is_a_letter_where_nobody_can_be_called() -> None:
    letters = [a_letter(day("10 Aug")), a_letter(day("17 Aug"))]
    plan = plan_after(*letters, **NO_PHONE)

    assert plan.step is not None
    assert (plan.step.kind, plan.step.due_on, plan.is_call_possible) == ("closing_contact", day("24 Aug"), False)


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, None),
        (NO_PHONE, None),
        (NO_ADDRESS, None),
        ({"contacts": ()}, Missing.PHONE),
        ({"contacts": (), "may_call": False}, Missing.ADDRESS),
        (NO_ADDRESS | {"may_call": False}, Missing.ADDRESS),
    ],
)
def test_w9_the_closing_word_says_what_is_missing_for_it(facts: dict[str, Any], missing: Missing | None) -> None:
    undecided = [a_call(day(on), Result.NO_DECISION) for on in ("10 Aug", "17 Aug", "24 Aug")]

    step = plan_after(*undecided, **facts).step

    assert step is not None
    assert (step.kind, step.missing) == ("closing_contact", missing)


def test_m1_moving_on_comes_five_working_days_after_the_unanswered_closing_word() -> None:
    closing_letter = a_letter(day("25 Aug"))

    assert after(CALLED, WROTE, FOLLOWED_UP, closing_letter) == ("move_on", day("1 Sep"))


def test_m1_m3_moving_on_says_that_the_process_counts_as_refused_and_closes_politely() -> None:
    step = next_step(with_events(CALLED, WROTE, FOLLOWED_UP, a_letter(day("25 Aug"))), day("25 Aug"))

    assert {"W9", "M1", "M3"} <= set(step.rules)
