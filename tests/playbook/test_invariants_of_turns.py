"""What holds for every history in which they make an offer, move the interview, or leave its day open."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.forecast import forecast
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.moves import day_of, days_set, in_order
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.rules import plan
from chalicelib.playbook.step import StepKind
from tests.playbook.drawn import Happened, happened, histories, interviews, planning_of, stages, with_all
from tests.playbook.planning import ZONE, recorded

ANSWERS = {
    EventKind.OFFER_ACCEPTED: Outcome.ACCEPTED,
    EventKind.OFFER_DECLINED: Outcome.DECLINED,
    EventKind.CLOSED: Outcome.DECLINED,
    EventKind.WITHDRAWN: Outcome.WITHDRAWN,
}
THEIR_WORDS = (Result.OFFER, Result.REFUSAL)
BEFORE_AND_AFTER_AN_INTERVIEW = (StepKind.CLOSING_QUESTION, StepKind.THANK_YOU_LETTER)

few_days = st.integers(0, 60)


def plan_of(interview: Interview, days_later: int = 0) -> Plan:
    """The plan some days after the last of its events."""
    return plan(interview, planning_of(interview), _after_all(interview, days_later))


def _after_all(interview: Interview, days_later: int) -> datetime:
    last_on = max((event.on for event in interview.events), default=interview.interview_on)
    return datetime.combine(last_on + timedelta(days=days_later), time(13), ZONE)


def steps_in(drawn: Happened) -> Iterator[tuple[Interview, Event, Interview]]:
    """The record before each event, the event, and the record with it."""
    before, events = drawn
    for event in events:
        yield before, event, (before := recorded(before, event))


def offered_on(interview: Interview) -> date:
    """The day of the last offer by its day."""
    return max(event.on for event in interview.events if event.result is Result.OFFER)


@settings(max_examples=150, deadline=None)
@given(histories(shortest=1), few_days)
def test_m2_an_offer_that_stands_is_the_only_step_and_is_never_put_off(interview: Interview, days_later: int) -> None:
    for stage in stages(interview):
        planned = plan_of(stage, days_later)
        if planned.step and planned.is_offered:
            road = forecast(stage, planning_of(stage), _after_all(stage, days_later))
            assert road == (planned.step,)
            assert planned.step.snoozed_until is None


@settings(max_examples=150, deadline=None)
@given(histories(shortest=1))
def test_m2_an_offer_is_due_on_the_day_that_they_named_or_five_working_days_after_it(interview: Interview) -> None:
    for stage in stages(interview):
        planned = plan_of(stage)
        if planned.step and planned.is_offered:
            last = [event for event in in_order(stage.events) if event.result is Result.OFFER][-1]
            assert planned.step.due_on == (last.until or planning_of(stage).working_days.after(last.on, 5))


def is_a_word(event: Event, offered: Interview) -> bool:
    """Whether it is the owner's answer to the offer of a record, or a later word of theirs."""
    return event.on >= offered_on(offered) and (event.kind in ANSWERS or event.result in THEIR_WORDS)


@settings(max_examples=250, deadline=None)
@given(happened(shortest=2))
def test_m2_nothing_but_a_later_word_changes_an_offer(drawn: Happened) -> None:
    for before, event, after in steps_in(drawn):
        offered = plan_of(before)
        if offered.is_offered and not is_a_word(event, before):
            assert plan_of(after).step == offered.step


@settings(max_examples=250, deadline=None)
@given(happened(shortest=2))
def test_m2_m4_an_offer_ends_as_the_owner_answered_it(drawn: Happened) -> None:
    for before, event, after in steps_in(drawn):
        is_last = all(other.on <= event.on for other in before.events)
        if plan_of(before).is_offered and event.kind in ANSWERS and is_last:
            assert plan_of(after).step is None
            assert plan_of(after).outcome is ANSWERS[event.kind]


@settings(max_examples=150, deadline=None)
@given(histories(shortest=1), st.integers(-30, 120))
def test_w13_no_closing_question_and_no_thank_you_while_a_day_is_to_come(interview: Interview, offset: int) -> None:
    now = datetime.combine(interview.interview_on + timedelta(days=offset), time(9), ZONE)

    for stage in stages(interview):
        planned = plan(stage, planning_of(stage), now)
        if planned.step and planned.day_to_come:
            assert planned.step.kind not in BEFORE_AND_AFTER_AN_INTERVIEW


@settings(max_examples=150, deadline=None)
@given(histories(shortest=1))
def test_w13_the_records_own_day_is_the_one_that_the_last_move_set(interview: Interview) -> None:
    for stage in stages(interview):
        moves = [event for event in in_order(stage.events) if event.moved_from]
        if moves:
            own = day_of(stage)
            assert (own.interview_on, own.interview_time, own.dated_on) == (
                moves[-1].interview_on,
                moves[-1].interview_time,
                moves[-1].on,
            )


@settings(max_examples=150, deadline=None)
@given(histories(shortest=1))
def test_w13_an_answer_date_is_always_after_the_day_of_its_interview(interview: Interview) -> None:
    for day in days_set(interview):
        assert day.answer_expected_on is None or day.answer_expected_on > day.interview_on


def moves_alone() -> st.SearchStrategy[list[Event]]:
    """Moves on different days, each with its new day."""
    ahead = st.tuples(st.integers(0, 90), st.integers(0, 30))
    pairs = st.lists(ahead, min_size=2, max_size=8, unique_by=lambda pair: pair[0])
    return pairs.map(lambda drawn: [a_move(*pair) for pair in drawn])


def a_move(days_on: int, days_ahead: int) -> Event:
    on = date(2026, 8, 3) + timedelta(days=days_on)
    noon = datetime.combine(on, time(12), ZONE)
    moved_to = on + timedelta(days=days_ahead)
    return Event(kind=EventKind.INTERVIEW_MOVED, on=on, recorded_at=noon, interview_on=moved_to)


@settings(max_examples=100, deadline=None)
@given(interviews(), moves_alone(), st.randoms(use_true_random=False))
def test_w13_moves_are_one_chain_of_days_whatever_the_order_they_were_recorded_in(
    interview: Interview, moves: list[Event], shuffle: random.Random
) -> None:
    interview = replace(interview, answer_expected_on=None)
    in_their_order = with_all(interview, sorted(moves, key=lambda move: move.on))

    shuffle.shuffle(moves)

    assert days_set(with_all(interview, moves)) == days_set(in_their_order)
