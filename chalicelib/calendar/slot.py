"""Where in the calendar a step stands: on a day, or at an hour of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec import Struct

from chalicelib import places
from chalicelib.calendar.history import Turn
from chalicelib.calendar.hours import call_at
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.road import done_on, is_call


class Slot(Struct, frozen=True):
    """``day`` is where the step stands; ``at`` (UTC) when a call begins, None for what takes no particular hour."""

    day: date
    at: datetime | None = None


def slot(turn: Turn, interview: Interview, owner: Owner, today: date) -> Slot:
    """Where a turn stands on ``today`` (owner's zone): on its day or, if that is past, on the next day on which it can
    be done. One that is over stays where it was on its last day."""
    step = turn.step
    day = done_on(step, places.circumstances(owner, interview), turn.ended_on or today)
    if step.at is not None and day == step.due_on:
        return Slot(day, datetime.combine(day, step.at, owner.zone).astimezone(UTC))
    if not is_call(step, turn.plan) or step.missing:
        return Slot(day)
    return Slot(day, call_at(day, interview.employer_country or owner.country, owner))
