"""Helpers of the feed's tests: make records and their feed, and parse it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar, Event
from msgspec.structs import replace

from chalicelib.calendar.feed import Feed
from chalicelib.playbook.event import Event as Happened
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.interview import Interview
from tests.drafts.given import writer
from tests.factories import an_event, an_interview, an_owner

ADDRESS = "https://api.example.org/api"
THANKED = an_event(EventKind.THANK_YOU_SENT, date(2026, 8, 4))
TUESDAY_8_AM = datetime(2026, 8, 4, 6, 0, tzinfo=UTC)  # in Berlin
WEDNESDAY_8_AM = datetime(2026, 8, 5, 6, 0, tzinfo=UTC)
MONDAY_8_AM = datetime(2026, 8, 10, 6, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Shown:
    """An event as a calendar program reads it."""

    event: Event

    def __getattr__(self, name: str) -> Any:
        """A property, decoded: ``shown.dtstart`` is DTSTART."""
        value = self.event.decoded(name.replace("_", "-"))
        return value.decode() if isinstance(value, bytes) else value

    @property
    def is_cancelled(self) -> bool:
        return str(self.event["status"]) == "CANCELLED"

    @property
    def is_interview(self) -> bool:
        return str(self.event["uid"]).startswith("interview-")

    @property
    def is_all_day(self) -> bool:
        return not isinstance(self.dtstart, datetime)

    @property
    def reminder(self) -> Any:
        """The trigger of its only alarm, from the beginning of the event."""
        (alarm,) = self.event.walk("VALARM")
        return alarm.decoded("trigger")


def a_thanked(*happened: Happened, **changes: Any) -> Interview:
    """The interview at Acme with its thank-you letter sent and then these events; its version counts them."""
    record = an_interview(events=(THANKED, *happened), version=2 + len(happened))
    return replace(record, **changes)


def written(*records: Interview, now: datetime = MONDAY_8_AM, settings_version: int = 1, **owner: Any) -> str:
    """The feed of these open records."""
    feed = Feed(writer())
    return feed(an_owner(**owner), records, now, settings_version=settings_version, address=ADDRESS)


def everything(*records: Interview, **options: Any) -> list[Shown]:
    """All events of these records' feed, in its order."""
    return [Shown(event) for event in Calendar.from_ical(written(*records, **options)).events]


def shown(*records: Interview, **options: Any) -> list[Shown]:
    """Those that are steps."""
    return [one for one in everything(*records, **options) if not one.is_interview]


def interviews(*records: Interview, **options: Any) -> list[Shown]:
    """Those that are the interviews themselves (W11)."""
    return [one for one in everything(*records, **options) if one.is_interview]


def the_interview(record: Interview, **options: Any) -> Shown:
    """The one event of a record that is its interview."""
    (event,) = interviews(record, **options)
    return event


def ahead(*records: Interview, **options: Any) -> list[Shown]:
    """The steps that are still to be done."""
    return [one for one in shown(*records, **options) if not one.is_cancelled]


def next_of(record: Interview, **options: Any) -> Shown:
    """The one step of a record that is still to be done."""
    (event,) = ahead(record, **options)
    return event
