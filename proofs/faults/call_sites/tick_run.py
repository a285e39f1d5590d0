"""The flow run of the tick at 8:00 and those after it: one of them must send the digest that is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from chalicelib.errors import StorageUnavailable
from chalicelib.records.digest_claims import LEASE, Claim
from chalicelib.records.owners import MailStop
from proofs.faults.call_sites.deployment_under_fault import OWNER_ID, DeploymentUnderFault
from proofs.faults.call_sites.fates import Trouble
from proofs.faults.call_sites.flow import NOW, Scene
from proofs.faults.call_sites.flow_run import Baseline, patience, under_trouble, watched
from proofs.faults.call_sites.outcomes import Mails, mails
from proofs.faults.call_sites.state import difference, state
from tests.digest.given import MONDAY_8_AM, WEDNESDAY_8_AM
from tests.digest.ses_stand_in import Fate as SesFate

SECOND, QUARTER = timedelta(seconds=1), timedelta(minutes=15)
LATER = (SECOND, LEASE - SECOND, QUARTER, 2 * QUARTER)
_MOST_REQUESTS = 10


@dataclass(frozen=True, slots=True)
class Ticking:
    """Ticks from ``at`` on; ``begin`` sets the owner's state before them. ``is_refused``: SES refuses the owner's
    mail; ``by_smtp``: the mail goes by a provider's server."""

    name: str
    begin: Callable[[Scene], object]
    at: datetime = MONDAY_8_AM
    is_refused: bool = False
    by_smtp: bool = False
    function: str = "Tick"

    def learned(self, product: DeploymentUnderFault) -> Baseline:
        product.begin([], NOW, by_smtp=self.by_smtp)
        self.begin(Scene(product))
        items = product.items()
        product.begin(items, self.at, by_smtp=self.by_smtp)
        self._tell_ses(product)
        with watched(product) as seen:
            accepted = [ticked(product, self.at)]
        accepted += later_ticks(product, self.at)
        return Baseline(items, self.at, product.items(), seen.sites, seen.actions, came=tuple(accepted))

    def violations(self, product: DeploymentUnderFault, known: Baseline, trouble: Trouble) -> Iterator[str]:
        product.begin(known.begin, known.now, patience(trouble), by_smtp=self.by_smtp)
        self._tell_ses(product)
        with under_trouble(product, trouble) as wrong:
            accepted = [ticked(product, self.at)]
        accepted += later_ticks(product, self.at)
        yield from wrong
        yield from self._about_mails(known.came, tuple(accepted), trouble)
        expected, found = state(known.end), state(product.items())
        if expected != found:
            yield f"in the end something else is stored: {difference(expected, found)}"

    def _about_mails(self, healthy: Mails, accepted: Mails, trouble: Trouble) -> Iterator[str]:
        if max(accepted) > 1:
            yield f"SES accepted more than one mail of a tick: {accepted}"
        if accepted not in mails(healthy, trouble):
            yield f"SES accepted {accepted}, tick by tick, and not {sorted(mails(healthy, trouble))}"

    def _tell_ses(self, product: DeploymentUnderFault) -> None:
        product.ses.fates = [SesFate.REFUSED] * _MOST_REQUESTS if self.is_refused else []


def ticked(product: DeploymentUnderFault, now: datetime) -> int:
    """How many mails of a tick were taken."""
    before = product.mails
    with suppress(StorageUnavailable):
        product.wiring.tick.run(now)
    return product.mails - before


def later_ticks(product: DeploymentUnderFault, at: datetime) -> list[int]:
    """How many mails of each tick after the one ``at`` were taken."""
    return [ticked(product, at + later) for later in LATER]


def _claimed(scene: Scene, on: date, at: datetime) -> Claim:
    claim = scene.product.wiring.digests.claim(OWNER_ID, on, at, LEASE)
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
    scene.product.wiring.digests.mark_sent(claim, "0100", MONDAY_8_AM - SECOND)


BY_SMTP = Ticking("digest that goes by the provider", _due, by_smtp=True)
TICKS = (
    Ticking("digest that is due", _due),
    BY_SMTP,
    Ticking("digest that SES refuses", _due, is_refused=True),
    Ticking("digest of a quiet day", lambda _: None, WEDNESDAY_8_AM),
    Ticking("digest of who has paused", _paused),
    Ticking("digest of whose mail is stopped", _stopped),
    Ticking("digest that another tick has", _another_tick_has_it),
    Ticking("digest that is sent already", _sent_and_not_moved_on),
)
