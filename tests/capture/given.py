"""Mails and calendar files with good defaults, so that a test names only what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from chalicelib.capture.mail.mail_message import Mail, read_mail

BERLIN = ZoneInfo("Europe/Berlin")
OWN = "alex@example.org"
HEADERS = {
    "From": "Dana Winter <dana.winter@acme.example>",
    "To": f"Alex Example <{OWN}>",
    "Subject": "Our interview",
    "Date": "Mon, 03 Aug 2026 09:00:00 +0200",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
}


def a_mail(body: str | bytes, **headers: str) -> bytes:
    """A mail with this body; ``header_name="…"`` is the header Header-Name."""
    changed = {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in (HEADERS | changed).items() if value)
    return lines.encode() + b"\r\n" + (body.encode() if isinstance(body, str) else body)


def read(body: str | bytes, **headers: str) -> Mail:
    """A mail with this body, as Alex's in Berlin is read."""
    return read_mail(a_mail(body, **headers), BERLIN, OWN)


EVENT = {
    "UID": "event-1@acme.example",
    "DTSTAMP": "20260803T080000Z",
    "SEQUENCE": "0",
    "SUMMARY": "Interview at Acme: Data Engineer",
    "DTSTART;TZID=Europe/Berlin": "20260812T150000",
    "DTEND;TZID=Europe/Berlin": "20260812T154500",
    "ORGANIZER;CN=Dana Winter": "mailto:dana.winter@acme.example",
    "ATTENDEE;CN=Alex Example": f"mailto:{OWN}",
    "LOCATION": "Acme, Ring 5, Berlin",
}


def a_calendar(
    changes: Mapping[str, str | None] | None = None, *, method: str | None = "REQUEST", zones: str = ""
) -> bytes:
    """A calendar file with the event at Acme, with these changes of its lines (None leaves one out)."""
    lines = EVENT | dict(changes or {})
    event = "".join(f"{name}:{value}\r\n" for name, value in lines.items() if value is not None)
    head = f"METHOD:{method}\r\n" if method else ""
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{zones}BEGIN:VEVENT\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def moved_to(day: str, hour: str, **changes: str) -> dict[str, str | None]:
    """The changes that move the event to a day and an hour; it is 45 minutes long."""
    begins, ends = f"{day}T{hour}0000", f"{day}T{hour}4500"
    return {"DTSTART;TZID=Europe/Berlin": begins, "DTEND;TZID=Europe/Berlin": ends, **changes}
