"""What cannot be read, refused by what it is, with what to do instead."""

from __future__ import annotations

import re

from chalicelib.capture.calendars.content_lines import is_calendar
from chalicelib.capture.mail.texts import LONGEST_TEXT
from chalicelib.exchange.file_kinds import kind_by_first_bytes
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault, Invalid, UnknownKind

MOST_EVENTS = 100
_EVENT = lazy_pattern(rb"^[ \t]{0,9}BEGIN:VEVENT", re.IGNORECASE | re.MULTILINE)
_MOST_NULS = 2  # in a hundred bytes, of a text that is no UTF-16
_OTHER = translatable("is no text ({kind}): send the mail, the calendar file or the words themselves")
_NO_TEXT = translatable("is no text: send the mail, the calendar file or the words themselves")
_EMPTY = translatable("is required: a mail, a calendar file, or a text")
_TOO_LONG = translatable("is longer than {limit} characters: send the part that is about the interview")
_TOO_MANY = translatable(
    "holds {events} events, more than the {most} that are looked through: send the one of the interview"
)
_ENCRYPTED = translatable("is encrypted: open it in your mail program, and send its text")
_BROKEN = translatable("cannot be read as what it is said to be: send its text instead")


def refuse_what_is_no_text(raw: bytes) -> None:
    """Raise UnknownKind for a picture, an archive and the like, and ``Invalid`` if nothing was sent."""
    if not raw.strip():
        raise Invalid(Fault("file", _EMPTY))
    if kind := kind_by_first_bytes(raw):
        raise UnknownKind(Fault("file", _OTHER, {"kind": kind}))
    nuls = raw[:100_000].count(0)
    is_utf_16 = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    if nuls * 100 > _MOST_NULS * min(len(raw), 100_000) and not is_utf_16:
        raise UnknownKind(Fault("file", _NO_TEXT))


def refuse_long_text(raw: bytes) -> None:
    """Raise ``Invalid`` for a text that is longer than any message: nobody wrote it."""
    if len(raw) > LONGEST_TEXT and len(raw.decode(errors="replace")) > LONGEST_TEXT:
        raise Invalid(Fault("file", _TOO_LONG, {"limit": LONGEST_TEXT}))


def refuse_many_events(raw: bytes) -> None:
    """Raise ``Invalid`` for a whole calendar: it is no invitation."""
    events = len(_EVENT.findall(raw)) if is_calendar(raw) else 0
    if events > MOST_EVENTS:
        raise Invalid(Fault("file", _TOO_MANY, {"events": events, "most": MOST_EVENTS}))


def encrypted() -> Invalid:
    """The refusal of an encrypted mail."""
    return Invalid(Fault("file", _ENCRYPTED))


def broken() -> Invalid:
    """The refusal of what no parser of ours can take apart."""
    return Invalid(Fault("file", _BROKEN))
