"""What holds for every history however it was recorded: in whatever order, and undone event by event."""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta
from itertools import accumulate
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict

from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.rules import plan
from tests.playbook.drawn import Happened, happened, histories, planning_of, stages, with_all
from tests.playbook.planning import ZONE, recorded


def _now(draw_days: int, interview: Interview) -> datetime:
    return datetime.combine(interview.interview_on + timedelta(days=draw_days), time(9), ZONE)


@settings(max_examples=200, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_plan_is_the_same_whatever_order_the_facts_came_in(interview: Interview, shuffle: random.Random) -> None:
    facts: list[tuple[str, Any]] = list(asdict(interview).items())
    shuffle.shuffle(facts)
    planning, now = planning_of(interview), _now(10, interview)

    assert plan(Interview(**dict(facts)), planning, now) == plan(interview, planning, now)


@settings(max_examples=60, deadline=None)
@given(happened(shortest=1), st.integers(-5, 120))
def test_undoing_event_after_event_goes_back_through_the_same_records_and_plans(drawn: Happened, offset: int) -> None:
    interview, events = drawn
    planning, now = planning_of(interview), _now(offset, interview)
    there = list(accumulate(events, recorded, initial=interview))

    back = stages(there[-1])

    assert back == there
    assert [plan(stage, planning, now) for stage in back] == [plan(stage, planning, now) for stage in there]


@settings(max_examples=150, deadline=None)
@given(happened(shortest=2), st.integers(-5, 120), st.randoms(use_true_random=False))
def test_events_of_different_days_may_be_recorded_in_any_order(
    drawn: Happened, offset: int, shuffle: random.Random
) -> None:
    interview, events = drawn
    planning, now = planning_of(interview), _now(offset, interview)
    one_a_day = list({event.on: event for event in events if not names_a_new_day(event)}.values())
    in_order = plan(with_all(interview, sorted(one_a_day, key=lambda event: event.on)), planning, now)

    shuffle.shuffle(one_a_day)

    assert plan(with_all(interview, one_a_day), planning, now) == in_order


def names_a_new_day(event: Event) -> bool:
    """Whether it is a move that gives the record its new day, if it is recorded while no offer stands."""
    return event.kind is EventKind.INTERVIEW_MOVED and event.interview_on is not None
