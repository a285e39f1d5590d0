"""A zone's clocks, and when a digest is due by them: computed without the product, in seconds since 1970.

A zone is a list of stretches with one offset each. They are found by looking at the zone once a week, so that nothing
here depends on the product's handling of gaps and folds. Days are numbered from 1 January 1970.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

DAY, WEEK = 86_400, 7
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
BEGINNING, END = 0, 2**31 - DAY  # of the known clock changes; those that are tried are at least a year from both
FIRST, LAST = BEGINNING + 366 * DAY, END - 366 * DAY
_LOOKED_EVERY = 7 * DAY  # no clock was ever put forward and back within a week
_FURTHEST = 3 * WEEK  # the most days between two slots: on one day of the week, which a date line change skipped
_THURSDAY = 3  # 1 January 1970


def instant(seconds: int) -> datetime:
    """The instant as a datetime, as the product has it."""
    return EPOCH + timedelta(seconds=seconds)


def weekday(day: int) -> int:
    """Monday is 0."""
    return (day + _THURSDAY) % WEEK


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``begins`` until before ``ends`` (UTC), the local clock shows UTC plus ``offset``."""

    begins: int
    ends: int
    offset: int


@dataclass(frozen=True, slots=True)
class Due:
    """A digest that is due: for the local day ``on``, at the instant ``at``."""

    on: int
    at: int


class LocalClock:
    """The local clock of a zone."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self._stretches = stretches
        self._begins = [stretch.begins for stretch in stretches]

    @property
    def edges(self) -> list[int]:
        """The instants at which the clock is put forward or back, in the years that are tried."""
        return [at for at in self._begins[1:] if FIRST <= at <= LAST]

    def wall(self, at: int) -> int:
        """The local time that it shows at an instant."""
        return at + self._stretches[bisect_right(self._begins, at) - 1].offset

    def day(self, at: int) -> int:
        """The local day at an instant."""
        return self.wall(at) // DAY

    def shown_at(self, wall: int) -> int:
        """The first instant at which it shows ``wall``; if it skips that, the instant of the skip."""
        near = self._near(wall)
        shows = [wall - stretch.offset for stretch in near if stretch.begins <= wall - stretch.offset < stretch.ends]
        return (
            min(shows) if shows else min(stretch.begins for stretch in near if stretch.begins + stretch.offset > wall)
        )

    def has_day(self, day: int) -> bool:
        """Whether the clock ever shows a time of that day."""
        start = day * DAY
        return any(
            stretch.begins + stretch.offset < start + DAY and start < stretch.ends + stretch.offset
            for stretch in self._near(start)
        )

    def _near(self, wall: int) -> list[Stretch]:
        """The stretches that can show ``wall``: no offset is longer than a day, so they lie within a day of it."""
        first, last = bisect_right(self._begins, wall - 2 * DAY) - 1, bisect_right(self._begins, wall + 2 * DAY)
        return self._stretches[max(first, 0) : last]


@dataclass(frozen=True, slots=True)
class Settings:
    """When an owner wants their digest: at a minute of the day, on some days of the week (Monday is 0)."""

    zone: str
    minute: int
    weekdays: frozenset[int]

    @property
    def clock(self) -> LocalClock:
        """The owner's clock."""
        return clock_of(self.zone)

    def latest(self, now: int) -> Due:
        """The last digest that was due at or before ``now``."""
        days = range(self.clock.day(now) + 2, 0, -1)
        return next(due for due in map(self._due_on, days) if due is not None and due.at <= now)

    def following(self, now: int) -> Due:
        """The first one that is due after ``now``."""
        today = self.clock.day(now)
        days = range(today - 2, today + _FURTHEST)
        return next(due for due in map(self._due_on, days) if due is not None and due.at > now)

    def _due_on(self, day: int) -> Due | None:
        if weekday(day) not in self.weekdays or not self.clock.has_day(day):
            return None
        return Due(day, self.clock.shown_at(day * DAY + self.minute * 60))


@cache
def zones() -> tuple[str, ...]:
    """The names of all zones."""
    return tuple(sorted(available_timezones()))


@cache
def clock_of(zone: str) -> LocalClock:
    """The clock of a zone, for the years that are tried here."""
    info, begins = ZoneInfo(zone), [BEGINNING]
    looked = range(BEGINNING, END, _LOOKED_EVERY)
    offsets = [_offset(info, at) for at in looked]
    begins += [
        _changed(info, before, before + _LOOKED_EVERY)
        for before, offset, after in zip(looked, offsets, offsets[1:], strict=False)
        if offset != after
    ]
    ends = [*begins[1:], END]
    return LocalClock([Stretch(start, stop, _offset(info, start)) for start, stop in zip(begins, ends, strict=True)])


def _changed(info: ZoneInfo, before: int, after: int) -> int:
    """The second at which the offset became that of ``after``."""
    new = _offset(info, after)
    return bisect_left(range(after), True, before, key=lambda at: _offset(info, at) == new)


def _offset(info: ZoneInfo, at: int) -> int:
    offset = instant(at).astimezone(info).utcoffset()
    assert offset is not None
    return offset // timedelta(seconds=1)
