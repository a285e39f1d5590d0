"""Records and histories drawn at random by Hypothesis, of every kind that there is."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st
from msgspec.structs import replace

from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import EVENTS
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.planning_context import PlanningContext
from tests.factories import an_interview
from tests.playbook.planning import ZONE, context_at

COUNTRIES = ("DE", "DE-BY", "US", "RU", "GB-ENG", "FR", "JP", "IN", "IL", "AE", "IR", "CN")
FIRST, LAST = date(2025, 1, 1), date(2028, 12, 31)

LONGEST_HISTORY = 30
PHONES = ("+49 30 1", "+49 30 2", "+49 30 3")
KINDS_AND_RESULTS = [(spec.kind, spec.result) for spec in EVENTS]
ENDINGS = {Result.OFFER, Result.REFUSAL, Result.NEXT_ROUND, EventKind.WITHDRAWN, EventKind.CLOSED}
WITHOUT_AN_END = [(kind, result) for kind, result in KINDS_AND_RESULTS if not {kind, result} & ENDINGS]

days = st.dates(FIRST, LAST)
contacts = st.lists(
    st.builds(
        Contact,
        role=st.sampled_from(Role),
        name=st.none() | st.just("Dana Winter"),
        phone=st.none() | st.sampled_from(PHONES),
        email=st.none() | st.just("dana@acme.example"),
    ),
    max_size=3,
).map(tuple)


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """A record of any kind, to which nothing has happened yet."""
    interview_on = draw(days)
    return an_interview(
        interview_on=interview_on,
        interview_time=draw(st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))),
        dated_on=interview_on + timedelta(days=draw(st.integers(-20, 20))),
        contacts=draw(contacts),
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
    return Event(
        kind=kind,
        on=on,
        recorded_at=datetime.combine(on + timedelta(days=draw(st.sampled_from((0, 0, 0, 9)))), time(12), ZONE),
        result=result,
        call_again_on=draw(st.sampled_from((None, day, day))) if result is Result.NO_DECISION else None,
        call_again_time=time(15) if result is Result.NO_DECISION else None,
        until=draw(st.sampled_from((None, day)))
        if kind is EventKind.SNOOZED or result is Result.TOLD_TO_WAIT
        else None,
        reasons_given=draw(st.sampled_from((None, True, False))) if result is Result.REFUSAL else None,
        interview_on=day if result is Result.NEXT_ROUND else None,
        phone=draw(st.sampled_from((None, *PHONES))) if result is Result.WRONG_NUMBER else None,
    )


@st.composite
def histories(draw: st.DrawFn, shortest: int = 0) -> Interview:
    """A record with up to 30 events, long ones as often as short ones; in two of three nothing ends it."""
    interview = draw(interviews())
    length = draw(st.integers(shortest, LONGEST_HISTORY))
    kinds = draw(st.sampled_from([KINDS_AND_RESULTS, WITHOUT_AN_END, WITHOUT_AN_END]))
    happened = draw(st.lists(events(interview.interview_on, kinds), min_size=length, max_size=length))
    return replace(interview, events=tuple(happened))


def stages(interview: Interview) -> list[Interview]:
    """The record before each of its events, and after the last."""
    return [replace(interview, events=interview.events[:count]) for count in range(len(interview.events) + 1)]


def planning_of(interview: Interview) -> PlanningContext:
    """The planning context of a drawn record."""
    return context_at(interview.employer_country or "DE")
