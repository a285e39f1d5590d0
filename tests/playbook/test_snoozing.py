"""T, snoozed until U: the current step only, and never past its sense."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from tests.factories import a_call, a_letter, an_answer, an_event
from tests.playbook.planning import after, day, next_step, with_events

MON = day("3 Aug")


@pytest.mark.parametrize(
    ("on", "until", "expected"),
    [
        (day("4 Aug"), day("6 Aug"), ("thank_you_letter", day("6 Aug"))),
        (day("4 Aug"), day("30 Aug"), ("thank_you_letter", day("8 Aug"))),  # not past the lapse
        (day("10 Aug"), day("15 Aug"), ("status_call", day("17 Aug"))),  # rolled
        (day("10 Aug"), day("5 Aug"), ("status_call", day("10 Aug"))),  # the later of the two
    ],
)
def test_a_snooze_puts_off_the_current_step(on: date, until: date, expected: tuple[str, date]) -> None:
    assert after(an_event(EventKind.SNOOZED, on, until=until)) == expected


def test_the_latest_snooze_wins() -> None:
    later, sooner = (an_event(EventKind.SNOOZED, day("10 Aug"), until=day(on)) for on in ("20 Aug", "12 Aug"))

    assert after(later, sooner) == ("status_call", day("12 Aug"))


def test_the_next_event_that_changes_the_step_clears_the_snooze_and_a_note_does_not() -> None:
    snoozed = an_event(EventKind.SNOOZED, day("10 Aug"), until=day("20 Aug"))

    assert after(snoozed, an_event(EventKind.NOTE, day("11 Aug"))) == ("status_call", day("20 Aug"))
    assert after(snoozed, a_call(day("11 Aug"), Result.NO_ANSWER)) == ("status_letter", day("12 Aug"))


@pytest.mark.parametrize(
    "meanwhile",
    [
        a_call(day("7 Aug"), Result.NO_DECISION, call_again_on=day("10 Aug")),  # another step, on the same day
        an_answer(day("7 Aug"), Result.TOLD_TO_WAIT, until=day("10 Aug")),  # the same step, on another day
    ],
)
def test_a_snooze_that_is_over_does_not_come_back_with_its_step(meanwhile: Event) -> None:
    thanked = an_event(EventKind.THANK_YOU_SENT, day("5 Aug"))
    snoozed = an_event(EventKind.SNOOZED, day("7 Aug"), until=day("16 Aug"))
    back_again = an_answer(day("9 Aug"), Result.TOLD_TO_WAIT, until=day("9 Aug"))

    assert after(thanked, snoozed) == ("status_call", day("17 Aug"))
    assert after(thanked, snoozed, meanwhile, back_again) == ("status_call", day("10 Aug"))


def test_a_step_that_stays_the_same_stays_snoozed() -> None:
    agreed, again = (a_call(day(on), Result.NO_DECISION, call_again_on=day("17 Aug")) for on in ("10 Aug", "14 Aug"))
    snoozed = an_event(EventKind.SNOOZED, day("12 Aug"), until=day("20 Aug"))

    assert after(agreed, snoozed) == ("agreed_call", day("20 Aug"))
    assert after(agreed, snoozed, again) == ("agreed_call", day("20 Aug"))


@pytest.mark.parametrize(
    ("recorded_at", "put_off"),
    [
        (datetime(2026, 8, 3, 17, 0, tzinfo=ZoneInfo("Europe/Berlin")), True),  # over: it was the thank-you letter
        (datetime(2026, 8, 3, 9, 0, tzinfo=ZoneInfo("Europe/Berlin")), False),  # it was the closing question
        (datetime(2026, 8, 4, 9, 0, tzinfo=ZoneInfo("Europe/Berlin")), True),  # dated back
    ],
)
def test_a_snooze_is_for_the_step_that_was_next_when_it_was_recorded(recorded_at: datetime, put_off: bool) -> None:
    snoozed = an_event(EventKind.SNOOZED, MON, until=day("6 Aug"), recorded_at=recorded_at)

    step = next_step(with_events(snoozed, dated_on=day("1 Aug"), interview_time=time(14)), day("4 Aug"))

    assert (step.kind, step.due_on) == ("thank_you_letter", day("6 Aug") if put_off else day("4 Aug"))


def test_a_snoozed_thank_you_letter_leaves_the_status_call_its_day() -> None:
    snoozed = with_events(an_event(EventKind.SNOOZED, day("4 Aug"), until=day("30 Aug")))

    assert next_step(snoozed, day("10 Aug")).due_on == day("10 Aug")


def test_w7_a_letter_sent_again_ends_the_snooze_of_its_receipt_call_and_keeps_its_promise() -> None:
    sent, sent_again = a_letter(day("4 Aug")), a_letter(day("4 Aug"))
    snoozed = an_event(EventKind.SNOOZED, day("4 Aug"), until=day("20 Aug"))

    assert after(sent, snoozed) == ("receipt_call", day("20 Aug"))
    assert after(sent, snoozed, sent_again) == ("receipt_call", day("5 Aug"))
