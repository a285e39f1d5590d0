"""What holds for every record and every history: the planner's invariants."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.forecast import MOST_STEPS, completion_event, doable_day, forecast
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_end import over_at
from chalicelib.playbook.moves import days_set
from chalicelib.playbook.planning_context import Pacing, PlanningContext
from chalicelib.playbook.rules import plan
from chalicelib.playbook.step import Step, StepKind
from tests.playbook.drawn import Happened, happened, histories, interviews, planning_of, stages, with_all
from tests.playbook.planning import DUE_ON_ANY_DAY, ZONE

LAST_STEPS = {StepKind.MOVE_ON, StepKind.REASONS_CALL, StepKind.REASONS_DEADLINE, StepKind.ANSWER_OFFER}
EXEMPT = {StepKind.RECEIPT_CALL, StepKind.FOLLOW_UP_CALL, StepKind.AGREED_CALL, StepKind.THANK_YOU_LETTER}


def _now(draw_days: int, interview: Interview) -> datetime:
    return datetime.combine(interview.interview_on + timedelta(days=draw_days), time(9), ZONE)


@settings(max_examples=150, deadline=None)
@given(histories(), st.integers(-30, 120))
def test_w10_no_step_falls_on_the_employers_day_off_but_thanks_the_closing_question_and_an_offers_answer(
    interview: Interview, offset: int
) -> None:
    planning, now = planning_of(interview), _now(offset, interview)

    for stage in stages(interview):
        step = plan(stage, planning, now).step
        assert step is None or step.kind in DUE_ON_ANY_DAY or planning.working_days.is_working(step.due_on), step


@settings(max_examples=300, deadline=None)
@given(interviews(), st.integers(-30, 120))
def test_nothing_but_the_closing_question_is_due_before_the_interview(interview: Interview, offset: int) -> None:
    road = forecast(interview, planning_of(interview), _now(offset, interview))

    assert len(road) < MOST_STEPS
    for step in road:
        assert step.due_on > interview.interview_on or step.kind is StepKind.CLOSING_QUESTION


def _lived(interview: Interview, planning: PlanningContext | None = None) -> list[tuple[Step, date, Interview]]:
    """The owner does each step on its day and nobody answers: the steps, their days, the record afterwards."""
    planning = planning or planning_of(interview)
    next_morning = datetime.combine(interview.interview_on + timedelta(days=1), time(9), planning.zone)
    now = max(next_morning, over_at(interview, planning.zone))
    lived: list[tuple[Step, date, Interview]] = []
    while (planned := plan(interview, planning, now)).step is not None:
        step = planned.step
        on = doable_day(step, planning, now.date())
        now = max(now, datetime.combine(on, time(12), planning.zone))
        interview = replace(interview, events=(*interview.events, completion_event(step, planned, on, now)))
        lived.append((step, on, interview))
        assert len(lived) < 30, "this history does not end"
    return lived


@settings(max_examples=400, deadline=None)
@given(interviews())
def test_if_nobody_answers_and_the_owner_does_what_is_due_every_history_ends(interview: Interview) -> None:
    kinds = [step.kind for step, _, _ in _lived(interview)]

    assert kinds[-1] is StepKind.MOVE_ON


@settings(max_examples=250, deadline=None)
@given(histories(), st.integers(0, 400))
def test_from_every_history_the_road_ahead_ends_if_the_owner_does_what_is_due(
    interview: Interview, days_later: int
) -> None:
    last_on = max((event.on for event in interview.events), default=interview.interview_on)
    now = datetime.combine(last_on + timedelta(days=days_later), time(13), ZONE)

    road = forecast(interview, planning_of(interview), now)

    assert len(road) < 20
    assert not road or road[-1].kind in LAST_STEPS


@settings(max_examples=400, deadline=None)
@given(interviews())
def test_h5_never_more_than_four_counted_attempts_over_all_rounds(interview: Interview) -> None:
    for _, on, record in _lived(interview):
        planning = planning_of(record)
        attempts = plan(record, planning, datetime.combine(on, time(12), planning.zone)).attempts_used
        assert attempts + record.attempts_elsewhere <= 4


@settings(max_examples=400, deadline=None)
@given(interviews(), st.integers(1, 5))
def test_h5_the_pause_passes_before_the_next_attempt_unless_it_is_exempt(interview: Interview, pause: int) -> None:
    planning = replace(planning_of(interview), pacing=Pacing(days=pause))
    attempts = [(step, on) for step, on, _ in _lived(interview, planning) if step.kind is not StepKind.MOVE_ON]

    for (before, before_on), (step, on) in pairwise(attempts):
        is_the_letter_after_a_call = before.kind is StepKind.STATUS_CALL and step.kind is StepKind.STATUS_LETTER
        if step.kind in EXEMPT or before.kind is StepKind.THANK_YOU_LETTER or is_the_letter_after_a_call:
            continue
        assert on >= planning.working_days.after(before_on, pause), (before, step)


@settings(max_examples=200, deadline=None)
@given(happened(), st.integers(0, 60))
def test_a_day_promised_in_a_letter_is_the_day_of_its_step(drawn: Happened, offset: int) -> None:
    interview, events = drawn
    planning, now = planning_of(interview), _now(offset, interview)
    interview = with_all(interview, (event for event in events if event.on <= now.date()))
    planned = plan(interview, planning, now)
    if planned.promised_call_on is None or now.date() < interview.interview_on:
        return

    sent = replace(
        interview, events=(*interview.events, Event(kind=EventKind.LETTER_SENT, on=now.date(), recorded_at=now))
    )

    calls = [step for step in forecast(sent, planning, now) if step.kind in EXEMPT - {StepKind.THANK_YOU_LETTER}]
    assert planned.promised_call_on in [step.due_on for step in calls]


@settings(max_examples=200, deadline=None)
@given(histories(), st.integers(-400, 4000))
def test_every_history_has_a_plan_with_either_a_step_or_an_outcome(interview: Interview, offset: int) -> None:
    planned = plan(interview, planning_of(interview), _now(offset, interview))

    assert (planned.step is None) is (planned.outcome is not None)
    assert planned.step is None or planned.step.rules


@settings(max_examples=100, deadline=None)
@given(histories(shortest=1), st.integers(-30, 120))
def test_w1_nothing_is_due_before_the_eve_of_the_interview_unless_they_refused_made_an_offer_or_named_no_day(
    interview: Interview, offset: int
) -> None:
    for stage in stages(interview):
        planned = plan(stage, planning_of(interview), _now(offset, interview))
        if planned.step and not (planned.is_refused or planned.is_offered or planned.day_to_come):
            first_on = min(day.interview_on for day in days_set(stage))
            assert planned.step.due_on >= first_on - timedelta(days=1)
