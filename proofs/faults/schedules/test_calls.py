"""The world of the schedules answers as the repositories do: the same calls to both, at random, on one table."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.errors import AfterwordError
from chalicelib.records.digest_claims import LEASE, Claim, Digests
from chalicelib.records.item_keys import shard_of
from chalicelib.records.owners import Account, Owners
from proofs.faults.schedules.calls import of_digests, of_owners
from proofs.faults.schedules.calls.call import Call
from proofs.faults.schedules.scenario import TIMEOUT, TWO_OWNERS
from proofs.faults.schedules.world import World
from tests.digest.given import MONDAY_8_AM
from tests.factories import an_owner

DAYS = (date(2026, 8, 9), date(2026, 8, 10))
PACES = (timedelta(0), timedelta(seconds=1), timedelta(seconds=299), LEASE, timedelta(days=1))


class Both:
    """The repositories and the world; each identifies claims by tokens of its own."""

    def __init__(self, owners: Owners, digests: Digests) -> None:
        self.owners, self.digests = owners, digests
        accounts = tuple(owners.add(an_owner(id=owner_id), b"hash") for owner_id in TWO_OWNERS)
        self.world = World(accounts, tuple(one.next_digest_at for one in accounts))
        self.claims: dict[str, Claim] = {}

    def ask(self, call: Call) -> tuple[Any, Any]:
        """The answers of both to a call."""
        self.world, modelled = call.done(self.world)
        try:
            real = self._really(call)
        except AfterwordError as error:
            return repr(error), repr(modelled)
        return self._with_one_token(real, modelled), modelled

    def _with_one_token(self, real: Any, modelled: Any) -> Any:
        if not isinstance(real, Claim) or not isinstance(modelled, Claim):
            return real
        self.claims[modelled.token] = real
        return replace(real, token=modelled.token)

    def _really(self, call: Call) -> Any:
        match call:
            case of_owners.Due(shard=shard, now=now):
                return tuple(one for one in self.owners.due(now) if shard_of(one) == shard)
            case of_owners.Get(owner_id=owner_id):
                return self.owners.get(owner_id)
            case of_owners.PutOff(account=account, next_digest_at=at):
                return self.owners.put_off(account, at)
            case of_owners.Save(account=account):
                return self.owners.save(account)
            case _:
                return self._of_digests(call)

    def _of_digests(self, call: Call) -> Any:
        match call:
            case of_digests.TakeClaim(owner_id=owner_id, on=on, now=now, lease=lease):
                return self.digests.claim(owner_id, on, now, lease)
            case of_digests.MarkSent(claim=claim, now=now):
                return self.digests.mark_sent(self.claims[claim.token], "0100-message", now)
            case of_digests.MarkFailed(claim=claim, reason=reason, until=until):
                return self.digests.mark_failed(self.claims[claim.token], reason, until)
            case of_digests.Release(claim=claim):
                return self.digests.release(self.claims[claim.token])
            case of_digests.Latest(owner_id=owner_id):
                return self.digests.latest(owner_id)
        raise AssertionError(call)


class Caller:
    """Makes up calls, also with outdated accounts and claims."""

    def __init__(self, seed: int, accounts: tuple[Account, ...]) -> None:
        self._random = Random(seed)
        self._now = MONDAY_8_AM
        self._accounts = list(accounts)
        self._claims: list[Claim] = []
        self._made = 0

    def call(self) -> Call:
        """A call that may be next."""
        self._made += 1
        self._now += self._random.choice(PACES)
        makers = [self._reading, self._claiming, self._of_an_account]
        return self._random.choice(makers + [self._of_a_claim] * 2 if self._claims else makers)()

    def learn(self, answer: Any) -> None:
        """Note an answer that later calls may use."""
        if isinstance(answer, Account):
            self._accounts.append(answer)
        if isinstance(answer, Claim):
            self._claims.append(answer)

    def _reading(self) -> Call:
        owner_id = self._random.choice(TWO_OWNERS)
        shard = shard_of(owner_id)
        return self._random.choice(
            [of_owners.Get(owner_id), of_digests.Latest(owner_id), of_owners.Due(shard, self._now)]
        )

    def _claiming(self) -> Call:
        owner_id, on = self._random.choice(TWO_OWNERS), self._random.choice(DAYS)
        return of_digests.TakeClaim(owner_id, on, self._now, LEASE, f"call {self._made}")

    def _of_an_account(self) -> Call:
        account = replace(
            self._random.choice(self._accounts[-4:]), digest_problem=self._random.choice([None, "MessageRejected"])
        )
        return self._random.choice([of_owners.Save(account), of_owners.PutOff(account, self._later())])

    def _of_a_claim(self) -> Call:
        claim = self._random.choice(self._claims[-3:])
        marks: list[Callable[[], Call]] = [
            lambda: of_digests.MarkSent(claim, self._now),
            lambda: of_digests.MarkFailed(claim, "MessageRejected", self._later()),
            lambda: of_digests.Release(claim),
        ]
        return self._random.choice(marks)()

    def _later(self) -> datetime:
        return self._now + self._random.choice(PACES)


@pytest.mark.parametrize("seed", range(8))
def test_the_world_answers_as_the_repositories_do(owners: Owners, digests: Digests, seed: int) -> None:
    both = Both(owners, digests)
    caller = Caller(seed, both.world.accounts)

    for number in range(60):
        call = caller.call()
        real, modelled = both.ask(call)
        assert modelled == real, f"call {number}: {call}"
        caller.learn(modelled)


def test_a_function_lives_as_long_as_it_is_configured_to() -> None:
    config = json.loads(Path(".chalice/config.json").read_text())

    assert timedelta(seconds=config["lambda_functions"]["tick"]["lambda_timeout"]) == TIMEOUT
