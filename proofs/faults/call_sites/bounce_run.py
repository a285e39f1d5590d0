"""The flow run of an SES event about bounced mail; what fails is raised, and the event is delivered again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.errors import StorageUnavailable
from proofs.faults.call_sites.deployment_under_fault import OWNER_ID, DeploymentUnderFault
from proofs.faults.call_sites.fates import Trouble
from proofs.faults.call_sites.flow import NOW, Scene
from proofs.faults.call_sites.flow_run import Baseline, patience, under_trouble, watched
from proofs.faults.call_sites.state import difference, state
from tests.digest.given import MONDAY_8_AM
from tests.digest.test_bounces import bounce


@dataclass(frozen=True, slots=True)
class Returning:
    """A bounce of the owner's address."""

    name: str = "mail that came back"
    function: str = "Bounces"

    def learned(self, product: DeploymentUnderFault) -> Baseline:
        product.begin([], NOW)
        Scene(product)
        items = product.items()
        product.begin(items, MONDAY_8_AM)
        with watched(product) as seen:
            assert self._is_taken(product)
        return Baseline(items, MONDAY_8_AM, product.items(), seen.sites, seen.actions)

    def violations(self, product: DeploymentUnderFault, known: Baseline, trouble: Trouble) -> Iterator[str]:
        product.begin(known.begin, known.now, patience(trouble))
        with under_trouble(product, trouble) as wrong:
            is_taken = self._is_taken(product)
        yield from wrong
        if is_taken != trouble.is_survived:
            yield "passed for taken" if is_taken else "raised though a further try went through"
        if not is_taken and not self._is_taken(product):
            yield "not taken when it came again"
        expected, found = state(known.end), state(product.items())
        if expected != found:
            yield f"the owner is not marked once: {difference(expected, found)}"

    def _is_taken(self, product: DeploymentUnderFault) -> bool:
        try:
            product.wiring.bounce_handler.take(bounce(owner_id=OWNER_ID))
        except StorageUnavailable:
            return False
        return True
