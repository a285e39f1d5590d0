"""The first working day of a week: the day on which even a quiet digest says that all is well."""

from __future__ import annotations

from datetime import date, timedelta

from chalicelib.playbook.owner import EVERY_DAY, Weekday
from chalicelib.playbook.working_days import WorkingDays

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
WEEKS_SAMPLED = 5  # enough that neither a week of holidays nor a moved working Saturday decides


def opens_the_week(day: date, working_days: WorkingDays, digest_days: tuple[Weekday, ...] = EVERY_DAY) -> bool:
    """Whether ``day`` works and no earlier day of its week does: a Tuesday after a Monday off, say.

    Where no digest comes on that day of the week, the first of ``digest_days`` after it stands for it, or else the last
    one before. A week of nothing but days off has none.
    """
    start = week_start(day, working_days)
    week = [start + ONE_DAY * number for number in range(7)]
    first = next(filter(working_days.is_working, week), None)
    chosen = [one for one in week if Weekday.of(one) in digest_days]
    return first is not None and day == next((one for one in chosen if one >= first), chosen[-1])


def week_start(day: date, working_days: WorkingDays) -> date:
    """The day on which the week of ``day`` began: Monday, or where people work on Sundays, after their weekend."""
    first = next(
        (weekday for weekday in (MONDAY, SUNDAY, SATURDAY) if _is_day_off(weekday - 1, day, working_days)), MONDAY
    )
    return day - ONE_DAY * ((day.weekday() - first) % 7)


def _is_day_off(weekday: int, around: date, working_days: WorkingDays) -> bool:
    """Whether that day of the week is usually off, seen from the weeks before ``around``."""
    latest = around - ONE_DAY * ((around.weekday() - weekday) % 7)
    worked = sum(working_days.is_working(latest - ONE_WEEK * weeks) for weeks in range(WEEKS_SAMPLED))
    return 2 * worked < WEEKS_SAMPLED
