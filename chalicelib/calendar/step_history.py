"""The steps of a record over time: the next one, and those before it. The way in is ``step_history``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.playbook import rules
from chalicelib.playbook.event import Event
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.forecast import completion_event
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import without_event
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.step import Step


class PlannedStep(Struct, frozen=True, kw_only=True):
    """A step as it was last planned, with its plan.

    ``number`` counts the steps of its kind in this record, from 1; ``ended_on`` is the day (owner's zone) on which it
    was done or fell away, None while it is next. It ``is_done`` if what ended it was recorded as the doing of it.
    """

    step: Step
    plan: Plan
    number: int
    ended_on: date | None = None
    is_done: bool = False


class _Snapshot(Struct, frozen=True):
    """The plan at an instant, right after ``event``; None if only time had passed."""

    plan: Plan
    on: date
    event: Event | None


def step_history(interview: Interview, around: PlanningContext, now: datetime) -> tuple[PlannedStep, ...]:
    """The steps of a record up to ``now``, in order; the last one is next unless the process has ended.

    The record is planned as it stood before and after each of its events. So a step keeps its number as long as the
    history before it stays the same.
    """
    steps: list[PlannedStep] = []
    for snapshot in _snapshots(interview, around, now):
        _add(steps, snapshot)
    return tuple(steps)


def _snapshots(interview: Interview, context: PlanningContext, now: datetime) -> Iterator[_Snapshot]:
    records = _as_recorded(interview)

    def snapshot(events: int, at: datetime, after: Event | None = None) -> _Snapshot:
        return _Snapshot(rules.plan(records[events], context, at), at.astimezone(context.zone).date(), after)

    yield snapshot(0, interview.created_at)
    for number, event in enumerate(interview.events):
        if not spec_of(event).leaves_step_open:
            yield snapshot(number, event.recorded_at)
            yield snapshot(number + 1, event.recorded_at, event)
    yield snapshot(len(interview.events), now)


def _as_recorded(interview: Interview) -> list[Interview]:
    """The record before its first event, and after each: before a move it has its old day."""
    records = [interview]
    while records[-1].events:
        records.append(without_event(records[-1], records[-1].events[-1]))
    return records[::-1]


def _add(steps: list[PlannedStep], snapshot: _Snapshot) -> None:
    step = snapshot.plan.step
    last = steps[-1] if steps and steps[-1].ended_on is None else None
    if last and step and _is_same(last.step, step, snapshot):
        steps[-1] = replace(last, step=step, plan=snapshot.plan)
        return
    if last:
        steps[-1] = _ended(last, snapshot)
    if step:
        steps.append(PlannedStep(step=step, plan=snapshot.plan, number=_count_of_kind(step, steps) + 1))


def _ended(planned: PlannedStep, snapshot: _Snapshot) -> PlannedStep:
    """The step as ended by the event of ``snapshot`` or, on its due day, by time: that is recorded nowhere."""
    if snapshot.event is None:
        return replace(planned, ended_on=planned.step.due_on)
    doing = completion_event(planned.step, planned.plan, snapshot.on, snapshot.event.recorded_at).kind
    return replace(planned, ended_on=snapshot.on, is_done=snapshot.event.kind is doing)


def _is_same(was: Step, step: Step, snapshot: _Snapshot) -> bool:
    """Whether ``step`` is still the step that ``was`` next.

    Time alone moves no step. After an event, the same kind on another day is a further step: a second call, say.
    """
    return was.kind is step.kind and (snapshot.event is None or was.due_on == step.due_on)


def _count_of_kind(step: Step, steps: Sequence[PlannedStep]) -> int:
    return sum(planned.step.kind is step.kind for planned in steps)
