"""S6, S7: the reasons of a refusal, by phone and in writing."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Outcome
from tests.factories import a_call, an_answer, an_event
from tests.playbook.planning import after, day, plan_after


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([an_answer(day("10 Aug"), Result.REFUSAL)], ("reasons_call", day("11 Aug"))),
        (
            [an_answer(day("10 Aug"), Result.REFUSAL), a_call(day("11 Aug"), Result.NO_ANSWER)],
            ("reasons_call", day("14 Aug")),
        ),
        (
            [
                an_answer(day("10 Aug"), Result.REFUSAL),
                a_call(day("11 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug")),
            ],
            ("reasons_call", day("21 Aug")),
        ),
        (
            [an_answer(day("10 Aug"), Result.REFUSAL), an_answer(day("11 Aug"), Result.TOLD_TO_WAIT)],
            ("reasons_call", day("18 Aug")),
        ),
    ],
)
def test_s6_a_refusal_without_reasons_leads_to_the_reasons_call(
    events: list[Event], expected: tuple[str, date]
) -> None:
    assert after(*events) == expected


@pytest.mark.parametrize(
    "events",
    [
        [
            an_answer(day("10 Aug"), Result.REFUSAL),
            a_call(day("11 Aug"), Result.NO_ANSWER),
            a_call(day("14 Aug"), Result.VOICEMAIL),
        ],
        [an_answer(day("10 Aug"), Result.REFUSAL), a_call(day("11 Aug"), Result.NO_DECISION)],
        [an_answer(day("10 Aug"), Result.REFUSAL, reasons_given=True)],
        [an_answer(day("10 Aug"), Result.REFUSAL), an_event(EventKind.REASONS_RECEIVED, day("12 Aug"))],
        [an_answer(day("10 Aug"), Result.REFUSAL), an_event(EventKind.REASONS_REQUESTED, day("12 Aug"))],
    ],
)
def test_s6_s7_a_refusal_ends_when_its_reasons_are_known_or_asked_for_enough(events: list[Event]) -> None:
    plan = plan_after(*events)

    assert (plan.step, plan.outcome) == (None, Outcome.REFUSAL)


def test_s6_where_calls_are_unwelcome_a_refusal_has_ended() -> None:
    assert plan_after(an_answer(day("10 Aug"), Result.REFUSAL), may_call=False).outcome is Outcome.REFUSAL


def test_s7_in_russia_the_employer_has_seven_working_days_for_the_reasons() -> None:
    asked = [an_answer(day("10 Aug"), Result.REFUSAL), an_event(EventKind.REASONS_REQUESTED, day("12 Aug"))]

    assert after(*asked, employer_country="RU") == ("reasons_deadline", day("21 Aug"))
