"""Calendar entries written as iCalendar: RFC 5545, and RFC 7986 for what describes the feed.

The ways in are ``as_ical`` and ``unstamped``. No other module knows the format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from chalicelib.calendar.calendar_entry import CalendarEntry
from chalicelib.calendar.entry_time import EntryTime

NAME = "Afterword"
PRODUCT = "-//Afterword//Follow-up calendar//EN"
REFRESH = "PT1H"
BEFORE_A_CALL = timedelta(minutes=-15)
BEFORE_AN_INTERVIEW = timedelta(hours=-1)  # W11
NINE_O_CLOCK = timedelta(hours=9)  # after the start of a whole day
# Nobody knows how early it is, so the day itself may be too late; on the eve its hour can still be looked up.
SIX_ON_THE_EVE = timedelta(hours=-6)
ONE_DAY = timedelta(days=1)

_STAMP = re.compile(r"^DTSTAMP:.*\r\n", re.MULTILINE)


def as_ical(entries: Iterable[CalendarEntry], now: datetime) -> str:
    """The text of a calendar with these entries, as of ``now``; but for that, the same entries make the same text.

    Each entry is stamped with the instant of its writing, as RFC 5545 has it for a published calendar (3.8.7.2). There
    is no LAST-MODIFIED: an entry's words follow from the record, the settings, other records and the day, and nobody
    knows when all of that last changed. What a program needs to tell a newer entry is its SEQUENCE.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESH)
    for entry in entries:
        calendar.add_component(_event(entry, now))
    written: bytes = calendar.to_ical()
    return written.decode()


def unstamped(text: str) -> str:
    """The text of a calendar without the instants of its writing: the same for the same entries."""
    return _STAMP.sub("", text)


def _event(entry: CalendarEntry, now: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("categories", [NAME, *([entry.category] if entry.category else [])])
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.place:
        event.add("location", entry.place)
    if entry.url:
        event.add("url", entry.url)
    _add_times(event, entry)
    if not (entry.is_cancelled or entry.is_past):
        event.add_component(_alarm(entry))
    return event


def _add_times(event: Event, entry: CalendarEntry) -> None:
    """Add start and end. An interview, and a call to be made, keep the owner busy; all else leaves them free."""
    start, end = _span(entry.slot)
    event.add("dtstart", start)
    event.add("dtend", end)
    takes_time = entry.slot.at or entry.is_interview
    event.add("transp", "OPAQUE" if takes_time and not entry.is_cancelled else "TRANSPARENT")


def _span(slot: EntryTime) -> tuple[date, date]:
    return (slot.at, slot.at + slot.length) if slot.at else (slot.day, slot.day + ONE_DAY)


def _alarm(entry: CalendarEntry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", _rings(entry))
    return alarm


def _rings(entry: CalendarEntry) -> timedelta:
    """When the alarm rings, from the start of the entry."""
    if entry.is_interview:
        return BEFORE_AN_INTERVIEW if entry.slot.at else SIX_ON_THE_EVE
    return BEFORE_A_CALL if entry.slot.at else NINE_O_CLOCK
