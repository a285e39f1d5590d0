"""The flow run of an API request, which is sent again if the answer says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from proofs.faults.call_sites.deployment_under_fault import DeploymentUnderFault
from proofs.faults.call_sites.fates import Trouble
from proofs.faults.call_sites.flow import NOW, Flow, Request, Scene
from proofs.faults.call_sites.flow_run import Baseline, patience, under_trouble, watched
from proofs.faults.call_sites.outcomes import TRY_AGAIN, answers
from proofs.faults.call_sites.state import difference, state
from tests.web.gateway import Reply


@dataclass(frozen=True, slots=True)
class Asking:
    """The run of one flow."""

    flow: Flow
    function: str = "APIHandler"

    @property
    def name(self) -> str:
        return self.flow.name

    def learned(self, product: DeploymentUnderFault) -> Baseline:
        product.begin([], NOW)
        request = self.flow.begin(Scene(product))
        items, now = product.items(), product.now
        with watched(product) as seen:
            reply = request.sent(product)
        assert reply.status == self.flow.status, f"{self.name}: {reply.status} {reply.text}"
        return Baseline(items, now, product.items(), seen.sites, seen.actions, request)

    def violations(self, product: DeploymentUnderFault, known: Baseline, trouble: Trouble) -> Iterator[str]:
        request: Request = known.ask
        product.begin(known.begin, known.now, patience(trouble))
        with under_trouble(product, trouble) as wrong:
            first = request.sent(product)
        yield from wrong
        if first.status not in answers(self.flow, trouble):
            yield f"answered {first.status}: {first.text[:200]!r}"
        if first.status == TRY_AGAIN and not first.headers.get("Retry-After", "").isdecimal():
            yield "503 without Retry-After"
        if first.status == TRY_AGAIN or _is_unfinished(first):
            yield from self._sent_again(product, request)
        yield from self._effect(product, known)

    def _sent_again(self, product: DeploymentUnderFault, request: Request) -> Iterator[str]:
        again = request.sent(product)
        if again.status not in (self.flow.status, *self.flow.again):
            yield f"sent again, answered {again.status}: {again.text[:200]!r}"

    def _effect(self, product: DeploymentUnderFault, known: Baseline) -> Iterator[str]:
        expected, found = state(known.end), state(product.items())
        if expected != found:
            yield f"not done exactly once: {difference(expected, found)}"


def _is_unfinished(reply: Reply) -> bool:
    """Whether an import says that rows are left."""
    if not reply.headers.get("Content-Type", "").startswith("application/json"):
        return False
    report = json.loads(reply.text)
    return isinstance(report, dict) and bool(report.get("left"))
