"""Check the promise at the end of a schedule and of the undisturbed ticks after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from chalicelib.digest.schedule import latest_slot, next_slot
from chalicelib.records.digest_claims import DigestState
from chalicelib.records.owners import Account
from proofs.faults.schedules.explore import finished
from proofs.faults.schedules.fates import REASON
from proofs.faults.schedules.scenario import Scenario
from proofs.faults.schedules.world import World


class Promise:
    """The promise for one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self._is_loud = scenario.kind.is_loud
        self._later = scenario.later
        self._accounts = scenario.world.accounts
        owner = self._accounts[0].owner
        self._first_on = latest_slot(owner, scenario.kind.slot_at).on
        self._later_on = [latest_slot(owner, run.span[0]).on for run in scenario.later]
        self._end = scenario.later[-1].span[0]

    def __call__(self, world: World) -> tuple[str, ...]:
        """What is wrong after the undisturbed ticks that follow, a sentence each."""
        worlds = list(accumulate(self._later, finished, initial=world))[1:]
        return (*worlds[-1].wrong, *(what for account in self._accounts for what in self._wrong(account, worlds)))

    def _wrong(self, before: Account, worlds: list[World]) -> Iterator[str]:
        owner_id, end = before.owner.id, worlds[-1]
        account = end.account(owner_id)
        assert account is not None
        yield from self._doubled(owner_id, end)
        yield from self._unasked(owner_id, end)
        if account.next_digest_at != next_slot(account.owner, self._end).at:
            yield f"{owner_id} is due at {account.next_digest_at}, which is not the next slot"
        if account.version == before.version:
            yield from self._lost(owner_id, worlds)
            if account.digest_problem is not None and _came(owner_id, self._later_on[-1], end):
                yield f"{owner_id} still has the problem {account.digest_problem}"
        elif not account.is_mail_stopped:
            yield from self._lost_by_a_change(account, end)

    def _doubled(self, owner_id: str, end: World) -> Iterator[str]:
        for on in sorted({letter.on for letter in end.letters}):
            letters = [letter for letter in end.letters if (letter.owner_id, letter.on) == (owner_id, on)]
            excused = sum(letter.is_excused for letter in letters)
            if len(letters) > 1 + excused:
                yield f"{owner_id} got the digest of {on} {len(letters)} times, and {excused} are explained"

    def _unasked(self, owner_id: str, end: World) -> Iterator[str]:
        for letter in end.letters:
            if letter.owner_id == owner_id and not self._is_loud(letter.on):
                yield f"{owner_id} got a digest of {letter.on}, a quiet day"

    def _lost(self, owner_id: str, worlds: list[World]) -> Iterator[str]:
        """Days that after one undisturbed tick have neither their digest nor a recorded refusal."""
        for on, world in zip(self._later_on, worlds, strict=True):
            if self._is_loud(on) and not _came(owner_id, on, world) and not _is_refusal_kept(owner_id, on, world):
                yield f"{owner_id} has no digest of {on}, and no tick is left that would send it"

    def _lost_by_a_change(self, account: Account, end: World) -> Iterator[str]:
        """An owner who changed their settings must have had a digest since, unless the day is paused."""
        paused_until = account.owner.paused_until
        since = self._first_on if paused_until is None else max(self._first_on, paused_until)
        if not any(letter.owner_id == account.owner.id and letter.on >= since for letter in end.letters):
            yield f"{account.owner.id} has no digest since {since}"


def _came(owner_id: str, on: date, world: World) -> bool:
    return any((letter.owner_id, letter.on) == (owner_id, on) for letter in world.letters)


def _is_refusal_kept(owner_id: str, on: date, world: World) -> bool:
    digest, account = world.digest(owner_id, on), world.account(owner_id)
    if (owner_id, on) not in world.refused or digest is None or account is None:
        return False
    return digest.state is DigestState.FAILED and account.digest_problem == REASON
