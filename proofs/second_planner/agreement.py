"""Whether the two planners say the same of a history."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.persistence import is_persistence_expected
from chalicelib.playbook.rules import plan
from proofs.second_planner import second_planner
from proofs.second_planner.random_histories import history
from tests.playbook.planning import ZONE, context_at


class Answer(NamedTuple):
    """What a planner says: the step that is next, or how the process ended."""

    step: str | None
    due_on: date | None
    missing: str | None
    is_second_letter: bool
    outcome: str | None


def disagreement(seed: int) -> str | None:
    """The shortest history in which they differ, in words; None where they agree on the seed's own."""
    record = history(seed)
    now = _moment(record, seed)
    if _first(record, now) == _second(record, now):
        return None
    shortest = _shortened(record, now)
    return f"seed {seed}, at {now:%a %Y-%m-%d}\n  {_first(shortest, now)}\n  {_second(shortest, now)}\n  {shortest}"


def _moment(record: Interview, seed: int) -> datetime:
    """Noon of a day soon after the last event."""
    last_on = max((event.on for event in record.events), default=record.interview_on)
    return datetime.combine(last_on + timedelta(days=random.Random(seed).randrange(6)), time(12), ZONE)


def _shortened(record: Interview, now: datetime) -> Interview:
    for event in reversed(record.events):
        without = replace(record, events=tuple(other for other in record.events if other is not event))
        if _first(without, now) != _second(without, now):
            record = without
    return record


def _first(record: Interview, now: datetime) -> Answer:
    """What the product says."""
    planned = plan(record, context_at(record.employer_country or "DE"), now)
    step, outcome = planned.step, planned.outcome and str(planned.outcome)
    if step is None:
        return Answer(None, None, None, False, outcome)
    missing = str(step.missing) if step.missing else None
    return Answer(str(step.kind), step.due_on, missing, step.is_second_letter, outcome)


def _second(record: Interview, now: datetime) -> Answer:
    """What the playbook's text says, as the second planner reads it."""
    planned = second_planner.plan(_facts(record), [_happening(event) for event in record.events], _world(record), now)
    return Answer(planned.step_kind, planned.due_on, planned.missing, planned.is_second_letter, planned.outcome)


def _facts(record: Interview) -> second_planner.Facts:
    return second_planner.Facts(
        interview_on=record.interview_on,
        interview_time=record.interview_time,
        interview_minutes=record.interview_minutes,
        interview_time_zone=None,
        dated_on=record.dated_on,
        answer_expected_on=record.answer_expected_on,
        may_call=record.may_call,
        is_persistent=is_persistence_expected(record),
        background_check=record.background_check,
        people=tuple(
            second_planner.Person(one.id, str(one.role), one.phone, one.email, one.met) for one in record.contacts
        ),
        attempts_elsewhere=record.attempts_elsewhere,
    )


def _happening(event: Event) -> second_planner.Happening:
    return second_planner.Happening(
        kind=str(event.kind),
        on=event.on,
        recorded_at=event.recorded_at.astimezone(UTC),
        result=str(event.result) if event.result else None,
        call_again_on=event.call_again_on,
        until=event.until,
        interview_on=event.interview_on,
        interview_time=event.interview_time,
        reasons_given=event.reasons_given,
        phone=event.phone,
    )


def _world(record: Interview) -> second_planner.World:
    context = context_at(record.employer_country or "DE")
    return second_planner.World(
        zone=str(context.zone),
        is_working=context.working_days.is_working,
        attempts=context.pacing.attempts,
        pause_days=context.pacing.days,
        reasons_term=context.reasons_term,
    )
