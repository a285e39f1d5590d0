"""When an event of a calendar file begins and how long it takes: wall clocks, instants, and whole days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from chalicelib.capture.calendars.components import Component
from chalicelib.capture.calendars.content_lines import ContentLine
from chalicelib.capture.calendars.event_zones import wall_clock_to_utc, zone_info, zone_of
from chalicelib.patterns import lazy_pattern

_DATE = lazy_pattern(r"(\d{4})(\d{2})(\d{2})")
_DATE_TIME = lazy_pattern(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z)?", re.IGNORECASE)
_DURATION = lazy_pattern(r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?")


class Start(Struct, frozen=True):
    """When an event begins: on a ``day``, and at an ``hour`` unless it takes the whole day.

    ``zone`` is the IANA name of the zone in which both are meant; None if they are the owner's own (``is_floating``),
    or if ``is_unknown``: a zone is named that nobody knows.
    """

    day: date
    hour: time | None
    zone: str | None = None
    is_floating: bool = False
    is_unknown: bool = False

    @property
    def instant(self) -> datetime | None:
        """The instant, in its zone; None if the hour or the zone is not known."""
        zone = zone_info(self.zone)
        return datetime.combine(self.day, self.hour, zone) if zone and self.hour is not None else None


def read_start(line: ContentLine | None, zones: Iterable[Component]) -> Start | None:
    """When a line says that the event begins, None if it says nothing that can be read."""
    if line is None:
        return None
    timed = _DATE_TIME.match(line.value.strip())
    try:
        if timed is None:
            plain = _DATE.match(line.value.strip())
            return Start(date(int(plain[1]), int(plain[2]), int(plain[3])), None) if plain else None
        day = date(int(timed[1]), int(timed[2]), int(timed[3]))
        wall = datetime.combine(day, time(int(timed[4]), int(timed[5])))
        return _timed(wall, line.parameters.get("TZID", ""), zones, is_utc=bool(timed[7]))
    except (ValueError, OverflowError):
        return None


def _timed(wall: datetime, tzid: str, zones: Iterable[Component], *, is_utc: bool) -> Start:
    if is_utc:
        return Start(wall.date(), wall.time(), "Etc/UTC")
    if not tzid:
        return Start(wall.date(), wall.time(), is_floating=True)
    zones = [*zones]
    if name := zone_of(tzid, zones):
        return Start(wall.date(), wall.time(), name)
    if instant := wall_clock_to_utc(wall, tzid, zones):
        return Start(instant.date(), instant.time(), "Etc/UTC")
    return Start(wall.date(), wall.time(), is_unknown=True)


def read_minutes(event: Component, start: Start | None, zones: Iterable[Component]) -> int | None:
    """How long it takes; None for whole days, and where it is not said or cannot be."""
    if start is None or start.hour is None:
        return None
    end = read_start(event.first("DTEND"), zones)
    if end and end.hour is not None:
        length = _between(start, end)
        return length if length > 0 else None
    lasting = _DURATION.fullmatch(event.text("DURATION"))
    if lasting is None:
        return None
    weeks, days, hours, minutes = (int(lasting[at] or 0) for at in range(1, 5))
    return ((weeks * 7 + days) * 24 + hours) * 60 + minutes or None


def _between(start: Start, end: Start) -> int:
    begins, ends = start.instant, end.instant
    if begins and ends:
        return int((ends - begins) / timedelta(minutes=1))
    hours = [datetime.combine(one.day, one.hour or time()) for one in (start, end)]
    return int((hours[1] - hours[0]) / timedelta(minutes=1))


def read_stamp(text: str) -> datetime | None:
    """The instant of a stamp, which is in UTC; None if it is none."""
    found = _DATE_TIME.match(text)
    try:
        if found is None:
            return None
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return datetime.combine(day, time(int(found[4]), int(found[5]), int(found[6] or 0)), UTC)
    except (ValueError, OverflowError):
        return None
