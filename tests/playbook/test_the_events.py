"""T, what an event does, row by row."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Outcome
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import after, day, next_step, plan_after, planned, with_events

MISSED = Result.NO_ANSWER
NO_PHONE: dict[str, Any] = {"contacts": (a_contact(phone=None),)}
CALLED = a_call(day("10 Aug"), MISSED)
WROTE = a_letter(day("11 Aug"))  # receipt on 12 Aug, follow-up on 14 Aug
FOLLOWED_UP = a_call(day("14 Aug"), MISSED)  # closing on 24 Aug
CLOSED_OFF = a_call(day("24 Aug"), MISSED)  # move on on 31 Aug
REFUSED = an_answer(day("10 Aug"), Result.REFUSAL)


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


def test_undoing_is_planning_without_the_last_event() -> None:
    before = with_events(CALLED)

    assert planned(with_events(CALLED, WROTE), day("11 Aug")).step != planned(before, day("11 Aug")).step
    assert planned(before, day("11 Aug")).step == next_step(before, day("11 Aug"))


def test_a_refusal_before_the_interview_day_is_followed_up_like_any_other() -> None:
    early = an_answer(day("27 Jul"), Result.REFUSAL)
    calls = [a_call(day("28 Jul"), MISSED), a_call(day("31 Jul"), MISSED)]

    assert after(early) == ("reasons_call", day("28 Jul"))
    assert plan_after(early, *calls).outcome is Outcome.REFUSAL


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
