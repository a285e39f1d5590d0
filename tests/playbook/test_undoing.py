"""T: undo removes the event that was recorded last and plans anew; a move that is undone brings the old day back."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_day import InterviewDay
from chalicelib.playbook.moves import days_set, without_event
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview
from tests.playbook.planning import day, planned, recorded, with_events
from tests.playbook.usual import CALLED, INVITED, OFFERED, REFUSED, WROTE

LATER = day("12 Aug")
TWO_MET: dict[str, Any] = {"contacts": (a_contact(id="dana", met=True), a_contact(id="kim", met=True))}


def moved(on: str, to: str | None = None, at: time | None = None) -> Event:
    """They moved the interview, to a day or to none."""
    return an_event(EventKind.INTERVIEW_MOVED, day(on), interview_on=day(to) if to else None, interview_time=at)


def undone(record: Interview) -> Interview:
    """The record without the event that was recorded last."""
    return without_event(record, record.events[-1])


BEFORE: dict[str, tuple[list[Event], dict[str, Any]]] = {
    "nothing": ([], {}),
    "two to thank": ([], TWO_MET),
    "a letter": ([WROTE], {"answer_expected_on": day("28 Aug")}),
    "an offer": ([OFFERED], {}),
    "a refusal": ([REFUSED], {"employer_country": "RU"}),
    "a refusal and an offer": ([REFUSED, OFFERED], {"employer_country": "RU"}),
    "an invitation": ([INVITED], {}),
    "a move": ([moved("4 Aug", "7 Aug", time(9)), CALLED], {"interview_time": time(8)}),
    "a move without a day": ([moved("4 Aug")], {}),
}
EVENTS = [
    an_event(EventKind.OFFER_ACCEPTED, LATER),
    an_event(EventKind.OFFER_DECLINED, LATER),
    an_event(EventKind.CLOSED, LATER),
    an_event(EventKind.WITHDRAWN, LATER),
    an_event(EventKind.SNOOZED, LATER, until=day("20 Aug")),
    an_event(EventKind.THANK_YOU_SENT, day("4 Aug"), contact="dana"),
    an_event(EventKind.REASONS_REQUESTED, LATER),
    an_answer(LATER, Result.OFFER),
    an_answer(LATER, Result.REFUSAL),
    an_answer(LATER, Result.NEXT_ROUND),
    an_answer(LATER, Result.NEXT_ROUND, interview_on=day("20 Aug")),
    a_call(LATER, Result.ARRIVED),
    a_letter(LATER),
    moved("12 Aug"),
    moved("12 Aug", "20 Aug", time(10)),
    moved("3 Aug", "5 Aug"),  # dated before all others
    moved("14 Aug", "13 Aug"),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: f"{event.kind} {event.result}")
@pytest.mark.parametrize("before", BEFORE)
def test_undoing_the_last_event_gives_the_record_and_the_plan_before_it(before: str, event: Event) -> None:
    events, facts = BEFORE[before]
    record = with_events(*events, **facts)

    back = undone(recorded(record, event))

    assert back == record
    assert planned(back, day("14 Aug")) == planned(record, day("14 Aug"))


def own_days(record: Interview) -> list[date]:
    """The days of the interview one after the other, the record's own last."""
    return [one.interview_on for one in days_set(record)]


def test_w13_undoing_a_move_brings_the_old_day_back_with_its_hour_and_its_answer_date() -> None:
    old: dict[str, Any] = {"interview_on": day("12 Aug"), "dated_on": day("3 Aug"), "interview_time": time(9)}
    record = an_interview(**old, answer_expected_on=day("14 Aug"))

    there = recorded(record, moved("10 Aug", "20 Aug"))

    assert days_set(there) == (
        InterviewDay(**old, answer_expected_on=day("14 Aug")),
        InterviewDay(interview_on=day("20 Aug"), dated_on=day("10 Aug")),
    )
    assert undone(there) == record


def test_w13_moves_follow_one_another_and_are_undone_one_after_the_other() -> None:
    record = with_events(moved("4 Aug", "10 Aug"), moved("7 Aug", "14 Aug"), moved("13 Aug", "20 Aug"))

    assert own_days(record) == [day("3 Aug"), day("10 Aug"), day("14 Aug"), day("20 Aug")]
    assert own_days(undone(record)) == [day("3 Aug"), day("10 Aug"), day("14 Aug")]
    assert own_days(undone(undone(record))) == [day("3 Aug"), day("10 Aug")]
    assert own_days(undone(undone(undone(record)))) == [day("3 Aug")]


def test_w13_a_move_that_is_written_down_late_takes_its_place_among_the_others() -> None:
    record = with_events(moved("4 Aug", "10 Aug"), moved("13 Aug", "20 Aug"), moved("7 Aug", "14 Aug"))

    assert record.interview_on == day("20 Aug")
    assert own_days(record) == [day("3 Aug"), day("10 Aug"), day("14 Aug"), day("20 Aug")]
    assert own_days(undone(record)) == [day("3 Aug"), day("10 Aug"), day("20 Aug")]


def test_w13_moves_of_one_day_follow_one_another_as_recorded() -> None:
    record = with_events(moved("4 Aug", "14 Aug"), moved("4 Aug", "10 Aug"))

    assert own_days(record) == [day("3 Aug"), day("14 Aug"), day("10 Aug")]


def test_w13_a_move_without_a_day_leaves_the_record_its_day_until_one_is_named() -> None:
    record = with_events(moved("4 Aug"), moved("7 Aug", "14 Aug"))

    assert own_days(with_events(moved("4 Aug"))) == [day("3 Aug")]
    assert own_days(record) == [day("3 Aug"), day("14 Aug")]


def test_m2_a_move_that_was_recorded_while_an_offer_stood_is_undone_without_a_trace() -> None:
    record = with_events(OFFERED, moved("12 Aug", "20 Aug"))

    assert own_days(record) == [day("3 Aug")]
    assert undone(record) == with_events(OFFERED)
