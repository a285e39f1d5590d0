"""The first working day of a week, on which even a quiet digest says that all is well. See ``opens_the_week``."""

from __future__ import annotations

from datetime import date, timedelta

from chalicelib.playbook.owner import EVERY_DAY, Weekday
from chalicelib.playbook.working_days import WorkingDays

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
WEEKS_SAMPLED = 5  # enough that neither a week of holidays nor a moved working Saturday decides


def opens_the_week(day: date, working_days: WorkingDays, digest_days: tuple[Weekday, ...] = EVERY_DAY) -> bool:
    """Whether ``day`` is the first working day of its week (a Tuesday after a Monday off, say), or stands for it.

    - If no digest comes on the first working day: the first of ``digest_days`` after it stands for it, or else the last
      one before it in the same week.
    - A week of nothing but days off has no such day.
    """
    start = week_start(day, working_days)
    week = [start + ONE_DAY * number for number in range(7)]
    first = next(filter(working_days.is_working, week), None)
    with_digest = [other for other in week if Weekday.of(other) in digest_days]
    return first is not None and day == next((other for other in with_digest if other >= first), with_digest[-1])


def week_start(day: date, working_days: WorkingDays) -> date:
    """The first day of the week of ``day``: Monday or, where people work on Sundays, the day after their weekend."""
    first = next(
        (weekday for weekday in (MONDAY, SUNDAY, SATURDAY) if _is_day_off(weekday - 1, day, working_days)), MONDAY
    )
    return day - ONE_DAY * ((day.weekday() - first) % 7)


def _is_day_off(weekday: int, until: date, working_days: WorkingDays) -> bool:
    """Whether a day of the week (Monday is 0) is usually off, judged by the five weeks up to ``until``."""
    latest = until - ONE_DAY * ((until.weekday() - weekday) % 7)
    worked = sum(working_days.is_working(latest - ONE_WEEK * weeks) for weeks in range(WEEKS_SAMPLED))
    return 2 * worked < WEEKS_SAMPLED
