"""The owners: who they are, how they prove it, and when their next digest is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from pynamodb.expressions.update import Action

from chalicelib.playbook.owner import Arrival, Owner
from chalicelib.playbook.rules import PLAN_VERSION
from chalicelib.records import ambiguous_writes
from chalicelib.records.item_keys import PROFILE, SHARDS, is_id, shard_of
from chalicelib.records.owner_mapping import owner_fields, owner_of
from chalicelib.records.storage_errors import translate_storage_errors
from chalicelib.records.table import KeepsVersion, KeyItem
from chalicelib.records.table_items import DueItem, OwnerItem

if TYPE_CHECKING:
    from chalicelib.records.proposals import StoredProposal

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_PLAN_VERSION = 1  # of owners who were stored before it was recorded


class MailStop(StrEnum):
    """Why no more mail is sent to an address until its owner changes it or says that it works again."""

    BOUNCED = "bounced"
    COMPLAINED = "complained"


_STOPS = frozenset(MailStop)


class EndedSession(Struct, frozen=True):
    """A browser's session that its owner has signed out of, and when it would have ended by itself (a whole second)."""

    own_id: str
    until: datetime


class Account(Struct, frozen=True, kw_only=True):
    """An owner, and what the service stores about them.

    - ``token_hash``: the SHA-256 of the secret of their token.
    - ``last_digest_at``: when the last digest was sent; None before the first.
    - ``digest_problem``: why mail does not reach them; None while all is well. It is a MailStop, a MailReturn
      (``mail_returns.py``), or SES's code for why it refused the last digest; after these two the next digest is tried
      all the same.
    - ``calendar_secret``: opens their calendar feed; None until they first ask for one.
    - ``sessions``: how often they have signed out everywhere. A browser session of an earlier count has ended.
    - ``ended_sessions``: those of this count that they have signed out of, for as long as a copy would be good.
    - ``proposals_until``: until when a proposal may wait for them; None if none ever did. So whoever brings nothing in
      pays no request for it.
    - ``plan_version``: the version of the rules by which their stored records were last planned.
    """

    owner: Owner
    token_hash: bytes
    next_digest_at: datetime
    last_digest_at: datetime | None = None
    version: int = 0
    digest_problem: str | None = None
    calendar_secret: str | None = None
    sessions: int = 0
    ended_sessions: tuple[EndedSession, ...] = ()
    proposals_until: datetime | None = None
    plan_version: int = PLAN_VERSION

    @property
    def is_mail_stopped(self) -> bool:
        """Whether no mail may be sent to them."""
        return self.digest_problem in _STOPS


class _RestoredOwner(KeepsVersion, OwnerItem):
    """An owner's item that keeps its version when it is stored."""


class Owners:
    """The repository of owners. Every method may raise StorageUnavailable."""

    @translate_storage_errors()
    def add(self, owner: Owner, token_hash: bytes) -> Account:
        """Store a new owner, due at once: the first tick finds them, whatever its clock says. Raises ChangedMeanwhile
        if the id is taken."""
        return self.save(Account(owner=owner, token_hash=token_hash, next_digest_at=EPOCH))

    @translate_storage_errors()
    def get(self, owner_id: str) -> Account | None:
        """Return the account as stored now, in one request; None for an id that nobody has or that cannot be an id."""
        item = OwnerItem.find(owner_id, PROFILE) if is_id(owner_id) else None
        return account_of(item) if item else None

    @translate_storage_errors()
    def claimed(self, owner_id: str) -> Account | None:
        """Like ``get``, but an id that nobody has takes the work of one that somebody has: who presents a wrong secret
        does not learn by the time whether there is such an owner."""
        account = self.get(owner_id)
        if account is None:
            from chalicelib.records.absent_owner import read_stand_in

            account_of(read_stand_in(_stand_in))
        return account

    @translate_storage_errors()
    def save(self, account: Account) -> Account:
        """Store an account that was read at ``account.version``. Raises ChangedMeanwhile."""
        return account_of(ambiguous_writes.put(item_of(account)))

    @translate_storage_errors()
    def restore(self, account: Account, over_version: int | None) -> Account:
        """Store an account at its own version, over the stored one at ``over_version`` or, with None, as a new one.

        Raises ChangedMeanwhile if another version is stored, or, with None, any.
        """
        is_as_found = OwnerItem.version.does_not_exist() if over_version is None else OwnerItem.version == over_version
        return account_of(ambiguous_writes.put(_RestoredOwner(**item_of(account).attribute_values), is_as_found))

    def due(self, now: datetime) -> Iterator[str]:
        """Yield the ids of the owners whose next digest is due at ``now``, reading every shard page by page."""
        for shard in range(SHARDS):
            with translate_storage_errors():
                due = KeyItem.digest_due_index.query(shard, OwnerItem.next_digest_at <= now)
                yield from (item.owner_id for item in due)

    @translate_storage_errors()
    def put_off(self, account: Account, next_digest_at: datetime) -> Account:
        """Put off the next digest until ``next_digest_at``. Stores that, ``last_digest_at``, ``digest_problem``, and on
        which way digests now ask to be seen.

        Raises ChangedMeanwhile if the owner was changed, because they may now be due earlier. The version stays the
        same, because the owner changed nothing. So an account that was read before may still be saved afterwards, and
        restores the earlier instant. That only makes the owner due once more; the claim of the day prevents a second
        digest.
        """
        put_off = replace(account, next_digest_at=next_digest_at)
        DueItem(account.owner.id, PROFILE).update(_due(put_off), condition=OwnerItem.version == account.version)
        return put_off

    @translate_storage_errors()
    def mark_planned(self, account: Account) -> Account:
        """Store that all records of the account are planned by the rules of this release, with the settings that it was
        read with. Stores nothing else. Raises ChangedMeanwhile."""
        actions: list[Action] = [DueItem.plan_version.set(PLAN_VERSION)]
        DueItem(account.owner.id, PROFILE).update(actions, condition=OwnerItem.version == account.version)
        return replace(account, plan_version=PLAN_VERSION)

    @translate_storage_errors()
    def expect_proposals(self, account: Account, until: datetime) -> None:
        """Store that proposals may wait for an owner until then, so that pages and digests look for them.

        Raises ChangedMeanwhile if the owner is gone. The version stays the same: the owner changed nothing.
        """
        actions: list[Action] = [DueItem.proposals_until.set(until)]
        DueItem(account.owner.id, PROFILE).update(actions, condition=OwnerItem.version.exists())

    def waiting_proposals(self, account: Account, now: datetime) -> tuple[StoredProposal, ...]:
        """Return the proposals that wait for an owner, the oldest first: one query, and none if there can be none."""
        if account.proposals_until is None or account.proposals_until <= now:
            return ()
        from chalicelib.records.proposals import Proposals  # few owners have any

        return tuple(Proposals().waiting(account.owner.id, now))


def _due(account: Account) -> list[Action]:
    problem, last_digest_at = account.digest_problem, account.last_digest_at
    arrival = account.owner.arrival
    return [
        DueItem.next_digest_at.set(account.next_digest_at),
        *([DueItem.last_digest_at.set(last_digest_at)] if last_digest_at else []),
        DueItem.digest_problem.remove() if problem is None else DueItem.digest_problem.set(problem),
        *([DueItem.arrival_route.set(arrival.route)] if arrival.route else []),
        *([] if arrival.seen_at else [DueItem.digest_seen_at.remove()]),
    ]


def item_of(account: Account) -> OwnerItem:
    """Return the item that holds an account."""
    item = OwnerItem(
        item_id=PROFILE,
        **owner_fields(account.owner),
        token_hash=account.token_hash,
        shard=shard_of(account.owner.id),
        next_digest_at=account.next_digest_at,
        last_digest_at=account.last_digest_at,
        digest_problem=account.digest_problem,
        calendar_secret=account.calendar_secret,
        sessions=account.sessions or None,
        ended_sessions=[f"{int(one.until.timestamp())} {one.own_id}" for one in account.ended_sessions] or None,
        proposals_until=account.proposals_until,
        plan_version=account.plan_version,
    )
    if account.version:
        item.version = account.version
    return item


def _stand_in() -> OwnerItem:
    """An item such as a usual owner has."""
    arrival = Arrival(route="-" * 10, seen_at=EPOCH)
    owner = Owner(
        id="nobody", name="Nobody Example", email="nobody@example.org", phone="+49 30 23125 020", arrival=arrival
    )
    secret = "-" * 43
    return item_of(Account(owner=owner, token_hash=bytes(32), next_digest_at=EPOCH, calendar_secret=secret, version=1))


def account_of(item: OwnerItem) -> Account:
    """Return the account that an item holds."""
    return Account(
        owner=owner_of(item),
        token_hash=item.token_hash,
        next_digest_at=item.next_digest_at,
        last_digest_at=item.last_digest_at,
        version=int(item.version),
        digest_problem=item.digest_problem,
        calendar_secret=item.calendar_secret,
        sessions=int(item.sessions or 0),
        ended_sessions=tuple(map(_ended_session, item.ended_sessions or ())),
        proposals_until=item.proposals_until,
        plan_version=_FIRST_PLAN_VERSION if item.plan_version is None else int(item.plan_version),
    )


def _ended_session(stored: str) -> EndedSession:
    until, _, own_id = stored.partition(" ")
    return EndedSession(own_id, datetime.fromtimestamp(int(until), UTC))
