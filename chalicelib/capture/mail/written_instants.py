"""The day and hour in the headers of forwarded mails, as mail programs write them in English, German and Russian."""

from __future__ import annotations

from datetime import datetime, tzinfo

from chalicelib.patterns import lazy_pattern
from chalicelib.schemas.month_names import MONTHS

_DAY_FIRST = lazy_pattern(r"\b(\d{1,2})\.?\s{1,3}([^\W\d_]{3,12})\.?,?\s{1,3}(\d{4})")
_MONTH_FIRST = lazy_pattern(r"\b([^\W\d_]{3,12})\.?\s{1,3}(\d{1,2}),?\s{1,3}(\d{4})")
_BY_NUMBERS = lazy_pattern(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ISO = lazy_pattern(r"\b(\d{4})-(\d{2})-(\d{2})")
_HOUR = lazy_pattern(r"\b(\d{1,2}):(\d{2})(?::\d{2})?\s{0,2}([AaPp])?")
_LONGEST = 200
_NOON = 12


def instant_in(text: str, zone: tzinfo) -> datetime | None:
    """The instant that a header names, in ``zone``; None if it names no day. Without an hour it is noon."""
    text = text[:_LONGEST]
    day = _day(text)
    if day is None:
        return None
    hour, minute = _hour(text)
    try:
        return datetime(*day, hour, minute, tzinfo=zone)
    except ValueError:
        return None


def _day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day."""
    for day, month, year in _DAY_FIRST.findall(text):
        if number := MONTHS.get(month.lower()):
            return int(year), number, int(day)
    for month, day, year in _MONTH_FIRST.findall(text):
        if number := MONTHS.get(month.lower()):
            return int(year), number, int(day)
    if found := _BY_NUMBERS.search(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _ISO.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    return None


def _hour(text: str) -> tuple[int, int]:
    found = _HOUR.search(text)
    if found is None:
        return _NOON, 0
    hour, half = int(found[1]), (found[3] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return hour, int(found[2])
