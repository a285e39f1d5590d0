"""The days that one tap names for the employer's answer (W12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from chalicelib.playbook.step import translatable
from chalicelib.playbook.working_days import ONE_DAY, WorkingDays

_WEEK, _TO_FRIDAY = timedelta(days=7), timedelta(days=4)


class AnswerDay(Struct, frozen=True):
    """A day, and what one calls it."""

    label: str
    day: date


def answer_days(today: date, interview_on: date, days: WorkingDays) -> tuple[AnswerDay, ...]:
    """The days to choose from on ``today`` (owner's zone), each once, all after today and after the interview.

    A week ends on its Friday, or on the last working day before it. Tomorrow is left out where nobody works then.
    """
    found: dict[date, AnswerDay] = {}
    for one in _named(today, days):
        if one.day > max(today, interview_on):
            found.setdefault(one.day, one)
    return tuple(found.values())


def _named(today: date, days: WorkingDays) -> Iterator[AnswerDay]:
    monday = today - timedelta(days=today.weekday())
    if days.is_working(today + ONE_DAY):
        yield AnswerDay(translatable("Tomorrow"), today + ONE_DAY)
    for label, first in ((translatable("This week"), monday), (translatable("Next week"), monday + _WEEK)):
        last = _last_working_day(first, days)
        if last:
            yield AnswerDay(label, last)
    yield AnswerDay(translatable("In two weeks"), days.roll(today + 2 * _WEEK))


def _last_working_day(monday: date, days: WorkingDays) -> date | None:
    """The last working day up to the Friday of a week; None if there is none."""
    week = (monday + _TO_FRIDAY - ONE_DAY * back for back in range(5))
    return next((day for day in week if days.is_working(day)), None)
