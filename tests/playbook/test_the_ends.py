"""T, what an event does that ends a process, and what one does that comes after the end."""

from __future__ import annotations

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Outcome
from tests.factories import a_call, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import after, day, next_step, plan_after
from tests.playbook.usual import MISSED, REFUSED

ACCEPTED, DECLINED = (
    (an_answer(day("10 Aug"), Result.OFFER), an_event(kind, day("10 Aug")))
    for kind in (EventKind.OFFER_ACCEPTED, EventKind.OFFER_DECLINED)
)


@pytest.mark.parametrize(
    "event",
    [
        a_letter(day("11 Aug")),
        a_call(day("11 Aug"), MISSED),
        a_call(day("11 Aug"), Result.ARRIVED),
        an_event(EventKind.INTERVIEW_MOVED, day("11 Aug")),
        an_event(EventKind.INTERVIEW_MOVED, day("11 Aug"), interview_on=day("20 Aug")),
        an_event(EventKind.OFFER_DECLINED, day("11 Aug")),
        an_event(EventKind.CLOSED, day("11 Aug")),
        an_event(EventKind.WITHDRAWN, day("11 Aug")),
    ],
)
def test_what_comes_after_the_end_by_its_day_has_no_effect(event: Event) -> None:
    assert plan_after(*ACCEPTED, event).outcome is Outcome.ACCEPTED


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (an_answer(day("11 Aug"), Result.REFUSAL), "reasons_call"),
        (an_answer(day("11 Aug"), Result.OFFER), "answer_offer"),
        (an_answer(day("11 Aug"), Result.TOLD_TO_WAIT), "status_call"),
        (an_answer(day("11 Aug"), Result.NEXT_ROUND), "status_call"),
    ],
)
def test_a_later_word_of_theirs_wins_over_every_end(word: Event, kind: str) -> None:
    for end in (ACCEPTED, DECLINED, [an_event(EventKind.WITHDRAWN, day("10 Aug"))]):
        assert after(*end, word)[0] == kind


@pytest.mark.parametrize(
    ("events", "outcome"),
    [
        (ACCEPTED, Outcome.ACCEPTED),
        (DECLINED, Outcome.DECLINED),
        ([an_answer(day("11 Aug"), Result.REFUSAL, reasons_given=True)], Outcome.REFUSAL),
        ([an_answer(day("11 Aug"), Result.NEXT_ROUND, interview_on=day("20 Aug"))], Outcome.NEXT_ROUND),
        ([an_event(EventKind.WITHDRAWN, day("11 Aug"))], Outcome.WITHDRAWN),
        ([an_event(EventKind.CLOSED, day("11 Aug"))], Outcome.NO_ANSWER),
    ],
)
def test_m4_how_it_ends(events: list[Event], outcome: Outcome) -> None:
    assert plan_after(*events).outcome is outcome
    assert plan_after(*events).step is None


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        (an_answer(day("11 Aug"), Result.REFUSAL, reasons_given=True), Outcome.REFUSAL),
        (an_answer(day("11 Aug"), Result.NEXT_ROUND, interview_on=day("20 Aug")), Outcome.NEXT_ROUND),
    ],
)
def test_m4_a_later_end_wins_over_an_answered_offer(word: Event, outcome: Outcome) -> None:
    assert plan_after(*ACCEPTED, word).outcome is outcome


def test_m4_a_refusal_after_an_accepted_offer_stays_when_the_owner_closes_it() -> None:
    refused = an_answer(day("11 Aug"), Result.REFUSAL)

    assert plan_after(*ACCEPTED, refused, an_event(EventKind.CLOSED, day("12 Aug"))).outcome is Outcome.REFUSAL


@pytest.mark.parametrize("kind", [EventKind.WITHDRAWN, EventKind.CLOSED])
def test_m4_a_recorded_refusal_stays_when_the_owner_withdraws_or_closes(kind: EventKind) -> None:
    assert plan_after(REFUSED, an_event(kind, day("11 Aug"))).outcome is Outcome.REFUSAL


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
