"""The table through the program's own repositories: owners and records are planned, and written under conditions."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace

from chalicelib.digest.schedule import next_slot
from chalicelib.errors import ChangedMeanwhile, NotFound, StorageUnavailable
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Account, Owners
from chalicelib.records.processes import MOST_ROUNDS, TooManyRounds
from chalicelib.records.storage_errors import RecordTooLarge
from infra.deploy.account_merge import merge_account, next_version
from infra.deploy.deployment import CannotDo
from infra.deploy.restore_decision import RestoreDecision, is_alike
from infra.deploy.terminal import Terminal

T = TypeVar("T")

_TRIES = 6


class TableAccess:
    """Reads and restores owners and records. Every method may raise NewerSchema or CannotDo if the table stays busy."""

    def __init__(self, terminal: Terminal, now: Callable[[], datetime]) -> None:
        self._terminal = terminal
        self._now = now
        self._owners = Owners()
        self._interviews = Interviews()
        self._accounts: dict[str, Account | None] = {}

    def account(self, owner_id: str) -> Account | None:
        """An owner's account as it was at the first call for it; None if there was none."""
        if owner_id not in self._accounts:
            self._accounts[owner_id] = self._patiently(lambda: self._owners.get(owner_id))
        return self._accounts[owner_id]

    def merged(self, then: Account) -> Account:
        """An owner's account of the backup, merged with the one in the table."""
        return merge_account(then, self.account(then.owner.id))

    def owner_decision(self, then: Account) -> RestoreDecision:
        """What to do with an owner's account of the backup."""
        there = self.account(then.owner.id)
        if there is None:
            return RestoreDecision.NEW
        return RestoreDecision.SAME if merge_account(then, there) == there else RestoreDecision.REPLACES

    def restore_interview(self, owner: Owner, then: Interview) -> list[str]:
        """Write a record as it was then, unless the table's is alike; or return the reason why it cannot be written."""
        try:
            self._retry_on_conflict(lambda: self._restore_interview(owner, then))
        except TooManyRounds:
            return [f"{then.id} ({then.company}): its process has {MOST_ROUNDS} interviews already"]
        except RecordTooLarge:
            return [f"{then.id} ({then.company}): it is larger than DynamoDB holds"]
        return []

    def restore_account(self, then: Account) -> None:
        """Write an account as it was then, with its next digest at its next slot and not before.

        Call this last, after the records of the backup: it plans anew the records that were added since.
        """
        self._retry_on_conflict(lambda: self._restore_account(then))

    def _restore_interview(self, owner: Owner, then: Interview) -> None:
        there = self._interview(owner.id, then.id)
        if there is None or not is_alike(then, there):
            over = there.version if there else None
            restored = replace(then, version=next_version(then.version, over))
            self._interviews.restore(owner, restored, self._now(), over)

    def _restore_account(self, then: Account) -> None:
        there = self._owners.get(then.owner.id)
        account = merge_account(then, there)
        if account != there:
            self._interviews.plan_anew(account.owner, self._now())
            over = there.version if there else None
            next_at = next_slot(account.owner, self._now()).at
            restored = replace(account, next_digest_at=next_at, version=next_version(then.version, over))
            self._owners.restore(restored, over)

    def _interview(self, owner_id: str, interview_id: str) -> Interview | None:
        with suppress(NotFound):
            return self._interviews.get(owner_id, interview_id)
        return None

    def _retry_on_conflict(self, attempt: Callable[[], None]) -> None:
        """Attempt it until nobody else changes the items meanwhile."""
        for _ in range(_TRIES):
            with suppress(ChangedMeanwhile):
                return self._patiently(attempt)
        raise CannotDo("Somebody else is at work in this table. Run the same command again.")

    def _patiently(self, attempt: Callable[[], T]) -> T:
        """Attempt it until the table answers."""
        for tries in range(_TRIES):
            with suppress(StorageUnavailable):
                return attempt()
            self._terminal.pause(2.0**tries)
        raise CannotDo("DynamoDB does not answer. Run the same command again: it goes on where this one was.")
