"""The calls to the table about owners and their interviews."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.records.item_keys import shard_of
from chalicelib.records.owners import Account
from proofs.faults.schedules.calls.call import Call, Outcome
from proofs.faults.schedules.world import World


@dataclass(frozen=True, slots=True)
class Due(Call):
    """Get who is due, from one shard of the index."""

    shard: int
    now: datetime

    def done(self, world: World) -> Outcome:
        return self._listed(world, tuple(one.next_digest_at for one in world.accounts))

    def lagging(self, world: World) -> Outcome:
        """As ``done``, with an index that lags behind by the last write of each account."""
        return self._listed(world, world.listed)

    def is_for_nobody(self, world: World) -> bool:
        """Whether no owner at all is in this shard."""
        return all(shard_of(account.owner.id) != self.shard for account in world.accounts)

    def _listed(self, world: World, instants: tuple[datetime, ...]) -> Outcome:
        due = [
            account.owner.id
            for account, at in zip(world.accounts, instants, strict=True)
            if at <= self.now and shard_of(account.owner.id) == self.shard
        ]
        return world, tuple(due)


@dataclass(frozen=True, slots=True)
class Get(Call):
    """Get the account of an owner."""

    owner_id: str

    def done(self, world: World) -> Outcome:
        return world, world.account(self.owner_id)


@dataclass(frozen=True, slots=True)
class _Change(Call, ABC):
    """A change, which is made only if the account is still at the version that was read."""

    does_write = True
    account: Account

    def done(self, world: World) -> Outcome:
        stored = world.account(self.account.owner.id)
        if stored is None or stored.version != self.account.version:
            return world, ChangedMeanwhile()
        return self._changed(world, stored)

    @abstractmethod
    def _changed(self, world: World, stored: Account) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class PutOff(_Change):
    """Move an account on to its next slot, at its version."""

    next_digest_at: datetime

    def _changed(self, world: World, stored: Account) -> Outcome:
        moved = replace(stored, next_digest_at=self.next_digest_at, digest_problem=self.account.digest_problem)
        return world.with_account(moved), replace(self.account, next_digest_at=self.next_digest_at)


@dataclass(frozen=True, slots=True)
class Save(_Change):
    """Save an account that its owner or a bounce changed, at its version."""

    def _changed(self, world: World, stored: Account) -> Outcome:
        saved = replace(self.account, version=stored.version + 1)
        return world.with_account(saved), saved


@dataclass(frozen=True, slots=True)
class Open(Call):
    """Get the open interviews of an owner."""

    owner_id: str

    def done(self, world: World) -> Outcome:
        return world, world.open[self.owner_id]
