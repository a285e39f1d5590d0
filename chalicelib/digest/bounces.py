"""Mail that came back: SES reports it, the owner's account is marked, and no more is sent until the owner says so.

A mailbox that does not exist, or a person who calls the digest spam, must not get a mail every day. A mailbox that is
only full or away for now (a transient bounce) is retried by SES itself, and by us tomorrow. The way in is
``BounceHandler``.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Annotated

from msgspec import DecodeError, Meta, Struct, json
from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.records.owners import Account, MailStop, Owners

log = logging.getLogger(__name__)

TRIES = 5  # the owner and the tick may change the account at the same moment


class ReturnedMail(Struct, frozen=True):
    """Mail to this owner that came back for good, and the addresses (case-folded) from which it did."""

    owner_id: str
    addresses: frozenset[str]
    stop: MailStop


class _Recipient(Struct, rename="camel"):
    email_address: str


class _Bounce(Struct, rename="camel"):
    bounce_type: str
    bounced_recipients: list[_Recipient]


class _Complaint(Struct, rename="camel"):
    complained_recipients: list[_Recipient]


class _Tags(Struct):
    owner: Annotated[list[str], Meta(min_length=1, max_length=1)]


class _Mail(Struct):
    tags: _Tags


class _Event(Struct, rename="camel"):
    """What we read of an event that SES publishes. It holds the mail's headers too: they are private and not read."""

    event_type: str
    mail: _Mail
    bounce: _Bounce | None = None
    complaint: _Complaint | None = None


class BounceHandler:
    """Handles SES's events, each of which may come more than once."""

    def __init__(self, owners: Owners) -> None:
        self._owners = owners

    def take(self, message: str) -> None:
        """Mark the owner whom an event (JSON) is about, if their address is dead or its reader wants no more mail.

        May raise StorageUnavailable, and ChangedMeanwhile after ``TRIES`` attempts: then the event comes again.
        """
        returned = read_event(message)
        if returned is None:
            log.info("An event of SES that stops no mail")
            return
        for _ in range(TRIES):
            with suppress(ChangedMeanwhile):
                self._mark(returned)
                return
        raise ChangedMeanwhile

    def _mark(self, returned: ReturnedMail) -> None:
        account = self._owners.get(returned.owner_id)
        if account is None or not _is_about(returned, account):
            log.info("Mail of owner %s was returned (%s): not at their address now", returned.owner_id, returned.stop)
            return
        if account.digest_problem == returned.stop:
            return
        self._owners.save(replace(account, digest_problem=returned.stop))
        log.warning("Mail of owner %s was returned (%s): no more is sent", returned.owner_id, returned.stop)


def read_event(message: str) -> ReturnedMail | None:
    """The mail to stop; None for an event that stops none, and for what is no event (SES sends a notice first)."""
    try:
        event = json.decode(message, type=_Event)
    except (DecodeError, UnicodeEncodeError, RecursionError) as error:
        log.warning("Not an event that is known: %s", type(error).__name__)
        return None
    owner_id = event.mail.tags.owner[0]
    match event:
        case _Event(event_type="Bounce", bounce=_Bounce(bounce_type="Permanent") as bounce):
            return ReturnedMail(owner_id, _addresses(bounce.bounced_recipients), MailStop.BOUNCED)
        case _Event(event_type="Complaint", complaint=_Complaint() as complaint):
            return ReturnedMail(owner_id, _addresses(complaint.complained_recipients), MailStop.COMPLAINED)
        case _:
            return None


def _addresses(recipients: list[_Recipient]) -> frozenset[str]:
    return frozenset(recipient.email_address.casefold() for recipient in recipients)


def _is_about(returned: ReturnedMail, account: Account) -> bool:
    """Whether the mail came back from the owner's present address, and not from one that they have left meanwhile."""
    return account.owner.email.casefold() in returned.addresses
