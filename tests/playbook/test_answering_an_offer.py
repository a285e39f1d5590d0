"""T, `answer_offer`: an offer is the step until it is answered, and what an event does while it stands (M2)."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import OfferedWhen
from chalicelib.playbook.interview import Outcome
from tests.factories import a_call, a_letter, an_answer, an_event
from tests.playbook.planning import after, day, next_step, plan_after, with_events
from tests.playbook.usual import CALLED, EMPLOYER_IN_RUSSIA, MISSED, OFFERED, REFUSED

LATER = day("12 Aug")
LETTER = a_letter(day("7 Aug"))
STANDS = ("answer_offer", day("16 Aug"))


@pytest.mark.parametrize(
    ("until", "due_on"),
    [
        (day("16 Aug"), day("16 Aug")),  # a Sunday
        (day("10 Aug"), day("10 Aug")),
        (None, day("17 Aug")),
    ],
)
def test_m2_an_offer_is_due_on_the_day_they_named_whatever_day_that_is_or_on_the_fifth_working_day(
    until: date | None, due_on: date
) -> None:
    assert after(an_answer(day("10 Aug"), Result.OFFER, until=until)) == ("answer_offer", due_on)


def test_m2_an_offer_before_the_interview_takes_the_place_of_the_closing_question() -> None:
    early = an_answer(day("1 Aug"), Result.OFFER)

    assert after(early, dated_on=day("20 Jul")) == ("answer_offer", day("7 Aug"))


@pytest.mark.parametrize("on", ["12 Aug", "16 Aug", "17 Aug", "31 Dec"])
def test_m2_an_offer_stays_the_step_until_it_is_answered(on: str) -> None:
    step = next_step(with_events(OFFERED), day(on))

    assert (step.kind, step.due_on) == STANDS


@pytest.mark.parametrize(
    "snoozed_on",
    [day("9 Aug"), day("12 Aug")],  # before the offer, for the status call; and at the offer itself
)
def test_m2_an_offer_cannot_be_snoozed(snoozed_on: date) -> None:
    snoozed = an_event(EventKind.SNOOZED, snoozed_on, until=day("25 Aug"))
    step = next_step(with_events(OFFERED, snoozed), LATER)

    assert (step.kind, step.due_on, step.snoozed_until) == (*STANDS, None)


def test_m2_a_snooze_at_an_offer_puts_off_nothing_that_comes_after_it() -> None:
    snoozed = an_event(EventKind.SNOOZED, LATER, until=day("30 Aug"))

    assert after(OFFERED, snoozed, an_answer(LATER, Result.REFUSAL)) == ("reasons_call", day("13 Aug"))


@pytest.mark.parametrize(
    "end",
    [
        [REFUSED],
        [an_answer(day("9 Aug"), Result.REFUSAL, reasons_given=True)],
        [an_event(EventKind.CLOSED, day("9 Aug"))],
        [an_event(EventKind.WITHDRAWN, day("9 Aug"))],
        [an_answer(day("9 Aug"), Result.NEXT_ROUND, interview_on=day("20 Aug"))],
        [an_answer(day("8 Aug"), Result.OFFER), an_event(EventKind.OFFER_DECLINED, day("9 Aug"))],
    ],
)
def test_m2_an_offer_is_the_step_even_after_a_refusal_or_another_end(end: list[Event]) -> None:
    assert after(*end, OFFERED) == STANDS


def test_m2_a_later_offer_replaces_its_day() -> None:
    assert after(OFFERED, an_answer(LATER, Result.OFFER, until=day("21 Aug"))) == ("answer_offer", day("21 Aug"))
    assert after(OFFERED, an_answer(LATER, Result.OFFER)) == ("answer_offer", day("19 Aug"))


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (EventKind.OFFER_ACCEPTED, Outcome.ACCEPTED),
        (EventKind.OFFER_DECLINED, Outcome.DECLINED),
        (EventKind.CLOSED, Outcome.DECLINED),
        (EventKind.WITHDRAWN, Outcome.WITHDRAWN),
    ],
)
def test_m2_m4_an_offer_that_is_accepted_declined_closed_or_withdrawn_from_has_ended_so(
    kind: EventKind, outcome: Outcome
) -> None:
    for before in ([OFFERED], [REFUSED, OFFERED]):
        plan = plan_after(*before, an_event(kind, LATER))
        assert (plan.step, plan.outcome) == (None, outcome)


@pytest.mark.parametrize(
    ("events", "may_be_answered"),
    [
        ([CALLED], False),
        ([REFUSED], False),
        ([OFFERED], True),
        ([OFFERED, CALLED], True),
        ([OFFERED, an_event(EventKind.OFFER_ACCEPTED, LATER)], False),
        ([OFFERED, an_answer(LATER, Result.REFUSAL)], False),
    ],
)
def test_m2_an_offer_can_be_answered_only_while_it_is_the_step(events: list[Event], *, may_be_answered: bool) -> None:
    assert plan_after(*events).allows(OfferedWhen.WHILE_AN_OFFER_STANDS) is may_be_answered


WITHOUT_EFFECT = [
    *(a_call(LATER, result) for result in (MISSED, Result.VOICEMAIL, Result.WRONG_NUMBER, Result.ARRIVED)),
    a_call(LATER, Result.NO_DECISION, call_again_on=day("14 Aug")),
    a_call(LATER, Result.TOLD_TO_WAIT, until=day("20 Aug")),
    a_letter(LATER),
    an_event(EventKind.THANK_YOU_SENT, LATER),
    an_answer(LATER, Result.TOLD_TO_WAIT, until=day("20 Aug")),
    an_event(EventKind.SNOOZED, LATER, until=day("20 Aug")),
    an_event(EventKind.INTERVIEW_MOVED, LATER),
    an_event(EventKind.INTERVIEW_MOVED, LATER, interview_on=day("20 Aug")),
    an_answer(LATER, Result.NEXT_ROUND),
    an_answer(LATER, Result.NEXT_ROUND, interview_on=day("20 Aug")),  # the next round opens, and the offer stays here
    an_event(EventKind.NOTE, LATER),
]


@pytest.mark.parametrize("event", WITHOUT_EFFECT, ids=lambda event: f"{event.kind} {event.result}")
def test_m2_while_an_offer_stands_calls_letters_waits_snoozes_moves_and_invitations_have_no_effect(
    event: Event,
) -> None:
    before, plan = plan_after(LETTER, OFFERED), plan_after(LETTER, OFFERED, event)

    assert plan == before


@pytest.mark.parametrize("kind", [EventKind.REASONS_REQUESTED, EventKind.REASONS_RECEIVED])
def test_m2_s7_while_an_offer_stands_the_reasons_of_an_earlier_refusal_have_no_effect(kind: EventKind) -> None:
    plan = plan_after(REFUSED, OFFERED, an_event(kind, LATER), **EMPLOYER_IN_RUSSIA)

    assert plan == plan_after(REFUSED, OFFERED, **EMPLOYER_IN_RUSSIA)
    assert plan.allows(OfferedWhen.AFTER_A_REFUSAL)
    assert not plan_after(OFFERED).allows(OfferedWhen.AFTER_A_REFUSAL)


@pytest.mark.parametrize(
    "events", [(LETTER,), (OFFERED,), (REFUSED,), (OFFERED, an_event(EventKind.OFFER_ACCEPTED, LATER))]
)
def test_t_a_note_and_what_they_say_can_be_recorded_at_any_time(events: tuple[Event, ...]) -> None:
    assert plan_after(*events).allows(OfferedWhen.ALWAYS)


def test_m2_a_refusal_at_an_offer_takes_it_back_and_is_as_anywhere() -> None:
    refused, with_reasons = (an_answer(LATER, Result.REFUSAL, reasons_given=given) for given in (None, True))

    assert after(OFFERED, refused) == ("reasons_call", day("13 Aug"))
    assert plan_after(OFFERED, with_reasons).outcome is Outcome.REFUSAL
    assert plan_after(OFFERED, refused, an_event(EventKind.CLOSED, LATER)).outcome is Outcome.REFUSAL


def test_s7_after_a_refusal_and_an_offer_that_was_accepted_the_reasons_can_be_asked_for_and_it_ends_as_accepted() -> (
    None
):
    accepted = [REFUSED, OFFERED, an_event(EventKind.OFFER_ACCEPTED, LATER)]
    asked, told = (an_event(EventKind(f"reasons_{what}"), day("13 Aug")) for what in ("requested", "received"))

    assert after(*accepted, asked, **EMPLOYER_IN_RUSSIA) == ("reasons_deadline", day("24 Aug"))
    for end in (told, an_event(EventKind.CLOSED, day("24 Aug"))):
        assert plan_after(*accepted, asked, end, **EMPLOYER_IN_RUSSIA).outcome is Outcome.ACCEPTED
    assert plan_after(*accepted, asked).outcome is Outcome.ACCEPTED  # no term is known
