"""Records and histories at random, of what both planners know, from a seed."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import EVENTS
from chalicelib.playbook.interview import Interview
from tests.factories import an_interview
from tests.playbook.planning import ZONE

PLACES = ("DE", "US", "RU", "AE", "JP", "SE")
PHONES = ("+49 30 1", "+49 30 2", None, "+49 30 1")
LONGEST_HISTORY = 30
# Not compared: what an offer does, since this release ends a record with it, and snoozes (reading 37).
NOT_COMPARED = (Result.OFFER, EventKind.SNOOZED)
KINDS = [(spec.kind, spec.result) for spec in EVENTS if not {spec.kind, spec.result} & {*NOT_COMPARED}]


def history(seed: int) -> Interview:
    """A record with up to 30 events: the seed's own."""
    rng = random.Random(seed)
    record = _record(rng)
    events: list[Event] = []
    on = record.interview_on
    for _ in range(rng.randrange(rng.choice((4, 10, LONGEST_HISTORY)) + 1)):
        on = _next_day(rng, record.interview_on, on)
        events.append(_event(rng, on))
    return replace(record, events=tuple(_until_the_next_round(events)))


def _record(rng: random.Random) -> Interview:
    interview_on = date(2026, 1, 1) + timedelta(days=rng.randrange(700))
    return an_interview(
        interview_on=interview_on,
        interview_time=rng.choice((None, time(15), time(23))),
        dated_on=interview_on + timedelta(days=rng.randrange(-9, 4)),
        contacts=tuple(_contact(rng, number) for number in range(rng.randrange(3))),
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
    return Contact(id=f"c{number}", role=rng.choice([*Role]), phone=rng.choice(PHONES), email=address)


def _next_day(rng: random.Random, interview_on: date, last_on: date) -> date:
    """Mostly within a week of the last event, and sometimes anywhere around the interview."""
    if rng.random() < 0.3:
        return interview_on + timedelta(days=rng.randrange(-6, 60))
    return last_on + timedelta(days=rng.randrange(7))


def _event(rng: random.Random, on: date) -> Event:
    kind, result = rng.choice(KINDS)
    day = on + timedelta(days=rng.randrange(-2, 20))
    return Event(
        kind=kind,
        on=on,
        recorded_at=datetime.combine(on, time(12), ZONE),
        result=result,
        call_again_on=rng.choice((None, day)) if result is Result.NO_DECISION else None,
        until=rng.choice((None, day)) if result is Result.TOLD_TO_WAIT else None,
        reasons_given=rng.choice((None, True, False)) if result is Result.REFUSAL else None,
        interview_on=day if result is Result.NEXT_ROUND else None,
        phone=rng.choice((None, "+49 30 1", "+49 30 2")) if result is Result.WRONG_NUMBER else None,
    )


def _until_the_next_round(events: list[Event]) -> list[Event]:
    """Without what comes after a next round, which is another record's."""
    in_order = sorted(events, key=lambda event: event.on)
    ends = [number for number, event in enumerate(in_order, start=1) if event.result is Result.NEXT_ROUND]
    return in_order[: ends[0]] if ends else in_order
