"""The digest of each day: who may send it, and what came of it.

A claim is a lease with a token of its own. Only its holder can mark the digest; once the lease has ended, another tick
may claim the day. A digest that was sent is never claimed again.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.errors import ChangedMeanwhile
from chalicelib.records import ambiguous_writes
from chalicelib.records.item_keys import DIGESTS, digest_key
from chalicelib.records.storage_errors import BROKEN, translate_storage_errors
from chalicelib.records.table_items import DigestItem

# The function is killed 120 s after the tick's ``now``; the rest allows for clocks that differ. With a shorter lease a
# second tick could take over while the first still sends. It ends before the next tick (15 minutes), which tries again.
LEASE = timedelta(minutes=5)
RETENTION = timedelta(days=400)

log = logging.getLogger(__name__)

ToSettle = Mapping[str, Mapping[str, int]]  # the versions of records by their ids, by purpose
NOTHING: ToSettle = {}


class DigestState(StrEnum):
    """What came of a day's digest so far."""

    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"


class Claim(Struct, frozen=True):
    """The right to send the digest of the local date ``on`` until ``lease_until``, known by its own ``token``."""

    owner_id: str
    on: date
    lease_until: datetime
    token: str


class StoredDigest(Struct, frozen=True):
    """The digest of the local date ``on``. ``at`` is when it was sent, or claimed if it was not sent. ``reason`` says
    why it failed. Unless it was sent, it may be claimed again from ``lease_until`` on."""

    on: date
    state: DigestState
    at: datetime
    reason: str | None
    lease_until: datetime

    def is_settled(self, now: datetime) -> bool:
        """Whether no tick will send it, now or until its lease ends: it was sent, or it failed and must rest."""
        return self.state is DigestState.SENT or (self.state is DigestState.FAILED and self.lease_until > now)


class Digests:
    """The repository of digests. Every method may raise StorageUnavailable."""

    @translate_storage_errors()
    def claim(self, owner_id: str, on: date, now: datetime, lease: timedelta) -> Claim | None:
        """Claim the digest of ``on`` from ``now`` on for ``lease``. Return None if it cannot be claimed:

        - it was sent
        - another claim holds it
        - it failed, and must not be tried again yet
        """
        is_over = (DigestItem.state != DigestState.SENT) & (DigestItem.lease_until <= now)
        item = DigestItem(
            owner_id,
            digest_key(on),
            state=DigestState.CLAIMED,
            at=now,
            lease_until=now + lease,
            expires_at=now + RETENTION,
        )
        with suppress(ChangedMeanwhile):
            ambiguous_writes.put(item, DigestItem.state.does_not_exist() | is_over)
            return Claim(owner_id, on, now + lease, item.write_token)
        return None

    def mark_sent(self, claim: Claim, message_id: str, now: datetime, to_settle: ToSettle = NOTHING) -> None:
        """Mark the digest as sent ``now`` under ``message_id``; its links settle the records ``to_settle``.

        Raises ChangedMeanwhile if the claim was lost.
        """
        listed = [DigestItem.to_settle.set(to_settle)] if to_settle else []
        _mark(claim, DigestState.SENT, DigestItem.message_id.set(message_id), DigestItem.at.set(now), *listed)

    @translate_storage_errors()
    def to_settle(self, owner_id: str, on: date) -> ToSettle:
        """Return the records that the links of the digest of ``on`` settle; none if it is not there or unreadable."""
        try:
            return DigestItem.get(owner_id, digest_key(on), consistent_read=True).to_settle or NOTHING
        except DigestItem.DoesNotExist:
            return NOTHING
        except BROKEN as error:
            log.error("The digest of %s of owner %s cannot be read: %s", on, owner_id, type(error).__name__)
            return NOTHING

    def mark_failed(self, claim: Claim, reason: str, until: datetime) -> None:
        """Mark the digest as failed; nobody may claim it before ``until``. Raises ChangedMeanwhile if the claim was
        lost."""
        _mark(claim, DigestState.FAILED, DigestItem.reason.set(reason), DigestItem.lease_until.set(until))

    @translate_storage_errors()
    def release(self, claim: Claim) -> None:
        """Give the claim back, so that the next tick may claim the day. Do nothing if the claim was lost."""
        item = DigestItem(claim.owner_id, digest_key(claim.on))
        is_held = (DigestItem.state == DigestState.CLAIMED) & _is_of(claim)
        with suppress(ChangedMeanwhile), translate_storage_errors():
            item.delete(condition=is_held)

    @translate_storage_errors()
    def latest(self, owner_id: str) -> StoredDigest | None:
        """Return the digest of the latest day, in one request; None if there is none or it cannot be read."""
        newest = DigestItem.query(
            owner_id,
            DigestItem.item_id.startswith(DIGESTS),
            consistent_read=True,
            scan_index_forward=False,
            limit=1,
        )
        try:
            return next((_digest_of(item) for item in newest), None)
        except BROKEN as error:
            log.error("The latest digest of owner %s cannot be read: %s", owner_id, type(error).__name__)
            return None


@translate_storage_errors()
def _mark(claim: Claim, state: DigestState, *actions: Action) -> None:
    item = DigestItem(claim.owner_id, digest_key(claim.on))
    item.update([DigestItem.state.set(state), *actions], condition=_is_of(claim))


def _is_of(claim: Claim) -> Condition:
    return DigestItem.write_token == claim.token


def _digest_of(item: DigestItem) -> StoredDigest:
    return StoredDigest(
        on=date.fromisoformat(item.item_id.removeprefix(DIGESTS)),
        state=DigestState(item.state),
        at=item.at,
        reason=item.reason,
        lease_until=item.lease_until,
    )
