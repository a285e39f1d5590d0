"""Whether the two planners say the same of a history."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from chalicelib.playbook.event import Event
from chalicelib.playbook.event_kinds import EVENTS, EventSpec
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import days_set, without_event
from chalicelib.playbook.persistence import is_persistence_expected
from chalicelib.playbook.rules import plan
from chalicelib.playbook.step import StepKind
from proofs.second_planner import second_planner
from proofs.second_planner.random_histories import history
from tests.playbook.planning import ZONE, context_at

ASKED_OF_EACH = 20


class Answer(NamedTuple):
    """What a planner says: the step that is next or how the process ended, and what stands behind it.

    - ``attempts``: the unanswered attempts by now, of all rounds.
    - ``owed``: the ids of those who are still to be thanked, at the thank-you letter.
    - ``to_call``, ``to_write``: the ids of the contacts.
    - ``allowed``: which kinds of event, with their results, may be recorded now; not asked of most histories, since it
      takes the second planner as long as twenty plans.
    """

    step: str | None
    due_on: date | None
    missing: str | None
    is_second_letter: bool
    outcome: str | None
    attempts: int
    owed: tuple[str, ...]
    to_call: str | None
    to_write: str | None
    allowed: tuple[str, ...]


def disagreement(seed: int) -> str | None:
    """The shortest history in which they differ, in words; None where they agree on the seed's own."""
    record = history(seed)
    now, kinds = _moment(record, seed), EVENTS if seed % ASKED_OF_EACH == 0 else ()
    if _first(record, now, kinds) == _second(record, now, kinds):
        return None
    shortest = _shortened(record, now, kinds)
    first, second = _first(shortest, now, kinds), _second(shortest, now, kinds)
    return f"seed {seed}, at {now:%a %Y-%m-%d}\n  {first}\n  {second}\n  {shortest}"


def _moment(record: Interview, seed: int) -> datetime:
    """Noon of a day soon after the last event."""
    last_on = max((event.on for event in record.events), default=record.interview_on)
    return datetime.combine(last_on + timedelta(days=random.Random(seed).randrange(6)), time(12), ZONE)


def _shortened(record: Interview, now: datetime, kinds: Iterable[EventSpec]) -> Interview:
    for event in reversed(record.events):
        without = without_event(record, event)
        if _first(without, now, kinds) != _second(without, now, kinds):
            record = without
    return record


def _first(record: Interview, now: datetime, kinds: Iterable[EventSpec]) -> Answer:
    """What the product says."""
    planned = plan(record, context_at(record.employer_country or "DE"), now)
    step, contacts = planned.step, planned.selected_contacts
    is_thanking = step is not None and step.kind is StepKind.THANK_YOU_LETTER
    return Answer(
        step=str(step.kind) if step else None,
        due_on=step.due_on if step else None,
        missing=str(step.missing) if step and step.missing else None,
        is_second_letter=step.is_second_letter if step else False,
        outcome=str(planned.outcome) if planned.outcome else None,
        attempts=planned.attempts + record.attempts_elsewhere,
        owed=tuple(contact.id for contact in planned.unthanked) if is_thanking else (),
        to_call=contacts.to_call.id if contacts.to_call else None,
        to_write=contacts.to_write.id if contacts.to_write else None,
        allowed=tuple(spec.choice for spec in kinds if planned.allows(spec.when)),
    )


def _second(record: Interview, now: datetime, kinds: Iterable[EventSpec]) -> Answer:
    """What the playbook's text says, as the second planner reads it."""
    facts, happened, world = _facts(record), [_happening(event) for event in record.events], _world(record)
    planned = second_planner.plan(facts, happened, world, now)
    return Answer(
        step=planned.step_kind,
        due_on=planned.due_on,
        missing=planned.missing,
        is_second_letter=planned.is_second_letter,
        outcome=planned.outcome,
        attempts=planned.attempts,
        owed=planned.owed_thanks,
        to_call=planned.call_id,
        to_write=planned.letter_id,
        allowed=tuple(
            spec.choice for spec in kinds if second_planner.may_follow(facts, happened, world, _any(spec, now), now)
        ),
    )


def _any(spec: EventSpec, now: datetime) -> second_planner.Happening:
    """An event of this kind, of today, with what it needs."""
    result = str(spec.result) if spec.result else None
    return second_planner.Happening(
        kind=str(spec.kind), on=now.date(), recorded_at=now.astimezone(UTC), result=result, until=now.date()
    )


def _facts(record: Interview) -> second_planner.Facts:
    first_day = days_set(record)[0]
    return second_planner.Facts(
        interview_on=first_day.interview_on,
        interview_time=first_day.interview_time,
        interview_minutes=record.interview_minutes,
        interview_time_zone=record.interview_time_zone,
        dated_on=first_day.dated_on,
        answer_expected_on=first_day.answer_expected_on,
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
        contact=event.contact,
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
