"""The tick of 8:00, and those after it: who is due is served by one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from chalicelib.digest.tick import LEASE
from chalicelib.errors import StorageUnavailable
from chalicelib.records.digests import Claim
from chalicelib.records.owners import MailStop
from tests.digest.given import MONDAY_8_AM, WEDNESDAY_8_AM
from tests.digest.ses_stand_in import Fate as SesFate
from tests.faults.call_sites.course import Known, met, patience, watched
from tests.faults.call_sites.fates import Trouble
from tests.faults.call_sites.flow import NOW, Scene
from tests.faults.call_sites.house import OWNER_ID, House
from tests.faults.call_sites.outcomes import Mails, mails
from tests.faults.call_sites.state import difference, state

SECOND, QUARTER = timedelta(seconds=1), timedelta(minutes=15)
LATER = (SECOND, LEASE - SECOND, QUARTER, 2 * QUARTER)
_MOST_REQUESTS = 10


@dataclass(frozen=True, slots=True)
class Ticking:
    """Ticks from ``at`` on; ``begin`` says how the owner stands by then. ``is_refused``: SES takes no mail of
    theirs."""

    name: str
    begin: Callable[[Scene], object]
    at: datetime = MONDAY_8_AM
    is_refused: bool = False
    function: str = "Tick"

    def learned(self, house: House) -> Known:
        house.begin([], NOW)
        self.begin(Scene(house))
        items = house.items()
        house.begin(items, self.at)
        self._tell_ses(house)
        with watched(house) as seen:
            accepted = [self._run(house, self.at)]
        accepted += self._later(house)
        return Known(items, self.at, house.items(), seen.sites, seen.actions, came=tuple(accepted))

    def violations(self, house: House, known: Known, trouble: Trouble) -> Iterator[str]:
        house.begin(known.begin, known.now, patience(trouble))
        self._tell_ses(house)
        with met(house, trouble) as wrong:
            accepted = [self._run(house, self.at)]
        accepted += self._later(house)
        yield from wrong
        yield from self._about_mails(known.came, tuple(accepted), trouble)
        expected, found = state(known.end, ()), state(house.items(), ())
        if expected != found:
            yield f"in the end something else is stored: {difference(expected, found)}"

    def _about_mails(self, healthy: Mails, accepted: Mails, trouble: Trouble) -> Iterator[str]:
        if max(accepted) > 1:
            yield f"SES accepted more than one mail of a tick: {accepted}"
        if accepted not in mails(healthy, trouble):
            yield f"SES accepted {accepted}, tick by tick, and not {sorted(mails(healthy, trouble))}"

    def _tell_ses(self, house: House) -> None:
        house.ses.fates = [SesFate.REFUSED] * _MOST_REQUESTS if self.is_refused else []

    def _run(self, house: House, now: datetime) -> int:
        """One tick; how many mails SES accepted of it. That the list of who is due cannot be read, it may raise."""
        house.now = now
        before = len(house.ses.taken)
        with suppress(StorageUnavailable):
            house.wiring.tick.run(now)
        return len(house.ses.taken) - before

    def _later(self, house: House) -> list[int]:
        return [self._run(house, self.at + later) for later in LATER]


def _claimed(scene: Scene, on: date, at: datetime) -> Claim:
    claim = scene.house.wiring.digests.claim(OWNER_ID, on, at, LEASE)
    assert claim is not None
    return claim


def _due(scene: Scene) -> None:
    scene.recorded()


def _paused(scene: Scene) -> None:
    scene.recorded()
    scene.change_account(owner=replace(scene.account().owner, paused_until=date(2026, 8, 20)))


def _stopped(scene: Scene) -> None:
    scene.recorded()
    scene.change_account(digest_problem=MailStop.BOUNCED)


def _another_tick_has_it(scene: Scene) -> None:
    scene.recorded()
    _claimed(scene, MONDAY_8_AM.date(), MONDAY_8_AM - SECOND)


def _sent_and_not_moved_on(scene: Scene) -> None:
    scene.recorded()
    claim = _claimed(scene, MONDAY_8_AM.date(), MONDAY_8_AM - SECOND)
    scene.house.wiring.digests.mark_sent(claim, "0100", MONDAY_8_AM - SECOND)


TICKS = (
    Ticking("digest that is due", _due),
    Ticking("digest that SES refuses", _due, is_refused=True),
    Ticking("digest of a quiet day", lambda _: None, WEDNESDAY_8_AM),
    Ticking("digest of who has paused", _paused),
    Ticking("digest of whose mail is stopped", _stopped),
    Ticking("digest that another tick has", _another_tick_has_it),
    Ticking("digest that is sent already", _sent_and_not_moved_on),
)
