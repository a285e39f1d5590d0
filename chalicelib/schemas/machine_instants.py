"""Days and times as machines write them: with seconds, a zone, a comma, run together, or half a day (PM).

The ways in are ``day_and_time`` for what may hold both, and ``clock_time`` for a time alone; ``names_a_zone`` tells
whether ``day_and_time`` depends on a zone. Days are read by ``written_days``.
``dateutil`` was weighed: it takes what a text lacks from today, and drops a zone that it does not know, without a word.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta, timezone, tzinfo

from chalicelib.schemas.written_days import plain, split, sure_day

# Compiled on first use: JSON has plain days and times, and a fresh function has no time for them.
_CLOCK = (
    r"(?=\d{1,2}(?:[:.h]\d{2}| ?[ap]\.?m| ?uhr| ?h\b))"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?:[:.]\d{2}(?:[.,]\d{1,9})?)?)?"
    r"(?: ?(?P<half>[ap])\.?(?:m\.?)?| ?uhr| ?h)?"
)
_ZONE = r"(?: ?(?P<utc>z|utc|gmt)? ?(?P<offset>[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/+-]{1,40}\])?)(?: \([^()]*\))?"
_TIME_AND_ZONE = rf"(?ai){_CLOCK}{_ZONE}"
_TIME = rf"(?ai){_CLOCK}"
_RUN_TOGETHER = r"(?ai)(\d{8})[t ](\d{2})(\d{2})(?:\d{2}(?:[.,]\d{1,9})?)?(z|[+-]\d{2}(?::?\d{2})?)?"
UTC_MIDNIGHT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]00:00(?::00(?:\.0{1,9})?)?(?:Z|[+-]00:?00| UTC)", re.ASCII)
_NOON = 12
NO_TIME = "00:00"  # what a machine writes after a day without a time
_NO_DAYS = (1899, 1900)  # the years that spreadsheets give to a time without a day


def day_and_time(text: str, zone: tzinfo) -> tuple[str, str]:
    """The day and the hour and minute in a text, each empty if it has none.

    An instant with a zone becomes the day and the time in ``zone``. A day by numbers is as it was written, since a file
    has one order for all of its days. What is not understood stays as ``plain`` makes it, as a day.
    """
    text = plain(text)
    day, matched = _parts(text)
    if matched is None:
        clock = clock_time(text)
        return ("", clock) if clock else (text, "")
    clock = _clock(matched)
    if not clock:
        return text, ""
    return (_in_zone(matched, day, clock, zone) or (text, "")) if _has_zone(matched) else (day, clock)


def names_a_zone(text: str) -> bool:
    """Whether a text is an instant with a zone, which is another day and another hour elsewhere."""
    matched = _parts(plain(text))[1]
    return matched is not None and _has_zone(matched)


def clock_time(text: str) -> str:
    """The hour and minute, ``15:00``, in a text that is a time: "3:00 PM", "9.30", "14 Uhr". Empty if it is none."""
    matched = re.fullmatch(_TIME, plain(text))
    return _clock(matched) if matched else ""


def _parts(text: str) -> tuple[str, re.Match[str] | None]:
    """The day of a text, and the match of the time and the zone behind it, None if there is none."""
    if together := re.fullmatch(_RUN_TOGETHER, text):
        day, hour, minute, zone = together.groups()
        text = f"{day} {hour}:{minute}{zone or ''}"
    day, clock = split(text)
    return day, re.fullmatch(_TIME_AND_ZONE, clock)


def _has_zone(matched: re.Match[str]) -> bool:
    return bool(matched["utc"] or matched["offset"])


def _in_zone(matched: re.Match[str], day: str, clock: str, zone: tzinfo) -> tuple[str, str] | None:
    """The day and time of an instant in ``zone``; None if they are none."""
    on = sure_day(day)
    if on is None:
        return None
    try:
        found = datetime.combine(on, time.fromisoformat(clock), _zone(matched))
        found = found if found.year in _NO_DAYS else found.astimezone(zone)
    except (ValueError, OverflowError):
        return None
    return found.date().isoformat(), f"{found:%H:%M}"


def _zone(matched: re.Match[str]) -> timezone:
    digits = (matched["offset"] or "+0000").replace(":", "").ljust(5, "0")
    offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:]))
    return timezone(-offset if digits[0] == "-" else offset)


def _clock(matched: re.Match[str]) -> str:
    hour, minute, half = int(matched["hour"]), matched["minute"] or "00", (matched["half"] or "").lower()
    if half == "a" and hour > _NOON:
        return ""
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"{hour:02}:{minute}"
