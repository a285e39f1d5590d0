"""The collaborators of a run: each method makes a call and returns its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from chalicelib.digest.digest_mail import DigestMail
from chalicelib.playbook.owner import Owner
from chalicelib.records.digest_claims import NOTHING, Claim, Digests, StoredDigest, ToSettle
from chalicelib.records.interview_mapping import Record
from chalicelib.records.interviews import Interviews
from chalicelib.records.item_keys import SHARDS
from chalicelib.records.owners import Account, Owners
from chalicelib.view_models.day_view import DayView
from proofs.faults.schedules.calls import of_digests, of_owners, of_post
from proofs.faults.schedules.calls.call import Call, HasTime

Ask = Callable[[Call], Any]
Span = tuple[datetime, datetime]  # of the world's clock


class Parts:
    """A run's collaborators: repositories, a sender, and the function's clock."""

    def __init__(self, name: str, span: Span, ask: Ask) -> None:
        self.ask = ask
        self.owners = _Owners(ask)
        self.interviews = _Interviews(ask)
        self.digests = _Digests(ask, name)
        self.post = _Post(ask, name, span)

    def has_time(self) -> bool:
        """Whether the function has time for one more owner."""
        return bool(self.ask(HasTime()))


def compose(owner: Owner, day: DayView, on: date, now: datetime) -> DigestMail:
    """A mail that names its day."""
    return DigestMail("", on.isoformat().encode())


class _Owners(Owners):
    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def due(self, now: datetime) -> Iterator[str]:
        for shard in range(SHARDS):
            yield from self._ask(of_owners.Due(shard, now))

    def get(self, owner_id: str) -> Account | None:
        account: Account | None = self._ask(of_owners.Get(owner_id))
        return account

    def save(self, account: Account) -> Account:
        saved: Account = self._ask(of_owners.Save(account))
        return saved

    def put_off(self, account: Account, next_digest_at: datetime) -> Account:
        moved: Account = self._ask(of_owners.PutOff(account, next_digest_at))
        return moved


class _Interviews(Interviews):
    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._ask = ask

    def open(self, owner_id: str) -> list[Record]:
        return list(self._ask(of_owners.Open(owner_id)))


class _Digests(Digests):
    def __init__(self, ask: Ask, name: str) -> None:
        self._ask = ask
        self._name = name

    def claim(self, owner_id: str, on: date, now: datetime, lease: timedelta) -> Claim | None:
        claim: Claim | None = self._ask(of_digests.TakeClaim(owner_id, on, now, lease, self._name))
        return claim

    def mark_sent(self, claim: Claim, message_id: str, now: datetime, to_settle: ToSettle = NOTHING) -> None:
        self._ask(of_digests.MarkSent(claim, now))

    def mark_failed(self, claim: Claim, reason: str, until: datetime) -> None:
        self._ask(of_digests.MarkFailed(claim, reason, until))

    def release(self, claim: Claim) -> None:
        self._ask(of_digests.Release(claim))

    def latest(self, owner_id: str) -> StoredDigest | None:
        latest: StoredDigest | None = self._ask(of_digests.Latest(owner_id))
        return latest


class _Post:
    """A sender. ``close`` makes no call: it closes a connection that a frozen function would lose anyway."""

    def __init__(self, ask: Ask, name: str, span: Span) -> None:
        self._ask = ask
        self._name = name
        self._span = span

    def send(self, owner: Owner, mime: bytes) -> str:
        on = date.fromisoformat(mime.decode())
        message_id: str = self._ask(of_post.Send(owner, on, self._name, self._span))
        return message_id

    def close(self) -> None:
        """Nothing to close."""
