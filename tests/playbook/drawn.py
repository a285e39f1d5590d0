"""Records and histories drawn at random by Hypothesis, of every kind that there is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import reduce

from hypothesis import strategies as st
from msgspec.structs import replace

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import EVENTS
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import without_event
from chalicelib.playbook.planning_context import PlanningContext
from tests.factories import an_interview
from tests.playbook.planning import ZONE, context_at, recorded

COUNTRIES = ("DE", "DE-BY", "SE", "US", "RU", "GB-ENG", "FR", "JP", "IN", "IL", "AE", "IR", "CN")
FIRST, LAST = date(2025, 1, 1), date(2028, 12, 31)

LONGEST_HISTORY = 30
PHONES = ("+49 30 1", "+49 30 2", "+49 30 3")
CONTACT_IDS = ("c0", "c1", "c2")
KINDS_AND_RESULTS = [(spec.kind, spec.result) for spec in EVENTS]
TURNS = {
    Result.OFFER,
    Result.REFUSAL,
    Result.NEXT_ROUND,
    EventKind.INTERVIEW_MOVED,
    EventKind.WITHDRAWN,
    EventKind.CLOSED,
}
WITHOUT_A_TURN = [(kind, result) for kind, result in KINDS_AND_RESULTS if not {kind, result} & TURNS]
MANY_TURNS = [(kind, result) for kind, result in KINDS_AND_RESULTS if {kind, result} & TURNS] + KINDS_AND_RESULTS
WITH_A_DAY_AHEAD = (Result.TOLD_TO_WAIT, Result.OFFER)

Happened = tuple[Interview, tuple[Event, ...]]
days = st.dates(FIRST, LAST)


@st.composite
def contacts(draw: st.DrawFn) -> tuple[Contact, ...]:
    """Up to three people or lines at the employer, some of whom were at the interview."""
    drawn = st.builds(
        Contact,
        role=st.sampled_from(Role),
        name=st.none() | st.just("Dana Winter"),
        phone=st.none() | st.sampled_from(PHONES),
        email=st.none() | st.just("dana@acme.example"),
        met=st.booleans(),
    )
    return tuple(replace(contact, id=f"c{n}") for n, contact in enumerate(draw(st.lists(drawn, max_size=3))))


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """A record of any kind, to which nothing has happened yet."""
    interview_on = draw(days)
    return an_interview(
        interview_on=interview_on,
        interview_time=draw(st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))),
        interview_time_zone=draw(st.sampled_from([None, None, "Asia/Tokyo", "America/Los_Angeles"])),
        interview_minutes=draw(st.sampled_from([None, None, 45, 300])),
        dated_on=interview_on + timedelta(days=draw(st.integers(-20, 20))),
        contacts=draw(contacts()),
        position=draw(st.sampled_from(["Data Engineer", "Sales Manager"])),
        may_call=draw(st.sampled_from([None, True, False])),
        persistence_expected=draw(st.sampled_from([None, True, False])),
        background_check=draw(st.booleans()),
        answer_expected_on=draw(st.none() | st.integers(1, 40).map(lambda n: interview_on + timedelta(days=n))),
        employer_country=draw(st.sampled_from(COUNTRIES)),
        attempts_elsewhere=draw(st.sampled_from([0, 0, 0, 1, 2, 3, 4])),
    )


@st.composite
def events(draw: st.DrawFn, since: date, kinds: list[tuple[EventKind, Result | None]]) -> Event:
    """Any kind with any of its results, on a day around or after the interview, written down then or later."""
    kind, result = draw(st.sampled_from(kinds))
    on = since + timedelta(days=draw(st.integers(-10, 5) | st.integers(0, 90)))
    day = on + timedelta(days=draw(st.integers(-2, 30)))
    may_have_day = st.sampled_from((None, day, day))
    is_of_an_interview = kind is EventKind.INTERVIEW_MOVED or result is Result.NEXT_ROUND
    return Event(
        kind=kind,
        on=on,
        recorded_at=datetime.combine(on + timedelta(days=draw(st.sampled_from((0, 0, 0, 9)))), time(12), ZONE),
        result=result,
        call_again_on=draw(may_have_day) if result is Result.NO_DECISION else None,
        call_again_time=time(15) if result is Result.NO_DECISION else None,
        until=draw(may_have_day) if kind is EventKind.SNOOZED or result in WITH_A_DAY_AHEAD else None,
        reasons_given=draw(st.sampled_from((None, True, False))) if result is Result.REFUSAL else None,
        interview_on=draw(may_have_day) if is_of_an_interview else None,
        contact=draw(st.sampled_from((None, *CONTACT_IDS))) if kind is EventKind.THANK_YOU_SENT else None,
        phone=draw(st.sampled_from((None, *PHONES))) if result is Result.WRONG_NUMBER else None,
    )


@st.composite
def happened(draw: st.DrawFn, shortest: int = 0) -> Happened:
    """A record and up to 30 events, long lists as often as short ones; a third takes no turn, a third takes many."""
    interview = draw(interviews())
    length = draw(st.integers(shortest, LONGEST_HISTORY))
    kinds = draw(st.sampled_from([KINDS_AND_RESULTS, WITHOUT_A_TURN, MANY_TURNS]))
    drawn = draw(st.lists(events(interview.interview_on, kinds), min_size=length, max_size=length))
    return interview, tuple(drawn)


def histories(shortest: int = 0) -> st.SearchStrategy[Interview]:
    """A record with up to 30 events, recorded one after the other."""
    return happened(shortest).map(lambda drawn: with_all(*drawn))


def with_all(interview: Interview, events: Iterable[Event]) -> Interview:
    """The record after all these events, recorded one after the other."""
    return reduce(recorded, events, interview)


def stages(interview: Interview) -> list[Interview]:
    """The record before each of its events, and after the last."""
    found = [interview]
    while found[0].events:
        found.insert(0, without_event(found[0], found[0].events[-1]))
    return found


def planning_of(interview: Interview) -> PlanningContext:
    """The planning context of a drawn record."""
    return context_at(interview.employer_country or "DE")
