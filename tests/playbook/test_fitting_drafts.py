"""Which letters that belong to no step fit a process as it stands (S10 to S16, M2)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.fitting_drafts import draft_fits, listed_drafts
from chalicelib.playbook.offers import answer_by, offer_in
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from tests.factories import MONDAY, a_call, a_contact, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import context_at, planned

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in range(1, 5))
AHEAD = date(2026, 8, 12)
OFFERED = an_answer(THURSDAY, Result.OFFER, until=date(2026, 8, 14))
REFUSED = an_answer(THURSDAY, Result.REFUSAL, reasons_given=True)
TO_AN_OFFER = {
    StepKind.OFFER_TIME,
    StepKind.OFFER_TIME_CALL,
    StepKind.OFFER_ACCEPTANCE,
    StepKind.OFFER_DECLINING,
}


def fitting(*events: Event, today: date = FRIDAY, **facts: Any) -> set[StepKind]:
    """What fits the interview at Acme on a day, after these events."""
    interview = an_interview(events=events, **facts)
    return set(listed_drafts(interview, planned(interview, today), today))


@pytest.mark.parametrize(
    ("events", "fits"),
    [
        ((), {StepKind.WITHDRAWAL}),
        ((a_call(TUESDAY, Result.NO_DECISION),), {StepKind.WITHDRAWAL}),
        ((OFFERED,), TO_AN_OFFER),
        ((REFUSED,), {StepKind.REFUSAL_ANSWER}),
        ((an_answer(THURSDAY, Result.REFUSAL),), {StepKind.REFUSAL_ANSWER}),  # the reasons are still asked for
        ((REFUSED, an_answer(FRIDAY, Result.OFFER)), TO_AN_OFFER),
        ((OFFERED, an_answer(FRIDAY, Result.REFUSAL)), {StepKind.REFUSAL_ANSWER}),  # they took it back
        ((OFFERED, an_event(EventKind.OFFER_ACCEPTED, FRIDAY)), set()),
        ((OFFERED, an_event(EventKind.OFFER_DECLINED, FRIDAY)), set()),
        ((REFUSED, an_answer(FRIDAY, Result.OFFER), an_event(EventKind.OFFER_DECLINED, FRIDAY)), set()),
        ((an_event(EventKind.WITHDRAWN, THURSDAY),), set()),
        ((an_event(EventKind.CLOSED, THURSDAY),), set()),
        ((an_answer(THURSDAY, Result.NEXT_ROUND, interview_on=AHEAD),), set()),
        ((an_answer(THURSDAY, Result.NEXT_ROUND),), {StepKind.WITHDRAWAL}),
    ],
)
def test_s10_s11_s12_s13_s14_a_letter_is_there_while_it_fits(events: tuple[Event, ...], fits: set[StepKind]) -> None:
    assert fitting(*events) == fits


@pytest.mark.parametrize(
    ("facts", "events", "is_there"),
    [
        ({"interview_on": AHEAD, "dated_on": MONDAY}, (), True),
        ({}, (), False),  # it is over
        ({"interview_on": AHEAD, "dated_on": MONDAY}, (an_event(EventKind.INTERVIEW_MOVED, FRIDAY),), False),  # no day
        ({"interview_on": AHEAD, "dated_on": MONDAY}, (an_event(EventKind.WITHDRAWN, FRIDAY),), False),
        ({"interview_on": AHEAD, "dated_on": MONDAY}, (an_answer(FRIDAY, Result.OFFER),), False),
    ],
)
def test_s15_another_day_is_asked_for_while_the_interview_is_ahead(
    facts: dict[str, Any], events: tuple[Event, ...], is_there: bool
) -> None:
    assert (StepKind.RESCHEDULE in fitting(*events, **facts)) is is_there


@pytest.mark.parametrize(
    "events",
    [
        (),
        (REFUSED,),
        (an_event(EventKind.CLOSED, THURSDAY),),
        (a_letter(WEDNESDAY),),
        (an_answer(WEDNESDAY, Result.TOLD_TO_WAIT, until=FRIDAY),),
    ],
)
def test_s16_still_interested_fits_thirty_days_after_the_last_word_and_not_a_day_earlier(
    events: tuple[Event, ...],
) -> None:
    words = [event.on for event in events if event.kind is not EventKind.CLOSED]
    last_on = max([MONDAY, *words])

    assert StepKind.STILL_INTERESTED not in fitting(*events, today=last_on + timedelta(days=29))
    assert StepKind.STILL_INTERESTED in fitting(*events, today=last_on + timedelta(days=30))


@pytest.mark.parametrize(
    "events",
    [
        (OFFERED,),
        (OFFERED, an_event(EventKind.OFFER_ACCEPTED, FRIDAY)),
        (OFFERED, an_event(EventKind.OFFER_DECLINED, FRIDAY)),
        (an_event(EventKind.WITHDRAWN, FRIDAY),),
        (an_answer(FRIDAY, Result.NEXT_ROUND, interview_on=AHEAD),),
        (an_answer(FRIDAY, Result.NEXT_ROUND),),
        (an_answer(FRIDAY, Result.TOLD_TO_WAIT, until=date(2026, 12, 1)),),
    ],
)
def test_s16_still_interested_fits_no_process_that_the_owner_ended_or_that_they_keep_going(
    events: tuple[Event, ...],
) -> None:
    assert StepKind.STILL_INTERESTED not in fitting(*events, today=date(2026, 9, 30))


def test_s16_notes_and_snoozes_are_no_words() -> None:
    later = MONDAY + timedelta(days=20)
    events = (an_event(EventKind.NOTE, later), an_event(EventKind.SNOOZED, later, until=later + timedelta(days=3)))

    assert StepKind.STILL_INTERESTED in fitting(*events, today=MONDAY + timedelta(days=30))


@pytest.mark.parametrize(
    ("until", "today", "day"),
    [
        (date(2026, 8, 14), date(2026, 8, 10), date(2026, 8, 19)),  # three working days after their Friday
        (date(2026, 8, 14), date(2026, 8, 20), date(2026, 8, 25)),  # it has passed: after today
        (None, date(2026, 8, 6), date(2026, 8, 13)),  # none named: the day of the step
        (None, date(2026, 8, 12), date(2026, 8, 17)),  # but not before three working days from today
    ],
)
def test_s10_the_answer_is_promised_for_a_working_day_after_theirs(until: date | None, today: date, day: date) -> None:
    interview = an_interview(events=(an_answer(THURSDAY, Result.OFFER, until=until),))
    offer = offer_in(interview, planned(interview, today))

    assert offer
    assert answer_by(offer, today, context_at("DE").working_days) == day


def test_every_kind_that_is_never_next_says_when_it_fits_or_is_for_the_asking() -> None:
    interview = an_interview(contacts=(a_contact(),))
    unlisted = {kind for kind, spec in STEP_KINDS.items() if not spec.is_ever_next and not spec.is_listed}

    assert unlisted == {StepKind.REASONS_REQUEST, StepKind.OFFER_LETTER}
    assert not draft_fits(StepKind.REASONS_REQUEST, interview, planned(interview, FRIDAY), FRIDAY)
