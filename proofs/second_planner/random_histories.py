"""Records and histories at random, from a seed: every event is one that the product takes where it is recorded."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import EVENTS, spec_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import with_event
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.planning_context import Pacing
from chalicelib.playbook.rules import plan
from tests.factories import an_interview
from tests.playbook.planning import ZONE, context_at

PLACES = ("DE", "US", "RU", "AE", "JP", "SE")
PHONES = ("+49 30 1", "+49 30 2", None, "+49 30 1")
LONGEST_HISTORY = 30
KINDS = [(spec.kind, spec.result) for spec in EVENTS]
ENDINGS = {Result.OFFER, Result.REFUSAL, Result.NEXT_ROUND, EventKind.WITHDRAWN, EventKind.CLOSED}
WITHOUT_AN_END = [(kind, result) for kind, result in KINDS if not {kind, result} & ENDINGS]
# What only the newest event may be, and what no later one may be dated before (reading 24).
MOVES = (EventKind.INTERVIEW_MOVED,)


def history(seed: int) -> Interview:
    """A record with up to 30 events: the seed's own."""
    rng = random.Random(seed)
    record = _record(rng)
    on, kinds = record.interview_on, rng.choice((KINDS, WITHOUT_AN_END, [*WITHOUT_AN_END, *WITHOUT_AN_END, *KINDS]))
    for _ in range(rng.randrange(rng.choice((4, 10, LONGEST_HISTORY)) + 1)):
        on = _next_day(rng, record.interview_on, on)
        event = _event(rng, on, kinds)
        if _is_placed(event, record) and _is_compared(event, before := plan_before(record, event), record):
            record = with_event(record, event, before)
    return record


def plan_before(record: Interview, event: Event) -> Plan:
    """The plan when the event is recorded: on its day, or at once where later ones are recorded already."""
    last_on = max(event.on for event in (*record.events, event))
    return plan(record, context_at(record.employer_country or "DE"), datetime.combine(last_on, time(12), ZONE))


def _is_compared(event: Event, before: Plan, record: Interview) -> bool:
    """Whether the product takes the event, and both read what it does alike (reading 11: a move with all attempts used
    up is like having used them up in earlier rounds)."""
    used = before.attempts_used + record.attempts_elsewhere
    return before.allows(spec_of(event).when) and not (event.kind in MOVES and used >= Pacing().attempts)


def _is_placed(event: Event, record: Interview) -> bool:
    """Whether both planners look at the same events when they judge this one (readings 24 and 25)."""
    days = [other.on for other in record.events]
    moved = [other.on for other in record.events if other.kind in MOVES or other.result is Result.NEXT_ROUND]
    if event.kind in MOVES:
        return event.on >= max(days, default=event.on)
    return event.on >= max(moved, default=event.on)


def _record(rng: random.Random) -> Interview:
    interview_on = date(2026, 1, 1) + timedelta(days=rng.randrange(700))
    return an_interview(
        interview_on=interview_on,
        interview_time=rng.choice((None, time(15), time(23))),
        interview_time_zone=rng.choice((None, None, "Asia/Tokyo", "America/Los_Angeles")),
        interview_minutes=rng.choice((None, None, 45, 300)),
        dated_on=interview_on + timedelta(days=rng.randrange(-9, 4)),
        contacts=tuple(_contact(rng, number) for number in range(rng.randrange(4))),
        position=rng.choice(("Data Engineer", "Sales Manager")),
        may_call=rng.choice((None, True, False)),
        persistence_expected=rng.choice((None, True, False)),
        background_check=rng.random() < 0.3,
        answer_expected_on=rng.choice((None, interview_on + timedelta(days=rng.randrange(1, 30)))),
        employer_country=rng.choice(PLACES),
        attempts_elsewhere=rng.choice((0, 0, 0, 1, 3)),  # all four used up elsewhere is read in two ways (reading 11)
    )


def _contact(rng: random.Random, number: int) -> Contact:
    address = rng.choice((None, "dana@acme.example"))
    met = rng.random() < 0.5
    return Contact(id=f"c{number}", role=rng.choice([*Role]), phone=rng.choice(PHONES), email=address, met=met)


def _next_day(rng: random.Random, interview_on: date, last_on: date) -> date:
    """Mostly within a week of the last event, and sometimes anywhere around the interview."""
    if rng.random() < 0.3:
        return interview_on + timedelta(days=rng.randrange(-6, 60))
    return last_on + timedelta(days=rng.randrange(7))


def _until(rng: random.Random, kind: EventKind, result: Result | None, day: date) -> date | None:
    if kind is EventKind.SNOOZED:
        return day
    return rng.choice((None, day)) if result in (Result.TOLD_TO_WAIT, Result.OFFER) else None


def _event(rng: random.Random, on: date, kinds: list[tuple[EventKind, Result | None]]) -> Event:
    kind, result = rng.choice(kinds)
    day = on + timedelta(days=rng.randrange(-2, 20))
    return Event(
        kind=kind,
        on=on,
        recorded_at=datetime.combine(on, time(12), ZONE),
        result=result,
        call_again_on=rng.choice((None, day)) if result is Result.NO_DECISION else None,
        until=_until(rng, kind, result, day),
        reasons_given=rng.choice((None, True, False)) if result is Result.REFUSAL else None,
        interview_on=rng.choice((None, day, day)) if kind in MOVES or result is Result.NEXT_ROUND else None,
        contact=rng.choice((None, "c0", "c1", "c2")) if kind is EventKind.THANK_YOU_SENT else None,
        phone=rng.choice((None, "+49 30 1", "+49 30 2")) if result is Result.WRONG_NUMBER else None,
    )
