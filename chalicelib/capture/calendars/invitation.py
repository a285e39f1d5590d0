"""An event of a calendar file, with everything that is read of it. The way in is ``invitations_in``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from chalicelib.capture.calendars.components import Component
from chalicelib.capture.calendars.content_lines import ContentLine
from chalicelib.capture.calendars.event_zones import wall_clock_to_utc, zone_info, zone_of
from chalicelib.capture.found import Mailbox
from chalicelib.capture.mail.html_text import text_of_html
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.interview_day import LONGEST_UID

_DATE = lazy_pattern(r"(\d{4})(\d{2})(\d{2})")
_DATE_TIME = lazy_pattern(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z)?", re.IGNORECASE)
_DURATION = lazy_pattern(r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?")
_MAILTO = lazy_pattern(r"^mailto:", re.IGNORECASE)
_ADDRESS = lazy_pattern(r"[^\s<>\"]{1,100}@[^\s<>\"]{1,200}")
_NUMBER = lazy_pattern(r"\d{1,9}")
_MOST_PEOPLE = 50
_LONGEST_QUOTE = 200
_QUOTED = frozenset({"DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "ORGANIZER", "STATUS"})
_URLS = (
    "X-GOOGLE-CONFERENCE",
    "CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)


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


class Attendee(Struct, frozen=True):
    """Somebody who is invited, and whether that is a person: rooms and groups are invited too."""

    box: Mailbox
    is_person: bool


class Invitation(Struct, frozen=True, kw_only=True):
    """An event, as its file has it. ``method`` is REQUEST, CANCEL …, empty where the file names none.

    ``lines`` are its lines as they stand in the file, by their names, to be quoted.
    """

    uid: str
    sequence: int
    stamped_at: datetime | None
    method: str
    is_cancelled: bool
    is_series: bool
    summary: str
    description: str
    location: str
    start: Start | None
    minutes: int | None
    organizer: Mailbox | None
    attendees: tuple[Attendee, ...]
    urls: tuple[str, ...]
    lines: Mapping[str, str]

    @property
    def is_sure(self) -> bool:
        """Whether a program of theirs keeps this event, so that its day, hour and place leave no doubt."""
        return self.method in ("REQUEST", "CANCEL") and bool(self.uid) and not self.is_series

    @property
    def people(self) -> tuple[Mailbox, ...]:
        """Everybody in the event who is no room and no group, the organizer first."""
        organizer = (self.organizer,) if self.organizer else ()
        return (*organizer, *(one.box for one in self.attendees if one.is_person))


def invitations_in(calendar: Component) -> Iterator[Invitation]:
    """The events of a calendar."""
    zones = calendar.within("VTIMEZONE")
    method = calendar.text("METHOD").upper()
    for event in calendar.within("VEVENT"):
        yield _invitation(event, method, zones)


def _invitation(event: Component, method: str, zones: list[Component]) -> Invitation:
    status = event.text("STATUS").upper()
    start = _start(event.first("DTSTART"), zones)
    return Invitation(
        uid=event.text("UID")[:LONGEST_UID],
        sequence=_whole_number(event.text("SEQUENCE")),
        stamped_at=_stamp(event.text("DTSTAMP")),
        method=method,
        is_cancelled=method == "CANCEL" or status == "CANCELLED",
        is_series=any(event.first(name) for name in ("RRULE", "RDATE")),
        summary=" ".join(event.text("SUMMARY").split()),
        description=_description(event),
        location=event.text("LOCATION"),
        start=start,
        minutes=_minutes(event, start, zones),
        organizer=next((_mailbox(line) for line in event.every("ORGANIZER")), None),
        attendees=tuple(_attendee(line) for line in [*event.every("ATTENDEE")][:_MOST_PEOPLE]),
        urls=tuple(url for name in _URLS for line in event.every(name) if (url := line.text).startswith("http")),
        lines={line.name: line.source[:_LONGEST_QUOTE] for line in reversed(event.lines) if line.name in _QUOTED},
    )


def _description(event: Component) -> str:
    """The description; where it is empty, what stands in the HTML beside it."""
    plain = event.text("DESCRIPTION")
    if plain:
        return text_of_html(plain) if plain.lstrip().startswith("<") else plain
    html = event.first("X-ALT-DESC")
    return text_of_html(html.text) if html else ""


def _start(line: ContentLine | None, zones: Iterable[Component]) -> Start | None:
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


def _minutes(event: Component, start: Start | None, zones: Iterable[Component]) -> int | None:
    """How long it takes; None for whole days, and where it is not said or cannot be."""
    if start is None or start.hour is None:
        return None
    end = _start(event.first("DTEND"), zones)
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


def _stamp(text: str) -> datetime | None:
    found = _DATE_TIME.match(text)
    try:
        if found is None:
            return None
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return datetime.combine(day, time(int(found[4]), int(found[5]), int(found[6] or 0)), UTC)
    except (ValueError, OverflowError):
        return None


def _whole_number(text: str) -> int:
    return int(text) if _NUMBER.fullmatch(text) and text.isascii() else 0


def _attendee(line: ContentLine) -> Attendee:
    kind = line.parameters.get("CUTYPE", "INDIVIDUAL").upper()
    return Attendee(_mailbox(line), kind in ("INDIVIDUAL", "UNKNOWN"))


def _mailbox(line: ContentLine) -> Mailbox:
    """A person of the event. The name may be the address; then there is none."""
    address = _ADDRESS.search(_MAILTO.sub("", line.value.strip()))
    name = " ".join(line.parameters.get("CN", "").strip("'\" ").split())
    return Mailbox("" if "@" in name else name, address[0].lower() if address else "")
