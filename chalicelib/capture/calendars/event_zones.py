"""The zone in which an event's hour is meant: an IANA name, a Windows name, what Exchange and Zimbra show for one, or
one that only the file's own ``VTIMEZONE`` defines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from chalicelib.capture.calendars.components import Component
from chalicelib.patterns import lazy_pattern
from chalicelib.schemas.locales import time_zones
from chalicelib.schemas.zone_names import zones_meant

_PATH = lazy_pattern(r"([A-Z][A-Za-z_]+/[A-Za-z_+-]+(?:/[A-Za-z_-]+)?)$")
# "(UTC+03:00) Moscow, St. Petersburg" and "(GMT+01.00) Amsterdam / Berlin": the distance is that of winter, or of none.
_SHOWN = lazy_pattern(r"\((?:UTC|GMT)(?:[+\-\u2212]\d{1,2}[:.]?\d{0,2})?\)\s*(.{2,300})$", re.IGNORECASE)
_BETWEEN_CITIES = lazy_pattern(r"\s*[,/]\s*")
_OFFSET = lazy_pattern(r"([+-])(\d{2})(\d{2})")
_DAY_OF_WEEK = lazy_pattern(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
_START = lazy_pattern(r"(\d{4})\d{4}T(\d{2})(\d{2})")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7
_LONGEST = 200  # characters of a name
# What Windows shows for a zone where no city of it, or one of another zone, is named first.
_SHOWN_WITHOUT_A_CITY = {
    "pacific time": "America/Los_Angeles",
    "mountain time": "America/Denver",
    "central time": "America/Chicago",
    "eastern time": "America/New_York",
    "atlantic time": "America/Halifax",
    "coordinated universal time": "Etc/UTC",
    "arizona": "America/Phoenix",
    "hawaii": "Pacific/Honolulu",
    "alaska": "America/Anchorage",
    "st. petersburg": "Europe/Moscow",
    "volgograd": "Europe/Volgograd",
    "chennai": "Asia/Kolkata",
    "west central africa": "Africa/Lagos",
    "casablanca": "Africa/Casablanca",
    "harare": "Africa/Harare",
    "pretoria": "Africa/Johannesburg",
    "canberra": "Australia/Sydney",
    "abu dhabi": "Asia/Dubai",
    "hong kong": "Asia/Hong_Kong",
    "kuala lumpur": "Asia/Kuala_Lumpur",
    "bangkok": "Asia/Bangkok",
    "new delhi": "Asia/Kolkata",
    "islamabad": "Asia/Karachi",
    "ekaterinburg": "Asia/Yekaterinburg",
    "astana": "Asia/Almaty",
}


def zone_of(name: str, declared: Iterable[Component]) -> str | None:
    """The IANA name of the zone that an event names; None if only the file itself defines it, or nothing does."""
    text = name[:_LONGEST].strip().strip('"').strip("/")
    if text in time_zones():
        return text
    found = _PATH.search(text)
    if found and found[1] in time_zones():
        return found[1]
    return _windows_zone(text) or _shown_zone(text) or _of_declaration(text, declared)


def wall_clock_to_utc(wall: datetime, name: str, declared: Iterable[Component]) -> datetime | None:
    """The instant of a wall clock in a zone that the file itself defines; None if it defines none of this name."""
    zone = _declared(name, declared)
    offset = _offset_at(wall, zone) if zone else None
    return wall.replace(tzinfo=timezone(offset)).astimezone(UTC) if offset is not None else None


def zone_info(name: str | None) -> tzinfo | None:
    """The zone of an IANA name."""
    return ZoneInfo(name) if name else None


def _windows_zone(name: str) -> str | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # the library is slow to load, and few need it

    return _fitting(WINDOWS_TO_OLSON.get(name))


def _shown_zone(name: str) -> str | None:
    """The zone by the first of the cities that Windows names, whose zone is known."""
    shown = _SHOWN.match(name)
    if shown is None:
        return None
    cities = [city.strip() for city in _BETWEEN_CITIES.split(shown[1].partition("(")[0])]
    return next((zone for city in cities if (zone := _zone_of_city(city))), None)


@cache
def _zone_of_city(city: str) -> str | None:
    meant = zones_meant(city, time_zones())
    return _fitting(_SHOWN_WITHOUT_A_CITY.get(city.lower()) or (meant[0] if len(meant) == 1 else None))


def _fitting(name: str | None) -> str | None:
    return name if name in time_zones() else None


def _of_declaration(name: str, declared: Iterable[Component]) -> str | None:
    """The zone that the declaration of this name says it lies in, as Google's and Apple's do."""
    zone = _declared(name, declared)
    location = zone.text("X-LIC-LOCATION") if zone else ""
    return location if location in time_zones() else None


def _declared(name: str, declared: Iterable[Component]) -> Component | None:
    wanted = name.strip().strip('"')
    return next((zone for zone in declared if zone.text("TZID").strip('"') == wanted), None)


def _offset_at(wall: datetime, zone: Component) -> timedelta | None:
    """The distance from UTC that is in force: that of the change that came last before this wall clock."""
    changes = [
        (onset, offset)
        for part in zone.parts
        if (offset := _offset(part.text("TZOFFSETTO"))) is not None
        for onset in _onsets(part, wall.year)
    ]
    before = [change for change in changes if change[0] <= wall]
    return max(before)[1] if before else min(changes)[1] if changes else None


def _onsets(part: Component, year: int) -> list[datetime]:
    """When its time begins, this year and the year before: by its yearly rule, or once for all."""
    start = _START.match(part.text("DTSTART"))
    hour, minute = (int(start[2]) % 24, int(start[3]) % 60) if start else (0, 0)
    rule = dict(pair.split("=", 1) for pair in part.text("RRULE").upper().split(";") if "=" in pair)
    days = [_day_of_rule(rule, in_year) for in_year in (year - 1, year)] if rule else []
    first = date(max(int(start[1]), 1), 1, 1) if start else date(1, 1, 1)
    found = [day for day in days if day and day >= first]
    return [datetime(day.year, day.month, day.day, hour, minute) for day in found or [first]]  # noqa: DTZ001


def _day_of_rule(rule: dict[str, str], year: int) -> date | None:
    """The day of a yearly rule such as "the last Sunday of October"; None for other rules."""
    found = _DAY_OF_WEEK.fullmatch(rule.get("BYDAY", ""))
    month = rule.get("BYMONTH", "")
    if rule.get("FREQ") != "YEARLY" or found is None or month not in map(str, range(1, 13)):
        return None
    number, weekday = int(found[1] or 1), _WEEKDAYS.index(found[2])
    if number > 0:
        first = date(year, int(month), 1)
        return first + timedelta((weekday - first.weekday()) % _WEEK + _WEEK * (number - 1))
    last = date(year + int(month) // 12, int(month) % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % _WEEK + _WEEK * (-number - 1))


def _offset(text: str) -> timedelta | None:
    found = _OFFSET.match(text)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3])
    return timedelta(minutes=-minutes if found[1] == "-" else minutes) if minutes < 24 * 60 else None
