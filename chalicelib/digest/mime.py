"""The digest as a MIME message: the same as text and as HTML, with the letters attached. The way in is ``as_mime``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from secrets import token_hex

from msgspec import Struct

from chalicelib.drafts.letter_file import MIME_VERSION, ascii_address, safe_header, safe_name
from chalicelib.drafts.mail_body import set_text
from chalicelib.drafts.mail_policy import MAIL
from chalicelib.errors import MailRefused
from chalicelib.playbook.owner import Owner

SENDER_NAME = "Afterword"
LONGEST_LINK = 998 - len("List-Unsubscribe: <>")  # it must not be folded, and no line may be longer (RFC 5322)


class Attachment(Struct, frozen=True):
    """A letter as an ``.eml`` file."""

    name: str
    content: bytes


class MailBody(Struct, frozen=True):
    """A digest as text and as HTML, and its letters; ``pause`` is the link that pauses it, None if it is unknown."""

    subject: str
    text: str
    html: str
    letters: tuple[Attachment, ...]
    pause: str | None = None


def as_mime(body: MailBody, owner: Owner, sender: str, on: date, now: datetime) -> bytes:
    """The message from ``sender`` to the owner for the date ``on``. Raises MailRefused if an address is not valid."""
    message = EmailMessage(policy=MAIL)
    _set_addresses(message, owner, sender, on)
    message["Subject"] = safe_header(body.subject)
    message["Date"] = now
    message["Auto-Submitted"] = "auto-generated"
    _set_unsubscribe(message, body.pause)
    _set_twins(message, body)
    if body.letters:
        message.make_mixed(_boundary())
        _attach(message, body.letters)
    return message.as_bytes()


def digest_id(owner: Owner, on: date) -> str:
    """The id of the mail for a date: the same if it is sent twice, so that one can tell. It holds nothing personal."""
    return f"{owner.id}.{on}"


def _set_addresses(message: EmailMessage, owner: Owner, sender: str, on: date) -> None:
    """From whom and to whom, and the message's own address, at the domain of the sender: a made-up one looks forged."""
    own = _address(SENDER_NAME, sender)
    message["From"], message["To"] = own, _address(owner.name, owner.email)
    message["Message-ID"] = f"<{digest_id(owner, on)}@{own.domain}>"
    message["X-Afterword-Digest"] = digest_id(owner, on)  # SES replaces the Message-ID, but not this


def _set_unsubscribe(message: EmailMessage, pause: str | None) -> None:
    """The link that a mail program's own button follows, if it can stand in a header; the mail has others."""
    if pause and pause.isascii() and len(pause) <= LONGEST_LINK:
        message["List-Unsubscribe"] = f"<{pause}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058


def _set_twins(message: EmailMessage, body: MailBody) -> None:
    message["MIME-Version"] = MIME_VERSION
    set_text(message, body.text)
    message.make_alternative(_boundary())
    html = EmailMessage(policy=MAIL)
    set_text(html, body.html, "html")
    message.attach(html)


def _boundary() -> str:
    """A random boundary, which no part can contain. The library would search all parts, twice, to find one."""
    return f"={token_hex(16)}="


def _attach(message: EmailMessage, letters: Iterable[Attachment]) -> None:
    for letter in letters:
        # Not message/rfc822: that is shown inline and rewritten on the way (and must not be base64), so X-Unsent and
        # the priority get lost. Plain bytes arrive unchanged, and phones open them by the ending of the name.
        message.add_attachment(letter.content, maintype="application", subtype="octet-stream", filename=letter.name)


def _address(name: str, address: str) -> Address:
    try:
        return Address(safe_name(name), addr_spec=ascii_address(address))
    except (MessageError, ValueError, IndexError) as error:  # what the parser raises, depending on what it meets
        raise MailRefused("NoAddress") from error
