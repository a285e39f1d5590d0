"""The digest as a MIME message: the same as text and as HTML, with the letters attached. The way in is ``as_mime``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from secrets import token_hex

from msgspec import Struct

from chalicelib.digest.subject_line import LONGEST_SUBJECT
from chalicelib.drafts.letter_file import safe_header, safe_name
from chalicelib.drafts.mail_policy import MAIL
from chalicelib.drafts.wording import shortened
from chalicelib.errors import MailRefused
from chalicelib.playbook.owner import Owner

SENDER_NAME = "Afterword"


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
    message["From"] = _address(SENDER_NAME, sender)
    message["To"] = _address(owner.name, owner.email)
    message["Subject"] = shortened(safe_header(body.subject), LONGEST_SUBJECT)
    message["Date"] = now
    message["Message-ID"] = f"<{digest_id(owner, on)}@afterword.invalid>"
    message["X-Afterword-Digest"] = digest_id(owner, on)  # SES replaces the Message-ID, but not this
    message["Auto-Submitted"] = "auto-generated"
    if body.pause:
        message["List-Unsubscribe"] = f"<{body.pause}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    message.set_content(body.text)
    message.make_alternative(_boundary())
    message.add_alternative(body.html, subtype="html")
    if body.letters:
        message.make_mixed(_boundary())
        _attach(message, body.letters)
    return message.as_bytes()


def digest_id(owner: Owner, on: date) -> str:
    """The id of the mail for a date: the same if it is sent twice, so that one can tell. It holds nothing personal."""
    return f"{owner.id}.{on}"


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
        return Address(safe_name(name), addr_spec=address)
    except (MessageError, ValueError, IndexError) as error:  # what the parser raises, depending on what it meets
        raise MailRefused("NoAddress") from error
