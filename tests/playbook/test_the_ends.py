"""T, what an event does that ends a process, and what one does that comes after the end."""

from __future__ import annotations

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Outcome
from tests.factories import a_call, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import after, day, next_step, plan_after
from tests.playbook.usual import MISSED, REFUSED


@pytest.mark.parametrize(
    "event", [a_letter(day("11 Aug")), an_answer(day("11 Aug"), Result.REFUSAL), a_call(day("11 Aug"), MISSED)]
)
def test_what_comes_after_the_end_by_its_day_has_no_effect_but_for_a_later_answer(event: Event) -> None:
    offer = an_answer(day("10 Aug"), Result.OFFER)
    expected = None if event.kind is EventKind.HEARD_BACK else Outcome.OFFER

    assert plan_after(offer, event).outcome is expected


@pytest.mark.parametrize(
    ("event", "outcome"),
    [
        (an_answer(day("11 Aug"), Result.OFFER), Outcome.OFFER),
        (an_answer(day("11 Aug"), Result.REFUSAL, reasons_given=True), Outcome.REFUSAL),
        (an_answer(day("11 Aug"), Result.NEXT_ROUND, interview_on=day("20 Aug")), Outcome.NEXT_ROUND),
        (an_event(EventKind.WITHDRAWN, day("11 Aug")), Outcome.WITHDRAWN),
        (an_event(EventKind.CLOSED, day("11 Aug")), Outcome.NO_ANSWER),
    ],
)
def test_m4_how_it_ends(event: Event, outcome: Outcome) -> None:
    assert plan_after(event).outcome is outcome
    assert plan_after(event).step is None


@pytest.mark.parametrize(
    ("event", "outcome"),
    [
        (an_answer(day("11 Aug"), Result.OFFER), Outcome.OFFER),
        (an_event(EventKind.WITHDRAWN, day("11 Aug")), Outcome.REFUSAL),
        (an_event(EventKind.CLOSED, day("11 Aug")), Outcome.REFUSAL),
    ],
)
def test_an_offer_wins_over_a_refusal_and_a_refusal_over_the_owner(event: Event, outcome: Outcome) -> None:
    assert plan_after(REFUSED, event).outcome is outcome


@pytest.mark.parametrize(
    ("result", "outcome"), [(Result.OFFER, Outcome.OFFER), (Result.NEXT_ROUND, Outcome.NEXT_ROUND)]
)
def test_a_refusal_stays_recorded_whatever_comes_after_it(result: Result, outcome: Outcome) -> None:
    taken_back = an_answer(day("11 Aug"), result, interview_on=day("20 Aug"))
    waits = an_answer(day("12 Aug"), Result.TOLD_TO_WAIT)
    asked, told = (an_event(EventKind(f"reasons_{what}"), day("12 Aug")) for what in ("requested", "received"))
    closed = an_event(EventKind.CLOSED, day("13 Aug"))

    assert plan_after(REFUSED, taken_back).outcome is outcome
    assert plan_after(REFUSED, taken_back, told).outcome is outcome
    assert plan_after(REFUSED, taken_back, asked).outcome is outcome  # no term is known
    assert after(REFUSED, taken_back, waits) == ("status_call", day("19 Aug"))
    assert after(REFUSED, taken_back, waits, a_call(day("19 Aug"), Result.NO_DECISION))[0] == "agreed_call"
    assert plan_after(REFUSED, taken_back, waits, closed).outcome is Outcome.REFUSAL
    assert after(REFUSED, taken_back, asked, employer_country="RU") == ("reasons_deadline", day("21 Aug"))


@pytest.mark.parametrize(
    "event",
    [a_letter(day("11 Aug")), an_event(EventKind.NOTE, day("11 Aug"))],
)
def test_after_a_refusal_a_letter_changes_nothing(event: Event) -> None:
    assert after(REFUSED, event) == ("reasons_call", day("11 Aug"))


@pytest.mark.parametrize("result", [Result.NO_DECISION, Result.TOLD_TO_WAIT])
def test_while_the_reasons_are_awaited_a_call_changes_nothing(result: Result) -> None:
    events = [REFUSED, an_event(EventKind.REASONS_REQUESTED, day("10 Aug")), a_call(day("12 Aug"), result)]

    assert after(*events, employer_country="RU") == ("reasons_deadline", day("19 Aug"))


def test_a_later_word_reopens_what_silence_had_closed() -> None:
    closed = an_event(EventKind.CLOSED, day("10 Aug"))
    word = an_answer(day("12 Aug"), Result.TOLD_TO_WAIT, until=day("20 Aug"))

    assert after(closed, word) == ("status_call", day("21 Aug"))


def test_reasons_without_a_refusal_change_nothing() -> None:
    plain = next_step(an_interview(), day("10 Aug"))

    for kind in (EventKind.REASONS_REQUESTED, EventKind.REASONS_RECEIVED):
        assert after(an_event(kind, day("10 Aug"))) == (plain.kind, plain.due_on)


def test_a_refusal_before_the_interview_day_is_followed_up_like_any_other() -> None:
    early = an_answer(day("27 Jul"), Result.REFUSAL)
    calls = [a_call(day("28 Jul"), MISSED), a_call(day("31 Jul"), MISSED)]

    assert after(early) == ("reasons_call", day("28 Jul"))
    assert plan_after(early, *calls).outcome is Outcome.REFUSAL
