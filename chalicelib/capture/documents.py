"""What was sent to be read: a mail, a calendar file or a text, and what it says. The way in is ``read_document``."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from chalicelib.capture.calendars.content_lines import is_calendar
from chalicelib.capture.calendars.invitation import Invitation
from chalicelib.capture.chosen_event import chosen_event, events_in
from chalicelib.capture.found import Doubt, Mailbox, WordsReading
from chalicelib.capture.mail.mail_message import Mail, MailKind, read_mail, without_quotes
from chalicelib.capture.mail.mail_parts import Part
from chalicelib.capture.mail.texts import LONGEST_TEXT, text_of
from chalicelib.capture.people import is_owner, is_robot
from chalicelib.capture.refusals import (
    broken,
    encrypted,
    refuse_long_text,
    refuse_many_events,
    refuse_what_is_no_text,
)
from chalicelib.capture.words.reading import read_words
from chalicelib.patterns import lazy_pattern
from chalicelib.playbook.owner import Owner
from chalicelib.request_errors import RequestError

_HEADERS = lazy_pattern(
    rb"(?:From [^\n]{1,200}\n)?(?:(?:[A-Za-z][A-Za-z0-9-]{0,40}:[^\n]{0,2000}\n)|(?:[ \t][^\n]{0,2000}\n)){2}"
)
_OF_A_MAIL = lazy_pattern(
    rb"^(?:Received|MIME-Version|Message-ID|Return-Path|Delivered-To|DKIM-Signature):", re.IGNORECASE | re.MULTILINE
)
_DAY = "%A, %d %B %Y"
_BEGINNING = 20_000  # bytes, in which the headers of a mail begin


class DocumentKind(StrEnum):
    """What a document is, by its media type."""

    MAIL = "message/rfc822"
    CALENDAR = "text/calendar"
    TEXT = "text/plain"


class Document(Struct, frozen=True):
    """What was sent, and the character set that its sender named."""

    kind: DocumentKind
    raw: bytes
    charset: str | None = None


class Reading(Struct, frozen=True, kw_only=True):
    """What a document says.

    - ``mail``: the mail that it is, or a text as a mail without headers.
    - ``invitation``: the event in it; None if there is none.
    - ``words``: what its sentences say.
    - ``text``: all that was read of them.
    """

    mail: Mail
    invitation: Invitation | None
    words: WordsReading
    text: str
    doubts: tuple[Doubt, ...]

    @property
    def sender(self) -> Mailbox | None:
        """Who wrote it, as far as it says."""
        return self.mail.reply_to or self.mail.sender


def document_of(raw: bytes, kind: DocumentKind | None = None, charset: str | None = None) -> Document:
    """The document in these bytes; its kind is seen from them where nothing is said, or what is said is too general.

    Raises UnknownKind, ``Invalid`` for what cannot be read.
    """
    refuse_what_is_no_text(raw)
    if kind in (None, DocumentKind.TEXT):
        kind = _seen_kind(raw)
    if kind is DocumentKind.TEXT:
        refuse_long_text(raw)
    refuse_many_events(raw)
    return Document(kind or DocumentKind.TEXT, raw, charset)


def read_document(document: Document, owner: Owner, now: datetime) -> Reading:
    """What a document says to its ``owner``, who brings it in at ``now``. Raises ``Invalid`` if it cannot be read.

    It is read by parsers that were made for what honest programs write. Whatever they raise on anything else becomes a
    clear refusal.
    """
    try:
        return _read(document, owner, now)
    except RequestError:
        raise
    except Exception as error:
        raise broken() from error


def _seen_kind(raw: bytes) -> DocumentKind:
    if is_calendar(raw):
        return DocumentKind.CALENDAR
    beginning = raw[:_BEGINNING].replace(b"\r\n", b"\n").lstrip()
    is_mail = _HEADERS.match(beginning) and _OF_A_MAIL.search(beginning.partition(b"\n\n")[0])
    return DocumentKind.MAIL if is_mail else DocumentKind.TEXT


def _read(document: Document, owner: Owner, now: datetime) -> Reading:
    mail = _mail_in(document, owner)
    if mail.is_encrypted:
        raise encrypted()
    events = [*events_in(mail.calendars)]
    event, doubts = chosen_event(events, owner)
    text = _whole_text(mail, event)
    words = read_words(
        text,
        subject=event.summary if event else mail.subject,
        sender=mail.reply_to or mail.sender or (_host(event, owner) if event else None),
        owner=owner,
        sent_at=(mail.sent_at or now).astimezone(owner.zone),
    )
    return Reading(mail=mail, invitation=event, words=words, text=text, doubts=(*mail.doubts, *doubts))


def _host(event: Invitation, owner: Owner) -> Mailbox | None:
    """Who invites to an event that no mail is around; None for the owner's own entries and for robots."""
    box = event.organizer
    return box if box and box.address and not is_owner(box, owner) and not is_robot(box.address) else None


def _mail_in(document: Document, owner: Owner) -> Mail:
    """The mail; a calendar file and a text are mails without headers."""
    if document.kind is DocumentKind.MAIL:
        return read_mail(document.raw, owner.zone, owner.email)
    if document.kind is DocumentKind.CALENDAR:
        return _letter("", (Part(document.raw, document.charset),))
    text = text_of(document.raw, document.charset or "utf-8")
    return without_quotes(_letter(text), owner.zone, owner.email)


def _letter(text: str, calendars: tuple[Part, ...] = ()) -> Mail:
    return Mail(
        kind=MailKind.LETTER,
        sender=None,
        reply_to=None,
        subject="",
        sent_at=None,
        message_id="",
        answers=(),
        text=text,
        calendars=calendars,
    )


def _whole_text(mail: Mail, event: Invitation | None) -> str:
    """The words of a mail and of the event in it, each once, as Outlook writes both where it sends no calendar."""
    if event is None:
        return mail.text
    day = f"When: {event.start.day:{_DAY}}" if event.start else ""
    description = "" if event.description.strip() in mail.text else event.description
    return "\n\n".join(filter(None, (f"{event.summary}\n{day}", mail.text, description)))[:LONGEST_TEXT]
