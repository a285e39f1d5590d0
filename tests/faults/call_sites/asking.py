"""A request of the API, and the same again if the answer was to try again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from tests.faults.call_sites.course import Known, met, patience, watched
from tests.faults.call_sites.fates import Trouble
from tests.faults.call_sites.flow import NOW, Flow, Request, Scene
from tests.faults.call_sites.house import House
from tests.faults.call_sites.outcomes import TRY_AGAIN, answers
from tests.faults.call_sites.state import difference, state
from tests.web.gateway import Reply


@dataclass(frozen=True, slots=True)
class Asking:
    """The course of a flow."""

    flow: Flow
    function: str = "APIHandler"

    @property
    def name(self) -> str:
        return self.flow.name

    def learned(self, house: House) -> Known:
        house.begin([], NOW)
        request = self.flow.begin(Scene(house))
        items, now = house.items(), house.now
        with watched(house) as seen:
            reply = request.sent(house)
        assert reply.status == self.flow.status, f"{self.name}: {reply.status} {reply.text}"
        return Known(items, now, house.items(), seen.sites, seen.actions, request)

    def violations(self, house: House, known: Known, trouble: Trouble) -> Iterator[str]:
        request: Request = known.ask
        house.begin(known.begin, known.now, patience(trouble))
        with met(house, trouble) as wrong:
            first = request.sent(house)
        yield from wrong
        if first.status not in answers(self.flow, trouble):
            yield f"answered {first.status}: {first.text[:200]!r}"
        if first.status == TRY_AGAIN and not first.headers.get("Retry-After", "").isdecimal():
            yield "503 without Retry-After"
        if first.status == TRY_AGAIN or _is_unfinished(first):
            yield from self._sent_again(house, request)
        yield from self._effect(house, known, trouble)

    def _sent_again(self, house: House, request: Request) -> Iterator[str]:
        again = request.sent(house)
        if again.status not in (self.flow.status, *self.flow.again):
            yield f"sent again, answered {again.status}: {again.text[:200]!r}"

    def _effect(self, house: House, known: Known, trouble: Trouble) -> Iterator[str]:
        may_lose = () if trouble.is_survived else self.flow.may_lose
        expected, found = state(known.end, may_lose), state(house.items(), may_lose)
        if expected != found:
            yield f"not done exactly once: {difference(expected, found)}"


def _is_unfinished(reply: Reply) -> bool:
    """Whether an import says that rows are left."""
    if not reply.headers.get("Content-Type", "").startswith("application/json"):
        return False
    said = json.loads(reply.text)
    return isinstance(said, dict) and bool(said.get("left"))
