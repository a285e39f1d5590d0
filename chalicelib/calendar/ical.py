"""Calendar entries written as iCalendar: RFC 5545, and RFC 7986 for what describes the feed.

The way in is ``as_ical``. No other module knows the format.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from chalicelib.calendar.calendar_entry import CalendarEntry
from chalicelib.calendar.calling_hours import CALL_LENGTH
from chalicelib.calendar.entry_time import EntryTime

NAME = "Afterword"
PRODUCT = "-//Afterword//Follow-up calendar//EN"
REFRESH = "PT1H"
BEFORE_A_CALL = timedelta(minutes=-15)
NINE_O_CLOCK = timedelta(hours=9)  # after the start of a whole day
ONE_DAY = timedelta(days=1)


def as_ical(entries: Iterable[CalendarEntry]) -> str:
    """The text of a calendar with these entries; the same entries make the same text."""
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
        calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", _to_the_second(entry.changed_at))
    event.add("last-modified", _to_the_second(entry.changed_at))
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("categories", [NAME, *([entry.category] if entry.category else [])])
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.page:
        event.add("url", entry.page)
    _add_times(event, entry.slot)
    if not entry.is_cancelled:
        event.add_component(_alarm(entry))
    return event


def _add_times(event: Event, slot: EntryTime) -> None:
    """Add start and end. A call makes the owner busy for its length; a whole day leaves them free."""
    start, end = _span(slot)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("transp", "OPAQUE" if slot.at else "TRANSPARENT")


def _span(slot: EntryTime) -> tuple[date, date]:
    return (slot.at, slot.at + CALL_LENGTH) if slot.at else (slot.day, slot.day + ONE_DAY)


def _alarm(entry: CalendarEntry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", BEFORE_A_CALL if entry.slot.at else NINE_O_CLOCK)
    return alarm


def _to_the_second(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(microsecond=0)
