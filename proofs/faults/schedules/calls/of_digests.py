"""The calls to the table about digests."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from chalicelib.errors import ChangedMeanwhile
from chalicelib.records.digest_claims import Claim, DigestState, StoredDigest
from proofs.faults.schedules.calls.call import Call, Outcome
from proofs.faults.schedules.world import Digest, World


@dataclass(frozen=True, slots=True)
class TakeClaim(Call):
    """Claim a date; ``token`` is that of the run that makes the call."""

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
class _Mark(Call, ABC):
    """A mark, which is made only while the claim is held."""

    does_write = True
    claim: Claim

    def done(self, world: World) -> Outcome:
        held = _held(world, self.claim)
        if held is None:
            return world, ChangedMeanwhile()
        return world.with_digest(self._marked(held)), None

    @abstractmethod
    def _marked(self, held: Digest) -> Digest: ...


@dataclass(frozen=True, slots=True)
class MarkSent(_Mark):
    """Mark the digest of a claim as sent."""

    now: datetime

    def _marked(self, held: Digest) -> Digest:
        return replace(held, state=DigestState.SENT, at=self.now)


@dataclass(frozen=True, slots=True)
class MarkFailed(_Mark):
    """Mark the digest of a claim as refused."""

    reason: str
    until: datetime

    def _marked(self, held: Digest) -> Digest:
        return replace(held, state=DigestState.FAILED, reason=self.reason, lease_until=self.until)


@dataclass(frozen=True, slots=True)
class Release(Call):
    """Release a claim."""

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
        of_owner = [digest for digest in world.digests if digest.owner_id == self.owner_id]
        latest = max(of_owner, key=lambda digest: digest.on, default=None)
        return world, latest and StoredDigest(latest.on, latest.state, latest.at, latest.reason, latest.lease_until)


def _held(world: World, claim: Claim) -> Digest | None:
    """The item of a claim, if it is still that claim's."""
    there = world.digest(claim.owner_id, claim.on)
    return there if there is not None and there.token == claim.token else None
