"""Two concurrent ticks send one digest; and an attempt sends one mail, even if SES's answer is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from chalicelib.digest.schedule import latest_slot
from chalicelib.records.owners import Owners
from proofs.faults.claim import Effort
from proofs.faults.crew import Crew
from proofs.faults.due import a_tick, add_owner, an_ses, by_ses, remove_owner
from proofs.faults.races.found import Found
from proofs.faults.real_table import close
from tests.digest.given import TUESDAY_8_AM
from tests.digest.ses_stand_in import Fate, ses_stand_in
from tests.factories import an_owner

AT_ONCE = 2
BEHIND_AT_MOST = 6  # calls
ANSWERS_LOST = 1 / 4


@dataclass(frozen=True, slots=True)
class Start:
    """A tick at ``now`` that starts ``behind`` the other one by this many calls."""

    now: datetime
    behind: int


def race(effort: Effort) -> Found:
    """Each round has an owner whose digest is due, and two processes that send it at once."""
    rounds, chance = effort.of(short=24, long=300), Random(f"ticking {effort.seed}")
    violations: list[str] = []
    with ses_stand_in() as ses, Crew(AT_ONCE, _Ticking(ses.address).tick, lambda _: close()) as crew:
        for number in range(rounds):
            owner = an_owner(id=f"ticked-{number}")
            slot = latest_slot(owner, TUESDAY_8_AM + timedelta(days=chance.randrange(365)))
            add_owner(owner, slot, is_new=chance.random() < 1 / 2)
            if chance.random() < ANSWERS_LOST:
                ses.fates = [Fate.TAKEN_BUT_THE_ANSWER_IS_LOST]
            crew.at_once([Start(slot.at, 0), Start(slot.at, chance.randrange(BEHIND_AT_MOST))])
            violations += _miscounted(number, len(ses.taken))
            remove_owner(owner)
            ses.forget()
            effort.told(number, rounds)
    return Found(rounds, tuple(violations), {"ticks at once": rounds * AT_ONCE})


def _miscounted(number: int, mails: int) -> Iterator[str]:
    if mails != 1:
        yield f"round {number}: two ticks at once sent {mails} digests"


class _Ticking:
    """The tick of both processes, made before the fork."""

    def __init__(self, ses_address: str) -> None:
        self._tick = a_tick(by_ses(an_ses(ses_address)))

    def tick(self, start: Start) -> int:
        """How many digests it sent, as far as it knows."""
        for _ in range(start.behind):
            Owners().get("nobody")
        return len(self._tick.run(start.now).sent)
