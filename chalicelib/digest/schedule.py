"""When an owner's digest is due: at ``digest_at`` on each of the owner's days, whatever the clocks there do.

The ways in are ``latest_slot`` and ``next_slot``. Instants are compared in UTC only: Python compares two local times of
one zone by their wall clocks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from chalicelib.playbook.owner import Owner, Weekday

ONE_DAY = timedelta(days=1)
ONE_SECOND = timedelta(seconds=1)

# How many days from today to search. A week has each of the owner's days, unless a jump over the date line left it out
# or a change of zone moved it: then the week before, or after, has it. And one day on the other side: where the clocks
# went back past midnight, tomorrow's slot may already have passed.
DAYS_FAR, DAYS_NEAR = 15, 1


class Slot(Struct, frozen=True):
    """A scheduled digest: ``on`` is its date in the owner's zone (and its claim's key), ``at`` its instant (UTC)."""

    on: date
    at: datetime


def latest_slot(owner: Owner, now: datetime) -> Slot:
    """The last slot at or before ``now``. It is only one: several missed days give one digest."""
    return next(slot for slot in _slots_from(owner, now, range(DAYS_NEAR, -DAYS_FAR - 1, -1)) if slot.at <= now)


def next_slot(owner: Owner, now: datetime) -> Slot:
    """The first slot after ``now``."""
    return next(slot for slot in _slots_from(owner, now, range(-DAYS_NEAR, DAYS_FAR + 1)) if slot.at > now)


def _slots_from(owner: Owner, now: datetime, days: Iterable[int]) -> Iterator[Slot]:
    """The slots on ``days``, counted from today. A later day has a later instant, as each is its time's first one."""
    today, zone = now.astimezone(owner.zone).date(), owner.zone
    for on in (today + number * ONE_DAY for number in days):
        if Weekday.of(on) in owner.digest_days and _exists(on, zone):
            yield Slot(on, first_instant(on, owner.digest_at, zone))


def _exists(on: date, zone: ZoneInfo) -> bool:
    """Whether the zone has that date: Samoa had no 30 December 2011."""
    return first_instant(on, time.min, zone).astimezone(zone).date() == on


def first_instant(on: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of a wall-clock time.

    - A time that comes twice, as the clocks go back: the first of the two.
    - A time that is skipped, as they go forward: the first instant after the gap.
    """
    first, second = (datetime.combine(on, at.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1))
    # PEP 495: in a gap, fold=0 reads the time with the offset before it, which is the later instant of the two.
    return first if first <= second else _end_of_gap(second, first, zone)


def _end_of_gap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first instant, to the second, after ``before`` at which the zone has the offset that it has at ``after``."""
    new_offset = after.astimezone(zone).utcoffset()
    seconds = bisect_left(
        range(int((after - before).total_seconds())),
        True,
        key=lambda second: (before + second * ONE_SECOND).astimezone(zone).utcoffset() == new_offset,
    )
    return before + seconds * ONE_SECOND
