"""The mails sent, as data and as a person reads them: subject, both bodies, and the letters attached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from email.utils import getaddresses
from typing import cast

from infra.local.state import KeptMail

LETTER_TYPE = "message/rfc822"
LETTER_SUFFIX = ".eml"


@dataclass(frozen=True, slots=True)
class LetterAttachment:
    """A file that came with a mail; ``letter`` is what is in it, if it is a message."""

    number: int
    name: str
    media_type: str
    content: bytes
    letter: ReadMail | None


@dataclass(frozen=True, slots=True)
class ReadMail:
    """A message, decoded. ``is_urgent``: it asks to be shown as high priority; ``is_unsent``: it opens as a draft."""

    subject: str
    sender: str
    to: str
    text: str | None
    html: str | None
    is_urgent: bool
    is_unsent: bool
    attachments: tuple[LetterAttachment, ...]


def headline(mail: KeptMail) -> dict[str, str]:
    """A mail's line in the list. ``to`` holds bare addresses, separated by commas."""
    message = _parsed(mail.message, headers_only=True)
    return {
        "id": str(mail.id),
        "to": ", ".join(address for _, address in getaddresses(message.get_all("To", []))),
        "subject": _header(message, "Subject"),
        "sent_at": mail.sent_at,
    }


def sent_at(mail: KeptMail) -> str:
    """When a mail was sent, for a person: in the offset that the sending request's clock had."""
    instant = datetime.fromisoformat(mail.sent_at)
    return f"{instant:%a} {instant.day} {instant:%b %Y, %H:%M %Z}"


def read(message: bytes) -> ReadMail:
    """Open a message."""
    parsed = _parsed(message)
    return ReadMail(
        subject=_header(parsed, "Subject"),
        sender=_header(parsed, "From"),
        to=_header(parsed, "To"),
        text=_body(parsed, "plain"),
        html=_body(parsed, "html"),
        is_urgent=_header(parsed, "Importance").lower() == "high",
        is_unsent=_header(parsed, "X-Unsent") == "1",
        attachments=tuple(_attachment(number, part) for number, part in enumerate(parsed.iter_attachments(), 1)),
    )


def _parsed(message: bytes, *, headers_only: bool = False) -> EmailMessage:
    return BytesParser(policy=default).parsebytes(message, headersonly=headers_only)


def _header(message: EmailMessage, name: str) -> str:
    return str(message.get(name, ""))


def _body(message: EmailMessage, subtype: str) -> str | None:
    part = message.get_body((subtype,))
    return str(part.get_content()) if part else None


def _attachment(number: int, part: EmailMessage) -> LetterAttachment:
    name = part.get_filename() or f"attachment-{number}"
    content = _content(part)
    is_letter = part.get_content_type() == LETTER_TYPE or name.lower().endswith(LETTER_SUFFIX)
    return LetterAttachment(number, name, part.get_content_type(), content, read(content) if is_letter else None)


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == LETTER_TYPE:
        return cast("EmailMessage", part.get_content()).as_bytes()
    return cast("bytes", part.get_payload(decode=True))
