"""When an entry stands in the calendar: on a day, or at an hour of that day. ``entry_time`` says it of a step."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

from chalicelib import work_calendars
from chalicelib.calendar.calling_hours import CALL_LENGTH, call_at
from chalicelib.calendar.step_history import PlannedStep
from chalicelib.playbook.forecast import doable_day, is_call
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner


class EntryTime(Struct, frozen=True):
    """The ``day`` of an entry (owner's zone); ``at`` (UTC) when it begins, and its ``length`` from there.

    ``at`` is None if it has no hour; it takes the whole day then.
    """

    day: date
    at: datetime | None = None
    length: timedelta = CALL_LENGTH


def entry_time(turn: PlannedStep, interview: Interview, owner: Owner, today: date) -> EntryTime:
    """When the step of ``turn`` stands in the calendar on ``today`` (owner's zone).

    - An open step: on its day or, if that is past, on the next day on which it can be done.
    - A step that has ended: where it was on its last day.
    - It has an hour if the plan names one for its day (owner's zone), or if it is a call that can be made (H5).
    """
    step = turn.step
    day = doable_day(step, work_calendars.planning_context(owner, interview), turn.ended_on or today)
    if step.at is not None and day == step.due_on:
        return EntryTime(day, datetime.combine(day, step.at, owner.zone).astimezone(UTC))
    if not is_call(step, turn.plan) or step.missing:
        return EntryTime(day)
    return EntryTime(day, call_at(day, interview.employer_country or owner.country, owner))
