"""One run: an owner's digest is due, processes that send it are killed, and at last one is left alone to finish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from chalicelib.digest.schedule import latest_slot
from chalicelib.digest.tick import Outbox
from chalicelib.records.owners import Owners
from chalicelib.records.table import connection
from proofs.faults.due import a_tick, add_owner, an_ses, by_ses, by_smtp, remove_owner
from proofs.faults.kills.victim import End, Fate, Victim
from tests.digest.given import TUESDAY_8_AM
from tests.factories import an_owner

# A whole tick: four shards, the account, the latest digest, the claim, the records, the mark, the next slot; and one
# call of SES, or nine lines to a provider's server and the mail itself.
CALLS_OF_THE_TABLE, CALLS_OF_SES, CALLS_OF_SMTP = 10, 1, 10
ROUNDS_AT_MOST = 3
MINUTES_OF_A_SLOT = 20 * 60  # a run begins at most so long after its slot: it ends before the next one, gaps included
LATE_BY_AT_MOST = 6  # calls that one process of two is behind the other
# EventBridge fires twice, or a lease has just ended, or it is time for the next tick.
GAPS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))
NEXT_TICK = timedelta(minutes=15)
RECOVERIES_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a run. ``ends``: how each process ended, in words; ``is_quiet``: nobody is due at the end."""

    number: int
    owner_id: str
    ends: tuple[str, ...]
    is_quiet: bool

    @property
    def kills(self) -> int:
        """How many processes were killed."""
        return sum(not end.endswith(End.OF_ITSELF) for end in self.ends)

    @property
    def kills_in_window(self) -> int:
        """How many were killed after SES accepted the mail and before the mark."""
        return sum(end.endswith(End.IN_WINDOW) for end in self.ends)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to send: the ``sender``, the clients of AWS that it uses, and how many calls it makes for a mail."""

    sender: Outbox
    clients: tuple[Any, ...]
    calls: int


def ses_way(address: str) -> Way:
    """By the SES at this address."""
    ses = an_ses(address)
    return Way(by_ses(ses), (ses,), CALLS_OF_SES)


def smtp_way(port: int, certificate: bytes) -> Way:
    """By the mail server at this port."""
    return Way(by_smtp(port, certificate), (), CALLS_OF_SMTP)


class Runs:
    """Runs of one process; made once, since forks of a warm process are cheap."""

    def __init__(self, way: Way) -> None:
        self._owners = Owners()
        self._way = way
        self._tick = a_tick(way.sender)

    def run(self, seed: int, number: int) -> Outcome:
        """The run of this number: always the same, except for how two concurrent processes interleave."""
        chance = Random(f"kills {seed} {number}")
        owner = an_owner(id=f"owner-{number}", email=f"owner-{number}@example.org")
        slot = latest_slot(owner, TUESDAY_8_AM + timedelta(days=chance.randrange(365)))
        now = slot.at + timedelta(minutes=chance.randrange(MINUTES_OF_A_SLOT))
        add_owner(owner, slot, is_new=chance.random() < 1 / 2)
        ends = []
        for _ in range(chance.randint(1, ROUNDS_AT_MOST)):
            ends += self._killed(chance, now)
            now += chance.choice(GAPS)
        is_quiet = self._recovered(now)
        remove_owner(owner)
        return Outcome(number, owner.id, tuple(ends), is_quiet)

    def _killed(self, chance: Random, now: datetime) -> list[str]:
        """How the concurrent processes ended: one or two, most of them killed."""
        fates = [self._fate(chance) for _ in range(chance.choice((1, 1, 2)))]
        late = [0, chance.randrange(LATE_BY_AT_MOST)]
        victims = [self._victim(fate, calls, now) for fate, calls in zip(fates, late, strict=False)]
        for victim in victims:
            victim.let_go()
        return [f"{_words(fate)} {victim.wait()}" for fate, victim in zip(fates, victims, strict=True)]

    def _victim(self, fate: Fate | None, late: int, now: datetime) -> Victim:
        def tick() -> None:
            for _ in range(late):
                self._owners.get("nobody")
            self._tick.run(now)

        fate = fate and Fate(fate.call + late, fate.is_done)
        return Victim(tick, (connection().client, *self._way.clients), fate)

    def _fate(self, chance: Random) -> Fate | None:
        calls = CALLS_OF_THE_TABLE + self._way.calls
        return Fate(chance.randrange(calls), chance.random() < 1 / 2) if chance.random() < 9 / 10 else None

    def _recovered(self, now: datetime) -> bool:
        """Whether ticks that are not killed finish the work."""
        for ticks in range(RECOVERIES_AT_MOST):
            at = now + ticks * NEXT_TICK
            if not list(self._owners.due(at)):
                return True
            self._tick.run(at)
        return False


def _words(fate: Fate | None) -> str:
    if fate is None:
        return "not fated:"
    return f"fated {'after' if fate.is_done else 'before'} call {fate.call}:"
