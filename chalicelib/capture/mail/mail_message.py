"""A mail as it is read. The way in is ``read_mail``."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.capture.found import Doubt, Mailbox
from chalicelib.capture.mail.conversation import conversation
from chalicelib.capture.mail.headers import header, mailboxes, message_ids, sent_at
from chalicelib.capture.mail.mail_parts import Part, parts_of, type_of
from chalicelib.capture.mail.reports import failed_addresses, is_absence, is_bounce
from chalicelib.patterns import lazy_pattern

_FORWARDED = lazy_pattern(r"^\s*(?:\[[^\]]{1,30}\]\s*)?(?:fwd?|fw|wg|пересл|переслано|fwd\(\d+\))\s*:", re.IGNORECASE)
_SEVERAL_TIMES = 3  # a forward of a forward of a forward is read; deeper ones are not
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_PGP = "-----BEGIN PGP MESSAGE-----"


class MailKind(StrEnum):
    """Who speaks in a mail: somebody, a mail server, or the mail program of somebody who is away."""

    LETTER = "letter"
    BOUNCE = "bounce"
    ABSENCE = "absence"


class Mail(Struct, frozen=True, kw_only=True):
    """A mail, or the one that was forwarded in it.

    - ``text``: the writer's own words, without what they quote.
    - ``answers``: the Message-IDs of the mails that it answers.
    - ``failed``: of a bounce, the addresses that did not work.
    - ``carrier``: whoever forwarded it; None if nobody did.
    """

    kind: MailKind
    sender: Mailbox | None
    reply_to: Mailbox | None
    subject: str
    sent_at: datetime | None
    message_id: str
    answers: tuple[str, ...]
    text: str
    calendars: tuple[Part, ...]
    failed: tuple[str, ...] = ()
    carrier: Mailbox | None = None
    is_encrypted: bool = False
    doubts: tuple[Doubt, ...] = ()


def read_mail(raw: bytes, zone: tzinfo, own_address: str) -> Mail:
    """The mail in these bytes; of one that was forwarded, as text or as a file, the one within. ``zone`` is for days
    that name none, ``own_address`` the owner's: what they send on was said by somebody else."""
    message = message_from_bytes(raw.lstrip(b"\xef\xbb\xbf\r\n\t "), policy=compat32)
    mail = _mail(message, zone, own_address)
    for _ in range(_SEVERAL_TIMES):
        within = _within(message)
        if within is None or mail.kind is not MailKind.LETTER or mail.calendars:
            break
        message = within
        mail = replace(_mail(message, zone, own_address), carrier=mail.carrier or mail.sender)
    return mail


def _within(message: Message) -> Message | None:
    """The mail that is attached to a mail; None if there is none, or several."""
    mails = parts_of(message).mails
    return mails[0] if len(mails) == 1 else None


def _mail(message: Message, zone: tzinfo, own_address: str) -> Mail:
    parts = parts_of(message)
    senders, subject = mailboxes(message, "From"), header(message, "Subject")
    sender = senders[0] if senders else None
    kind = _kind(message, subject, sender)
    mail = Mail(
        kind=kind,
        sender=sender,
        reply_to=next(iter(mailboxes(message, "Reply-To")), None),
        subject=subject,
        sent_at=sent_at(message),
        message_id=next(iter(message_ids(message, "Message-ID")), ""),
        answers=message_ids(message, "In-Reply-To", "References"),
        text=parts.text,
        calendars=parts.calendars,
        failed=failed_addresses(message, parts.text) if kind is MailKind.BOUNCE else (),
        is_encrypted=type_of(message) in _ENCRYPTED or parts.text.lstrip().startswith(_PGP),
        doubts=parts.doubts,
    )
    return mail if kind is MailKind.BOUNCE else without_quotes(mail, zone, own_address)


def without_quotes(mail: Mail, zone: tzinfo, own_address: str) -> Mail:
    """The mail with its writer's own words only; of one that was forwarded as text, the one within."""
    for _ in range(_SEVERAL_TIMES):
        is_own = mail.sender is not None and mail.sender.address == own_address.lower()
        parts = conversation(mail.text, zone, is_forward=is_own or bool(_FORWARDED.match(mail.subject)))
        within = parts.forwarded
        if within is None:
            return replace(mail, text=parts.own)
        mail = replace(
            mail,
            sender=within.sender,
            reply_to=None,
            subject=within.subject or _FORWARDED.sub("", mail.subject).strip(),
            sent_at=within.sent_at or mail.sent_at,
            text=within.text,
            carrier=mail.carrier or mail.sender,
            answers=(),
        )
    return mail


def _kind(message: Message, subject: str, sender: Mailbox | None) -> MailKind:
    if is_bounce(message, subject, sender):
        return MailKind.BOUNCE
    return MailKind.ABSENCE if is_absence(message, subject) else MailKind.LETTER
