"""The calls that the tick makes, each with what it does to the world and what it answers.

An error is an answer as well. ``test_calls`` shows that the repositories of ``chalicelib/records`` answer the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.owner import Owner
from chalicelib.records.digests import Claim, DigestState, SentDigest
from chalicelib.records.keys import shard_of
from chalicelib.records.owners import Account
from tests.faults.schedules.world import Digest, Letter, World

Outcome = tuple[World, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A request to the table or to SES, or a look at the clock."""

    does_write: ClassVar[bool] = False

    def done(self, world: World) -> Outcome:
        """The world after it, and its answer."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Due(Call):
    """Who is due, from one shard of the index."""

    shard: int
    now: datetime

    def done(self, world: World) -> Outcome:
        return self._listed(world, tuple(one.next_digest_at for one in world.accounts))

    def lagging(self, world: World) -> Outcome:
        """As ``done``, from an index that has not seen the last write of any account."""
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
class HasTime(Call):
    """Whether the function has time for one more owner."""

    def done(self, world: World) -> Outcome:
        return world, True


@dataclass(frozen=True, slots=True)
class Get(Call):
    """The account of an owner."""

    owner_id: str

    def done(self, world: World) -> Outcome:
        return world, world.account(self.owner_id)


@dataclass(frozen=True, slots=True)
class PutOff(Call):
    """An account moved on, at its version."""

    does_write = True
    account: Account
    next_digest_at: datetime

    def done(self, world: World) -> Outcome:
        stored = world.account(self.account.owner.id)
        if stored is None or stored.version != self.account.version:
            return world, ChangedMeanwhile()
        moved = replace(stored, next_digest_at=self.next_digest_at, digest_problem=self.account.digest_problem)
        return world.with_account(moved), replace(self.account, next_digest_at=self.next_digest_at)


@dataclass(frozen=True, slots=True)
class Save(Call):
    """An account changed by its owner or by mail that came back, at its version."""

    does_write = True
    account: Account

    def done(self, world: World) -> Outcome:
        stored = world.account(self.account.owner.id)
        if stored is None or stored.version != self.account.version:
            return world, ChangedMeanwhile()
        saved = replace(self.account, version=stored.version + 1)
        return world.with_account(saved), saved


@dataclass(frozen=True, slots=True)
class Open(Call):
    """The open interviews of an owner."""

    owner_id: str

    def done(self, world: World) -> Outcome:
        return world, world.open[self.owner_id]


@dataclass(frozen=True, slots=True)
class TakeClaim(Call):
    """A claim of a date; ``token`` is that of the run which asks."""

    does_write = True
    owner_id: str
    on: date
    now: datetime
    lease: timedelta
    token: str

    def done(self, world: World) -> Outcome:
        there = world.digest(self.owner_id, self.on)
        if there is not None and (there.state is DigestState.SENT or there.lease_until > self.now):
            return world, None
        until = self.now + self.lease
        claimed = Digest(self.owner_id, self.on, DigestState.CLAIMED, self.now, until, self.token)
        return world.with_digest(claimed), Claim(self.owner_id, self.on, until, self.token)


@dataclass(frozen=True, slots=True)
class MarkSent(Call):
    """The digest of a claim was sent."""

    does_write = True
    claim: Claim
    now: datetime

    def done(self, world: World) -> Outcome:
        held = _held(world, self.claim)
        if held is None:
            return world, ChangedMeanwhile()
        return world.with_digest(replace(held, state=DigestState.SENT, at=self.now)), None


@dataclass(frozen=True, slots=True)
class MarkFailed(Call):
    """The digest of a claim was refused."""

    does_write = True
    claim: Claim
    reason: str
    until: datetime

    def done(self, world: World) -> Outcome:
        held = _held(world, self.claim)
        if held is None:
            return world, ChangedMeanwhile()
        failed = replace(held, state=DigestState.FAILED, reason=self.reason, lease_until=self.until)
        return world.with_digest(failed), None


@dataclass(frozen=True, slots=True)
class Release(Call):
    """A claim given back."""

    does_write = True
    claim: Claim

    def done(self, world: World) -> Outcome:
        held = _held(world, self.claim)
        if held is None or held.state is not DigestState.CLAIMED:
            return world, None
        return world.without_digest(self.claim.owner_id, self.claim.on), None


@dataclass(frozen=True, slots=True)
class Latest(Call):
    """The digest of an owner's latest date."""

    owner_id: str

    def done(self, world: World) -> Outcome:
        of_owner = [one for one in world.digests if one.owner_id == self.owner_id]
        latest = max(of_owner, key=lambda one: one.on, default=None)
        return world, latest and SentDigest(latest.on, latest.state, latest.at, latest.reason)


@dataclass(frozen=True, slots=True)
class Send(Call):
    """A digest handed to SES by the run ``by``, which lives for ``span``."""

    owner: Owner
    on: date
    by: str
    span: tuple[datetime, datetime]

    def done(self, world: World) -> Outcome:
        for one in world.letters:
            if one.owner_id == self.owner.id and self._is_wrong_after(one):
                world = world.with_wrong(f"{one.owner_id} got the digest of {self.on} from {self.by} after {one}")
        return world.with_letter(Letter(self.owner.id, self.on, self.by, self.span[1])), f"message of {self.by}"

    def _is_wrong_after(self, letter: Letter) -> bool:
        """The same digest may not go again while its first worker could live, whatever the excuse: a lease outlives its
        worker. Nor may an older one once that worker is gone and has marked what it sent."""
        if letter.until > self.span[0]:
            return letter.on == self.on
        return letter.on > self.on and not letter.is_excused

    def heedless(self, answers: tuple[Any, ...]) -> str | None:
        """Why this mail should never leave, by what its run was answered so far about the owner."""
        read = [one for one in answers if isinstance(one, Account) and one.owner.id == self.owner.id]
        if not read:
            return f"sent to {self.owner.id} without reading the account"
        paused_until = read[-1].owner.paused_until
        if read[-1].is_mail_stopped or (paused_until is not None and paused_until >= self.on):
            return f"sent the digest of {self.on} to {self.owner.id}, whose mail was stopped or paused by then"
        return None


def _held(world: World, claim: Claim) -> Digest | None:
    """The item of a claim, if it is still that claim's."""
    there = world.digest(claim.owner_id, claim.on)
    return there if there is not None and there.token == claim.token else None
