"""Every step of a record in its turn: the one that is next, and those that were before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.playbook import rules
from chalicelib.playbook.event_kinds import spec_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.step import Step


class PlannedStep(Struct, frozen=True, kw_only=True):
    """A step as it was last seen, with its plan. ``number`` counts the turns of its kind in this record, from 1;
    ``ended_on`` is the day (owner's zone) on which it was done or fell away, None while it is next."""

    step: Step
    plan: Plan
    number: int
    ended_on: date | None = None


class _Glimpse(Struct, frozen=True):
    """What was next at an instant. ``is_answer``: something had just happened; otherwise only time had passed."""

    plan: Plan
    on: date
    is_answer: bool


def step_history(interview: Interview, around: PlanningContext, now: datetime) -> tuple[PlannedStep, ...]:
    """The turns of a record up to ``now``, in their order; the last one is next unless the process has ended.

    They are found by planning the record as it stood before and after each of its events. So a step keeps its number
    for as long as the history before it stays what it was.
    """
    seen: list[PlannedStep] = []
    for glimpse in _glimpses(interview, around, now):
        _take_in(seen, glimpse)
    return tuple(seen)


def _glimpses(interview: Interview, around: PlanningContext, now: datetime) -> Iterator[_Glimpse]:
    def glimpse(events: int, at: datetime, *, is_answer: bool) -> _Glimpse:
        record = replace(interview, events=interview.events[:events])
        return _Glimpse(rules.plan(record, around, at), at.astimezone(around.zone).date(), is_answer)

    yield glimpse(0, interview.created_at, is_answer=False)
    for number, event in enumerate(interview.events):
        if not spec_of(event).answers_no_step:
            yield glimpse(number, event.recorded_at, is_answer=False)
            yield glimpse(number + 1, event.recorded_at, is_answer=True)
    yield glimpse(len(interview.events), now, is_answer=False)


def _take_in(seen: list[PlannedStep], glimpse: _Glimpse) -> None:
    step = glimpse.plan.step
    last = seen[-1] if seen and seen[-1].ended_on is None else None
    if last and step and _is_same(last.step, step, glimpse):
        seen[-1] = replace(last, step=step, plan=glimpse.plan)
        return
    if last:
        # When time alone ended a step is not written down anywhere: its own day will do.
        seen[-1] = replace(last, ended_on=glimpse.on if glimpse.is_answer else last.step.due_on)
    if step:
        seen.append(PlannedStep(step=step, plan=glimpse.plan, number=_turns_of(step, seen) + 1))


def _is_same(was: Step, step: Step, glimpse: _Glimpse) -> bool:
    """Time alone moves no step. After an event, the same kind on another day is a further one: a second call, say."""
    return was.kind is step.kind and (not glimpse.is_answer or was.due_on == step.due_on)


def _turns_of(step: Step, seen: Sequence[PlannedStep]) -> int:
    return sum(turn.step.kind is step.kind for turn in seen)
