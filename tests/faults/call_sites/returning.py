"""An event of SES about mail that came back; what fails is raised, and the event comes again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.errors import StorageUnavailable
from tests.digest.given import MONDAY_8_AM
from tests.digest.test_bounces import bounce
from tests.faults.call_sites.course import Known, met, patience, watched
from tests.faults.call_sites.fates import Trouble
from tests.faults.call_sites.flow import NOW, Scene
from tests.faults.call_sites.house import OWNER_ID, House
from tests.faults.call_sites.state import difference, state


@dataclass(frozen=True, slots=True)
class Returning:
    """A bounce of the owner's address."""

    name: str = "mail that came back"
    function: str = "Bounces"

    def learned(self, house: House) -> Known:
        house.begin([], NOW)
        Scene(house)
        items = house.items()
        house.begin(items, MONDAY_8_AM)
        with watched(house) as seen:
            assert self._is_taken(house)
        return Known(items, MONDAY_8_AM, house.items(), seen.sites, seen.actions)

    def violations(self, house: House, known: Known, trouble: Trouble) -> Iterator[str]:
        house.begin(known.begin, known.now, patience(trouble))
        with met(house, trouble) as wrong:
            is_taken = self._is_taken(house)
        yield from wrong
        if is_taken != trouble.is_survived:
            yield "passed for taken" if is_taken else "raised though a further try went through"
        if not is_taken and not self._is_taken(house):
            yield "not taken when it came again"
        expected, found = state(known.end, ()), state(house.items(), ())
        if expected != found:
            yield f"the owner is not marked once: {difference(expected, found)}"

    def _is_taken(self, house: House) -> bool:
        try:
            house.wiring.returned_mail.take(bounce(owner_id=OWNER_ID))
        except StorageUnavailable:
            return False
        return True
