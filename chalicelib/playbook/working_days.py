"""Working days where the employer is (W10): ``after`` and ``roll`` are ``wd`` and ``roll`` of the timing table (T)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

ONE_DAY = timedelta(days=1)


class WorkingDays(Struct, frozen=True):
    """The employer's calendar. ``is_working`` knows public holidays, weekends and moved working days."""

    is_working: Callable[[date], bool]

    def roll(self, day: date) -> date:
        """``day`` itself if it is a working day, otherwise the next working day."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``; ``day`` itself never counts."""
        for _ in range(count):
            day = self.roll(day + ONE_DAY)
        return day

    def count(self, since: date, until: date) -> int:
        """How many working days there are after ``since`` up to ``until``, that day included."""
        days = (since + ONE_DAY * number for number in range(1, (until - since).days + 1))
        return sum(map(self.is_working, days))
