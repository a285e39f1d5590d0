"""Plan in one line: what is next for a record on a day, where the owner is."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import with_event
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.reasons_term import reasons_term
from chalicelib.playbook.rules import plan
from chalicelib.playbook.step import Step, StepKind
from chalicelib.playbook.working_days import WorkingDays
from chalicelib.work_calendars import planning_context, working_days
from tests.factories import an_interview, an_owner

Moment = date | datetime
ZONE = an_owner().zone
# T; all others are due on working days.
DUE_ON_ANY_DAY = (StepKind.THANK_YOU_LETTER, StepKind.CLOSING_QUESTION, StepKind.ANSWER_OFFER)


def day(text: str) -> date:
    """A day of 2026: "3 Aug"."""
    return datetime.strptime(f"{text} 2026 +0000", "%d %b %Y %z").date()


def on(text: str) -> date:
    """A day of any year, "Thu 2026-04-02"; a day of the week that is wrong is refused."""
    named = datetime.strptime(f"{text} +0000", "%a %Y-%m-%d %z")
    assert named.strftime("%a %Y-%m-%d") == text
    return named.date()


def planned(interview: Interview, on: Moment, owner: Owner | None = None) -> Plan:
    """The plan at noon of a day, or at an instant."""
    owner = owner or an_owner()
    now = on if isinstance(on, datetime) else datetime.combine(on, time(12), owner.zone)
    return plan(interview, planning_context(owner, interview), now)


def next_step(interview: Interview, on: Moment, owner: Owner | None = None) -> Step:
    """The step that is next; the record must be open."""
    step = planned(interview, on, owner).step
    assert step is not None
    return step


def after(*events: Event, owner: Owner | None = None, **facts: Any) -> tuple[str, date]:
    """Kind and day of the next step right after the last of these events, for the usual record."""
    step = next_step(with_events(*events, **facts), max(event.on for event in events), owner)
    return str(step.kind), step.due_on


def plan_after(*events: Event, owner: Owner | None = None, **facts: Any) -> Plan:
    """The plan right after the last of these events, for the usual record."""
    return planned(with_events(*events, **facts), max(event.on for event in events), owner)


def with_events(*events: Event, **facts: Any) -> Interview:
    """The usual record, with these events and facts."""
    record = an_interview(**facts)
    for event in events:
        record = recorded(record, event)
    return record


def recorded(record: Interview, event: Event) -> Interview:
    """The record with one more event, recorded as any other, but without a look at whether it may follow."""
    if event.kind is not EventKind.INTERVIEW_MOVED:
        return replace(record, events=(*record.events, event))
    return with_event(record, event, planned(record, event.on))


@cache
def context_at(place: str) -> PlanningContext:
    """The usual owner's context with the calendar of a place; each day is looked up once, for thousands of plans."""
    days = WorkingDays(cache(working_days(place).is_working))
    return PlanningContext(zone=ZONE, working_days=days, reasons_term=reasons_term(place))
