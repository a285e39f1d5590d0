"""One owner's records in memory, with the table's conditions, as far as the tick uses them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from chalicelib.digest.digest_mail import DigestMail
from chalicelib.errors import ChangedMeanwhile
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import NOTHING, Claim, Digests, DigestState, StoredDigest, ToSettle
from chalicelib.records.interview_mapping import Record
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from chalicelib.view_models.day_view import DayView


class OneOwner(Owners):
    """Owners with one owner: that of ``account``."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def due(self, now: datetime) -> Iterator[str]:
        if self.account.next_digest_at <= now:
            yield self.account.owner.id

    def get(self, owner_id: str) -> Account | None:
        return self.account

    def save(self, account: Account) -> Account:
        self._check(account)
        self.account = replace(account, version=account.version + 1)
        return self.account

    def put_off(self, account: Account, next_digest_at: datetime) -> Account:
        self._check(account)
        self.account = replace(account, next_digest_at=next_digest_at)
        return self.account

    def _check(self, account: Account) -> None:
        if account.version != self.account.version:
            raise ChangedMeanwhile


class OneRecord(Interviews):
    """Interviews with one record, or none once it is closed."""

    def __init__(self, interview: Interview) -> None:
        self._interview = interview
        self.is_open = True

    def open(self, owner_id: str) -> list[Record]:
        return [self._interview] if self.is_open else []


@dataclass(slots=True)
class _Kept:
    state: DigestState
    at: datetime
    lease_until: datetime
    token: str


class DaysKept(Digests):
    """The digests of one owner."""

    def __init__(self) -> None:
        self._kept: dict[date, _Kept] = {}
        self._claims = 0

    def claim(self, owner_id: str, on: date, now: datetime, lease: timedelta) -> Claim | None:
        kept = self._kept.get(on)
        if kept is not None and (kept.state is DigestState.SENT or kept.lease_until > now):
            return None
        self._claims += 1
        claim = Claim(owner_id, on, now + lease, str(self._claims))
        self._kept[on] = _Kept(DigestState.CLAIMED, now, claim.lease_until, claim.token)
        return claim

    def mark_sent(self, claim: Claim, message_id: str, now: datetime, to_settle: ToSettle = NOTHING) -> None:
        if self._kept[claim.on].token != claim.token:
            raise ChangedMeanwhile
        self._kept[claim.on].state = DigestState.SENT

    def release(self, claim: Claim) -> None:
        if self._kept[claim.on].token == claim.token:
            del self._kept[claim.on]

    def latest(self, owner_id: str) -> StoredDigest | None:
        if not self._kept:
            return None
        on = max(self._kept)
        kept = self._kept[on]
        return StoredDigest(on, kept.state, kept.at, None, kept.lease_until)


class FakeSender:
    """A sender that takes every mail; ``meanwhile`` is called while it is sent."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self._meanwhile = meanwhile

    def send(self, owner: Owner, mime: bytes) -> str:
        self._meanwhile()
        return "message"

    def close(self) -> None:
        """Do nothing: there is no connection."""


def no_words(owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
    """A mail without content: only that it is sent matters."""
    return DigestMail("", b"")
