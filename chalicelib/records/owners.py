"""The owners: who they are, how they prove it, and when their next digest is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace
from pynamodb.expressions.update import Action

from chalicelib.playbook.owner import Owner
from chalicelib.playbook.rules import PLAN_VERSION
from chalicelib.records import ambiguous_writes
from chalicelib.records.item_keys import PROFILE, SHARDS, is_id, shard_of
from chalicelib.records.owner_mapping import owner_fields, owner_of
from chalicelib.records.storage_errors import storage_faults
from chalicelib.records.table_items import AtItsVersion, DueItem, KeyItem, OwnerItem

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_PLAN_VERSION = 1  # that of owners who were stored before it was written down


class MailStop(StrEnum):
    """Why no more mail is sent to an address, until its owner changes it or says that it works again."""

    BOUNCED = "bounced"
    COMPLAINED = "complained"


_STOPS = frozenset(MailStop)


class Account(Struct, frozen=True, kw_only=True):
    """An owner with what the service keeps about them. ``token_hash`` is the SHA-256 of the secret of their token.

    ``digest_problem`` says why mail does not reach them: a MailStop, or SES's word for why it refused the last digest
    (the next one is tried all the same); None while all is well. ``calendar_secret`` opens their
    feed, None until they first ask for one. ``sessions`` counts how often they have signed out everywhere: a browser's
    session of an earlier count is over. ``plan_version`` says by which rules their stored records were planned last.
    """

    owner: Owner
    token_hash: bytes
    next_digest_at: datetime
    version: int = 0
    digest_problem: str | None = None
    calendar_secret: str | None = None
    sessions: int = 0
    plan_version: int = PLAN_VERSION

    @property
    def is_mail_stopped(self) -> bool:
        """Whether nothing is to be sent to them."""
        return self.digest_problem in _STOPS


class _RestoredItem(AtItsVersion, OwnerItem):
    """An owner as they were."""


class Owners:
    """Every method may raise StorageUnavailable."""

    @storage_faults()
    def add(self, owner: Owner, token_hash: bytes) -> Account:
        """A new owner, due at once: the first tick finds them, whatever its now. Raises ChangedMeanwhile if there
        is one of this id."""
        return self.save(Account(owner=owner, token_hash=token_hash, next_digest_at=EPOCH))

    @storage_faults()
    def get(self, owner_id: str) -> Account | None:
        """The owner as stored now, in one request; None for an id that is nobody's or cannot be one."""
        item = OwnerItem.find(owner_id, PROFILE) if is_id(owner_id) else None
        return account_of(item) if item else None

    @storage_faults()
    def save(self, account: Account) -> Account:
        """Store what was read at ``account.version``; raises ChangedMeanwhile."""
        return account_of(ambiguous_writes.put(_item(account)))

    @storage_faults()
    def restore(self, account: Account, over_version: int | None) -> Account:
        """Store an account at its own version: over the one that is there at ``over_version``, or as a new one (None).
        Raises ChangedMeanwhile if that is not so."""
        is_as_found = OwnerItem.version.does_not_exist() if over_version is None else OwnerItem.version == over_version
        return account_of(ambiguous_writes.put(_RestoredItem(**_item(account).attribute_values), is_as_found))

    def due(self, now: datetime) -> Iterator[str]:
        """The ids of the owners whose next digest is due at ``now``, read page by page from every shard."""
        for shard in range(SHARDS):
            with storage_faults():
                due = KeyItem.digest_due_index.query(shard, OwnerItem.next_digest_at <= now)
                yield from (item.owner_id for item in due)

    @storage_faults()
    def put_off(self, account: Account, next_digest_at: datetime) -> Account:
        """Not due before ``next_digest_at``; stores that and ``digest_problem``. Raises ChangedMeanwhile, since a
        changed owner may be due earlier.

        The version stays: the owner changed nothing. So an account that was read before may still be saved after,
        and brings back the instant it was read with. That only makes the owner due once more, at a digest that the
        claim of its day covers.
        """
        put_off = replace(account, next_digest_at=next_digest_at)
        DueItem(account.owner.id, PROFILE).update(_due(put_off), condition=OwnerItem.version == account.version)
        return put_off

    @storage_faults()
    def mark_planned(self, account: Account) -> Account:
        """All records of the account, with the settings that it was read with, are planned by the rules of this
        release. Stores that and nothing else; raises ChangedMeanwhile."""
        actions: list[Action] = [DueItem.plan_version.set(PLAN_VERSION)]
        DueItem(account.owner.id, PROFILE).update(actions, condition=OwnerItem.version == account.version)
        return replace(account, plan_version=PLAN_VERSION)


def _due(account: Account) -> list[Action]:
    problem = account.digest_problem
    return [
        DueItem.next_digest_at.set(account.next_digest_at),
        DueItem.digest_problem.remove() if problem is None else DueItem.digest_problem.set(problem),
    ]


def _item(account: Account) -> OwnerItem:
    item = OwnerItem(
        item_id=PROFILE,
        **owner_fields(account.owner),
        token_hash=account.token_hash,
        shard=shard_of(account.owner.id),
        next_digest_at=account.next_digest_at,
        digest_problem=account.digest_problem,
        calendar_secret=account.calendar_secret,
        sessions=account.sessions or None,
        plan_version=account.plan_version,
    )
    if account.version:
        item.version = account.version
    return item


def account_of(item: OwnerItem) -> Account:
    """The account that an item holds."""
    return Account(
        owner=owner_of(item),
        token_hash=item.token_hash,
        next_digest_at=item.next_digest_at,
        version=int(item.version),
        digest_problem=item.digest_problem,
        calendar_secret=item.calendar_secret,
        sessions=int(item.sessions or 0),
        plan_version=_FIRST_PLAN_VERSION if item.plan_version is None else int(item.plan_version),
    )
