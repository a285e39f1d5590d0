"""The forecast of a process: every step to come if nobody answers and the owner does what is due."""

from __future__ import annotations

from datetime import date, datetime, time

from msgspec.structs import replace

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_end import over_at
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.rules import plan
from chalicelib.playbook.step import Step
from chalicelib.playbook.step_kinds import STEP_KINDS

MOST_STEPS = 40  # no process comes near it; a planner that never ended must not block its caller


def forecast(interview: Interview, planning: PlanningContext, now: datetime) -> tuple[Step, ...]:
    """The steps from ``now`` (in any zone) to the end, each on its day; the first is that of the plan."""
    now = now.astimezone(planning.zone)
    steps: list[Step] = []
    while len(steps) < MOST_STEPS and (planned := plan(interview, planning, now)).step:
        step = planned.step
        steps.append(step)
        day = doable_day(step, planning, now.date())
        now = max(now, datetime.combine(day, time(12), planning.zone))
        interview, now = _done(interview, planned, step, day, now)
    return tuple(steps)


def doable_day(step: Step, planning: PlanningContext, today: date) -> date:
    """The day on which a step can be done: its due day, or ``today`` if that is later.

    If the step may not be done on any day, that day is rolled to a working day of the employer (H5).
    """
    day = max(step.due_on, today)
    return day if STEP_KINDS[step.kind].may_be_done_on_any_day else planning.working_days.roll(day)


def is_call(step: Step, planned: Plan) -> bool:
    """Whether a step is done by calling; one that has a letter too, only where a call is possible (H2)."""
    spec = STEP_KINDS[step.kind]
    return spec.is_call and (planned.is_call_possible or not spec.letter_rules)


def completion_event(step: Step, planned: Plan, on: date, now: datetime) -> Event:
    """The event that records a step as done on the day ``on``, with nobody answering."""
    if is_call(step, planned):
        return Event(kind=EventKind.CALLED, on=on, recorded_at=now, result=Result.NO_ANSWER)
    return Event(kind=STEP_KINDS[step.kind].recorded_as, on=on, recorded_at=now)


def _done(interview: Interview, planned: Plan, step: Step, day: date, now: datetime) -> tuple[Interview, datetime]:
    """The record after a step was done on a day, and the instant from which to plan on."""
    if STEP_KINDS[step.kind].is_at_the_interview:  # asked; what follows begins when the interview is over
        return interview, max(now, over_at(interview, now.tzinfo))
    return replace(interview, events=(*interview.events, completion_event(step, planned, day, now))), now
