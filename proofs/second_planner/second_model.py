"""What the planner is given, what it answers, the employer's calendar and the ladder of contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

ONE_DAY = timedelta(days=1)
SEARCH_LIMIT = 3700

UNANSWERED = frozenset({"no_answer", "voicemail", "wrong_number"})
CONVERSATIONS = frozenset({"no_decision", "told_to_wait", "arrived"})
CALL_RESULTS = UNANSWERED | CONVERSATIONS
HEARD_RESULTS = frozenset({"told_to_wait", "offer", "refusal", "next_round"})
KINDS = frozenset(
    {
        "thank_you_sent",
        "letter_sent",
        "called",
        "heard_back",
        "reasons_requested",
        "reasons_received",
        "snoozed",
        "withdrawn",
        "closed",
        "note",
        "offer_accepted",
        "offer_declined",
        "interview_moved",
    }
)
LADDER = ("recruiter", "interviewer", "supervisor", "ceo", "office")


@dataclass(frozen=True)
class Person:
    """A contact at the employer; "office" is the main line."""

    id: str
    role: str
    phone: str | None
    email: str | None
    met: bool = False


@dataclass(frozen=True)
class Happening:
    """One recorded event. ``on`` is a day in the owner's zone."""

    kind: str
    on: date
    recorded_at: datetime
    result: str | None = None
    call_again_on: date | None = None
    until: date | None = None
    interview_on: date | None = None
    interview_time: time | None = None
    reasons_given: bool | None = None
    phone: str | None = None
    contact: str | None = None


@dataclass(frozen=True)
class Facts:
    """The record of one interview, without its events."""

    interview_on: date
    interview_time: time | None
    interview_minutes: int | None
    interview_time_zone: str | None
    dated_on: date
    answer_expected_on: date | None
    may_call: bool | None
    is_persistent: bool
    background_check: bool
    people: tuple[Person, ...]
    attempts_elsewhere: int = 0


@dataclass(frozen=True)
class World:
    """The owner's zone and settings, the employer's calendar, and the law's term for reasons."""

    zone: str
    is_working: Callable[[date], bool]
    attempts: int = 4
    pause_days: int = 3
    reasons_term: int | None = None


@dataclass(frozen=True)
class Planned:
    """The next step, or the outcome (then there is no step)."""

    step_kind: str | None
    due_on: date | None
    missing: str | None
    is_second_letter: bool
    outcome: str | None
    attempts: int
    attempts_used: int
    owed_thanks: tuple[str, ...]
    call_id: str | None
    letter_id: str | None


def roll(world: World, day: date) -> date:
    """The day itself, or else the next working day."""
    for _ in range(SEARCH_LIMIT):
        if world.is_working(day):
            return day
        day += ONE_DAY
    raise ValueError("the calendar has no working day")


def working_day_after(world: World, day: date, number: int) -> date:
    """wd(day, number): the number-th working day after the day (reading 36: number 0 rolls)."""
    if number <= 0:
        return roll(world, day)
    for _ in range(number):
        day = roll(world, day + ONE_DAY)
    return day


def by_rung(people: Iterable[Person]) -> list[Person]:
    """Highest rung first; within one role the order of the list."""
    return sorted(people, key=lambda person: LADDER.index(person.role))


def contact_for_calls(people: Iterable[Person], struck: frozenset[str]) -> Person | None:
    """The highest rung with a phone that no wrong number has struck."""
    for person in by_rung(people):
        if person.phone and person.phone not in struck:
            return person
    return None


def contact_for_letters(people: Iterable[Person]) -> Person | None:
    """The highest rung with an address."""
    for person in by_rung(people):
        if person.email:
            return person
    return None


def thank_you_recipients(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Who was met and has an address; else the highest rung for letters; else nobody."""
    met = tuple(person for person in people if person.met and person.email)
    if met:
        return met
    highest = contact_for_letters(people)
    return (highest,) if highest else ()
