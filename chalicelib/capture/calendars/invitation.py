"""An event of a calendar file, with everything that is read of it. The way in is ``invitations_in``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from chalicelib.capture.calendars.components import Component
from chalicelib.capture.calendars.content_lines import ContentLine
from chalicelib.capture.calendars.event_start import Start, read_minutes, read_stamp, read_start
from chalicelib.capture.found import Mailbox
from chalicelib.capture.mail.html_text import text_of_html
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.interview_day import LONGEST_UID

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
    start = read_start(event.first("DTSTART"), zones)
    return Invitation(
        uid=event.text("UID")[:LONGEST_UID],
        sequence=_whole_number(event.text("SEQUENCE")),
        stamped_at=read_stamp(event.text("DTSTAMP")),
        method=method,
        is_cancelled=method == "CANCEL" or status == "CANCELLED",
        is_series=any(event.first(name) for name in ("RRULE", "RDATE")),
        summary=" ".join(event.text("SUMMARY").split()),
        description=_description(event),
        location=event.text("LOCATION"),
        start=start,
        minutes=read_minutes(event, start, zones),
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
