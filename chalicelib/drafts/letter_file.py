"""A letter as a message file (``.eml``) that a mail program opens as a new, unsent mail, urgent if it asks for the
result (H3).

The way in is ``letter_as_eml``.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage

from chalicelib.drafts.draft import Draft
from chalicelib.drafts.mail_body import set_text
from chalicelib.drafts.mail_policy import MAIL
from chalicelib.drafts.wording import one_line
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.owner import Owner

LONGEST_HEADER = 200
LONGEST_NAME = 60
LONGEST_LABEL = 63  # of a domain (RFC 1035)
MIME_VERSION = MAIL.header_factory("MIME-Version", "1.0")
_UNSENT = MAIL.header_factory("X-Unsent", "1")
_URGENT = [
    MAIL.header_factory(name, value)
    for name, value in (("Importance", "high"), ("X-Priority", "1"), ("Priority", "urgent"))
]
_NO_SPECIALS = str.maketrans(dict.fromkeys('()<>[]@,;:\\"', " "))


def letter_as_eml(draft: Draft, owner: Owner, now: datetime, tag: str | None = None) -> bytes:
    """The letter from the owner to its contact, dated ``now`` (zone-aware). Raises NoSuchDraft for a call.

    ``tag`` makes its Message-ID, by which a reply is known as one to this letter (``links/letter_ids``).
    """
    if draft.subject is None:
        raise NoSuchDraft(draft.kind)
    message = EmailMessage(policy=MAIL)
    message["Subject"] = safe_header(draft.subject)
    message["Date"] = now
    if tag:
        _message_id(message, tag, owner.email)
    _address(message, "From", owner.name, owner.email)
    if draft.to is not None and draft.to.email:
        _address(message, "To", draft.to.name, draft.to.email)
    for header in (MIME_VERSION, _UNSENT, *(_URGENT if draft.is_urgent else ())):
        message[header.name] = header
    set_text(message, f"{draft.text}\n")
    return message.as_bytes()


def safe_header(text: str) -> str:
    """``text`` fit for a header: one bounded line that no reader takes for an encoded word.

    Before Python 3.13 the email package decodes ``=?…?=`` inside a value, line breaks included, and so lets a
    subject or a name add a header of its own.
    """
    return one_line(text).replace("=?", "= ?")[:LONGEST_HEADER].rstrip()


def safe_name(text: str) -> str:
    """``text`` fit to stand before an address.

    Before Python 3.13 the email package drops the quotes of a name that it folds, and what stood inside them
    ("boss@example.org, Dana") becomes a recipient. So the name is kept short and free of special characters.
    """
    return safe_header(text.translate(_NO_SPECIALS))[:LONGEST_NAME].rstrip()


def ascii_address(address: str) -> str:
    """The address with a domain of another script in its ASCII form. Raises ValueError if its domain has none, or has a
    label of more than 63 characters."""
    local, at, domain = address.rpartition("@")
    if domain.isascii() and len(domain) <= LONGEST_LABEL:
        return address  # without loading the codec
    return local + at + domain.encode("idna").decode("ascii")


def _address(message: EmailMessage, header: str, name: str | None, address: str) -> None:
    """Set the header, or leave it out if the address is not valid in mail: then the owner fills it in."""
    try:
        message[header] = Address(safe_name(name or ""), addr_spec=ascii_address(address))
    except (MessageError, ValueError, IndexError):
        del message[header]


def _message_id(message: EmailMessage, tag: str, address: str) -> None:
    """Set the Message-ID, at the domain of the owner's address; a mail program makes its own if that is no domain."""
    with suppress(ValueError):
        domain = ascii_address(address).rpartition("@")[2]
        message["Message-ID"] = MAIL.header_factory("Message-ID", f"<{tag}@{domain}>")
