"""Several mails or events in one file: a mailbox (mbox) and a whole calendar, taken apart into single documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chalicelib.capture.documents import Document, DocumentKind
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault, Invalid

MOST_DOCUMENTS = 100  # each takes up to a tenth of a second, and the gateway waits 29
_TOO_MANY = translatable("holds {number} mails or events, more than the {most} that are read at once; send it in parts")
_BETWEEN_MAILS = lazy_pattern(rb"(?:\A|\r?\n\r?\n)From [^\n]{1,300}\r?\n")
_ESCAPED = lazy_pattern(rb"^>(>*From )", re.MULTILINE)
_CALENDAR = lazy_pattern(rb"BEGIN:VCALENDAR.*?END:VCALENDAR", re.DOTALL | re.IGNORECASE)
_EVENT = lazy_pattern(rb"BEGIN:VEVENT.*?END:VEVENT\r?\n?", re.DOTALL | re.IGNORECASE)
_UID = lazy_pattern(rb"^UID[^:\r\n]{0,80}:([^\r\n]{1,500})", re.MULTILINE | re.IGNORECASE)
_END = lazy_pattern(rb"END:VCALENDAR", re.IGNORECASE)


def mails_in(raw: bytes) -> list[Document]:
    """The mails of a mailbox. Raises ``Invalid`` for too many."""
    mails = [_ESCAPED.sub(rb"\1", mail) for mail in _BETWEEN_MAILS.split(raw) if mail.strip()]
    return _not_too_many([Document(DocumentKind.MAIL, mail) for mail in mails])


def events_in(raw: bytes) -> list[Document]:
    """The events of a calendar file, each as a file of its own with the calendar's zones; all versions of an event, and
    its exceptions, are one. Raises ``Invalid`` for too many."""
    events = [event for calendar in _CALENDAR.findall(raw) for event in _events_of(calendar)]
    return _not_too_many([Document(DocumentKind.CALENDAR, event) for event in events])


def _events_of(calendar: bytes) -> Iterator[bytes]:
    by_uid: dict[bytes, list[bytes]] = {}
    for place, event in enumerate(_EVENT.findall(calendar)):
        named = _UID.search(event)
        by_uid.setdefault(named[1].strip() if named else b"%d" % place, []).append(event)
    frame = _END.sub(b"", _EVENT.sub(b"", calendar))
    yield from (b"%s%s\r\nEND:VCALENDAR\r\n" % (frame, b"".join(events)) for events in by_uid.values())


def _not_too_many(documents: list[Document]) -> list[Document]:
    if len(documents) > MOST_DOCUMENTS:
        raise Invalid(Fault("file", _TOO_MANY, {"number": len(documents), "most": MOST_DOCUMENTS}))
    return documents
