"""The road ahead: every step to come if nobody answers and the owner does what is due."""

from __future__ import annotations

from datetime import date, datetime, time

from msgspec.structs import replace

from chalicelib.playbook.circumstances import Circumstances
from chalicelib.playbook.course import over_at
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.rules import plan
from chalicelib.playbook.step import ON_ANY_DAY, Step, StepKind

LONGEST = 40  # no history comes near it; a planner that never ends must not hang its caller
_CALLS = (
    StepKind.STATUS_CALL,
    StepKind.RECEIPT_CALL,
    StepKind.FOLLOW_UP_CALL,
    StepKind.AGREED_CALL,
    StepKind.REASONS_CALL,
)


def road_ahead(interview: Interview, around: Circumstances, now: datetime) -> tuple[Step, ...]:
    """The steps from now to the end, each on its day; the first is the plan's own."""
    now = now.astimezone(around.zone)
    steps: list[Step] = []
    while len(steps) < LONGEST and (planned := plan(interview, around, now)).step:
        step = planned.step
        steps.append(step)
        on = done_on(step, around, now.date())
        now = max(now, datetime.combine(on, time(12), around.zone))
        interview, now = _done(interview, planned, step, on, now)
    return tuple(steps)


def done_on(step: Step, around: Circumstances, today: date) -> date:
    """The day on which a step can be done: its own, or for an overdue one today, if it may be done on any day, or the
    next working day (H5)."""
    day = max(step.due_on, today)
    return day if step.kind in ON_ANY_DAY else around.working_days.roll(day)


def what_is_done(step: Step, planned: Plan, on: date, now: datetime) -> Event:
    """The event that records a step done, with nobody answering."""
    if step.kind in _CALLS or (step.kind is StepKind.CLOSING_CONTACT and planned.is_call_possible):
        return Event(kind=EventKind.CALLED, on=on, recorded_at=now, result=Result.NO_ANSWER)
    return Event(kind=_DONE[step.kind], on=on, recorded_at=now)


_DONE = {
    StepKind.THANK_YOU_LETTER: EventKind.THANK_YOU_SENT,
    StepKind.STATUS_LETTER: EventKind.LETTER_SENT,
    StepKind.CLOSING_CONTACT: EventKind.LETTER_SENT,
    StepKind.MOVE_ON: EventKind.CLOSED,
    StepKind.REASONS_DEADLINE: EventKind.CLOSED,
}


def _done(interview: Interview, planned: Plan, step: Step, on: date, now: datetime) -> tuple[Interview, datetime]:
    if step.kind is StepKind.CLOSING_QUESTION:  # asked; what follows begins when the interview is over
        return interview, max(now, over_at(interview, now.tzinfo))
    return replace(interview, events=(*interview.events, what_is_done(step, planned, on, now))), now
