"""S6, S7: the reasons of a refusal, by phone and in writing."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.forecast import forecast
from chalicelib.playbook.interview import Outcome
from chalicelib.playbook.reasons_term import reasons_term
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event
from tests.playbook.planning import ZONE, after, context_at, day, plan_after, with_events


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
            [an_answer(day("10 Aug"), Result.REFUSAL), a_call(day("11 Aug"), Result.TOLD_TO_WAIT, until=day("5 Aug"))],
            ("reasons_call", day("12 Aug")),  # the day they named has passed
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


@pytest.mark.parametrize(
    "late",
    [
        a_letter(day("20 Aug")),
        a_call(day("20 Aug"), Result.NO_DECISION, call_again_on=day("25 Aug")),
        a_call(day("20 Aug"), Result.TOLD_TO_WAIT),
        an_answer(day("20 Aug"), Result.TOLD_TO_WAIT, until=day("25 Aug")),
    ],
)
def test_a_refusal_that_has_ended_is_not_reopened_by_a_letter_a_call_or_please_wait(late: Event) -> None:
    refused = an_answer(day("10 Aug"), Result.REFUSAL, reasons_given=True)

    assert plan_after(refused, late).outcome is Outcome.REFUSAL


def test_m3_a_refusal_keeps_the_contacts() -> None:
    refused = plan_after(an_answer(day("10 Aug"), Result.REFUSAL, reasons_given=True))

    assert (refused.selected_contacts.to_call, refused.selected_contacts.to_write) == (a_contact(), a_contact())


def test_s7_the_request_for_the_reasons_is_never_a_step_by_itself() -> None:
    refused = with_events(an_answer(day("10 Aug"), Result.REFUSAL), employer_country="RU")

    road = forecast(refused, context_at("RU"), datetime(2026, 8, 10, 12, 0, tzinfo=ZONE))

    assert [step.kind for step in road] == ["reasons_call", "reasons_call"]


@pytest.mark.parametrize(("place", "term"), [("RU", 7), ("DE", None), ("US-CA", None), ("GB-ENG", None)])
def test_s7_the_term_is_data_of_the_country(place: str, term: int | None) -> None:
    assert reasons_term(place) == term


def test_s7_where_no_law_is_known_the_request_ends_the_process() -> None:
    asked = [an_answer(day("10 Aug"), Result.REFUSAL), an_event(EventKind.REASONS_REQUESTED, day("12 Aug"))]

    assert plan_after(*asked, employer_country="DE").outcome is Outcome.REFUSAL


def test_s7_in_russia_the_employer_has_seven_working_days_for_the_reasons() -> None:
    asked = [an_answer(day("10 Aug"), Result.REFUSAL), an_event(EventKind.REASONS_REQUESTED, day("12 Aug"))]

    assert after(*asked, employer_country="RU") == ("reasons_deadline", day("21 Aug"))


def test_s7_a_next_round_takes_a_refusal_back() -> None:
    said_no = an_answer(day("10 Aug"), Result.REFUSAL)
    invited = an_answer(day("11 Aug"), Result.NEXT_ROUND, interview_on=day("20 Aug"))
    asked = an_event(EventKind.REASONS_REQUESTED, day("12 Aug"))

    refused = plan_after(said_no, asked, employer_country="RU")
    invited_again = plan_after(said_no, invited, asked, employer_country="RU")

    assert refused.step is not None
    assert invited_again.step is None
