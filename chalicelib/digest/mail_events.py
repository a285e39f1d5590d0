"""SES's events about mail that came back, and what each of them means. The way in is ``read_event``."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Annotated

from msgspec import DecodeError, Meta, Struct, ValidationError, convert, json

from chalicelib.records.mail_returns import MailReturn
from chalicelib.records.owners import MailStop

log = logging.getLogger(__name__)

# A status for good as RFC 3463 has it: subject and detail. It is no part of an IP address.
_STATUS = re.compile(r"(?<![\d.])5\.(\d{1,3})\.(\d{1,3})(?!\.?\d)")
_SECURITY_OR_POLICY, _NOTHING_DEFINITE = "7", "0"
# Of those, what IANA's registry says of the mailbox and not of the mail: disabled, and given to somebody else.
_ENDED_MAILBOXES = frozenset({"13", "17", "18"})


class ReturnedMail(Struct, frozen=True, kw_only=True):
    """Mail to this owner that came back: what that means for each address (case-folded), a MailStop or a MailReturn.
    ``sent_at`` is when SES got the mail; None if the event does not say."""

    owner_id: str
    problems: Mapping[str, str]
    sent_at: datetime | None = None


class _Recipient(Struct, rename="camel"):
    email_address: str
    status: str | None = None
    diagnostic_code: str | None = None


class _Bounce(Struct, rename="camel"):
    bounce_type: str
    bounced_recipients: list[_Recipient]
    bounce_sub_type: str = ""


class _Complaint(Struct, rename="camel"):
    complained_recipients: list[_Recipient]
    complaint_feedback_type: str | None = None
    complaint_sub_type: str | None = None


class _Reject(Struct):
    reason: str = ""


class _Tags(Struct):
    owner: Annotated[list[str], Meta(min_length=1, max_length=1)]


class _Mail(Struct):
    tags: _Tags
    timestamp: str = ""
    destination: tuple[str, ...] = ()


class _Sending(Struct):
    timestamp: Annotated[datetime, Meta(tz=True)]


class _Event(Struct, rename="camel"):
    """What we read of an event that SES publishes. It holds the mail's headers too: they are private and not read."""

    event_type: str
    mail: _Mail
    bounce: _Bounce | None = None
    complaint: _Complaint | None = None
    reject: _Reject | None = None


_ON_ACCOUNT_LIST = "OnAccountSuppressionList"
# What a kind of bounce means, by its type and sub type; of a sub type that is not here, its type decides.
BOUNCES: Mapping[tuple[str, str], str | None] = {
    ("Permanent", ""): MailStop.BOUNCED,
    ("Permanent", "General"): MailStop.BOUNCED,
    ("Permanent", "NoEmail"): MailStop.BOUNCED,
    # SES's list for all its customers: it holds addresses that do not exist, and each try counts against the account.
    ("Permanent", "Suppressed"): MailStop.BOUNCED,
    # The account's own list: nothing was tried, and the address may live. Our configuration set does not heed it.
    ("Permanent", _ON_ACCOUNT_LIST): MailReturn.SUPPRESSED,
    ("Transient", ""): None,  # full or away: SES has tried for hours, and we try tomorrow
    ("Undetermined", ""): None,
}
# The mail was refused, and not the address, whatever type of bounce SES calls that.
_CONTENT = frozenset({"ContentRejected", "AttachmentRejected", "MessageTooLarge"})
# What a complaint means, by the kind of report (RFC 5965); any other is a person who calls the digest spam.
COMPLAINTS: Mapping[str | None, str | None] = {
    "not-spam": None,  # the opposite: taken out of Spam
    "auth-failure": MailReturn.POLICY,
    "virus": MailReturn.CONTENT,
}


def read_event(message: str) -> ReturnedMail | None:
    """What came back; None for an event that says nothing of it (such as ``DeliveryDelay``: SES tries on), and for what
    is no event (SES sends a notice first)."""
    try:
        event = json.decode(message, type=_Event)
    except (DecodeError, UnicodeEncodeError, RecursionError) as error:
        log.warning("Not an event that is known: %s", type(error).__name__)
        return None
    problems = {address.casefold(): problem for address, problem in _problems(event) if problem}
    if not problems:
        return None
    return ReturnedMail(owner_id=event.mail.tags.owner[0], problems=problems, sent_at=_sent_at(event.mail))


def _problems(event: _Event) -> Iterable[tuple[str, str | None]]:
    """Each address that the event is about, and what it means for it; None if nothing."""
    match event:
        case _Event(event_type="Bounce", bounce=_Bounce() as bounce):
            return [(one.email_address, _of_bounce(bounce, one)) for one in bounce.bounced_recipients]
        case _Event(event_type="Complaint", complaint=_Complaint() as complaint):
            return [(one.email_address, _of_complaint(complaint)) for one in complaint.complained_recipients]
        case _Event(event_type="Reject", reject=_Reject()):  # SES took the mail, and then found a virus in it
            return [(address, MailReturn.CONTENT) for address in event.mail.destination]
        case _:
            return []


def _of_complaint(complaint: _Complaint) -> str | None:
    if complaint.complaint_sub_type == _ON_ACCOUNT_LIST:  # nobody has complained now: nothing was tried
        return MailReturn.SUPPRESSED
    return COMPLAINTS.get(complaint.complaint_feedback_type, MailStop.COMPLAINED)


def _of_bounce(bounce: _Bounce, recipient: _Recipient) -> str | None:
    kind = (bounce.bounce_type, bounce.bounce_sub_type)
    if bounce.bounce_sub_type in _CONTENT:
        return MailReturn.POLICY if _is_policy(recipient) else MailReturn.CONTENT
    meaning = BOUNCES.get(kind, BOUNCES.get((bounce.bounce_type, "")))
    does_provider_speak = meaning is None or bounce.bounce_sub_type in ("", "General")
    return MailReturn.POLICY if does_provider_speak and _is_policy(recipient) else meaning


def _is_policy(recipient: _Recipient) -> bool:
    """Whether the provider refused the mail by its policy (5.7.x): by its status or, where that is none or says nothing
    definite (5.0.0, 5.3.0), by its own words."""
    for text in (recipient.status, recipient.diagnostic_code):
        for subject, detail in _STATUS.findall(text or ""):
            if subject == _SECURITY_OR_POLICY:
                return detail not in _ENDED_MAILBOXES
            if detail != _NOTHING_DEFINITE:
                return False
    return False


def _sent_at(mail: _Mail) -> datetime | None:
    with suppress(ValidationError):
        return convert(mail, _Sending, from_attributes=True).timestamp
    return None
