"""Counts what the tour has met; it must meet everything there is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Outcome
from chalicelib.playbook.step_kinds import STEP_KINDS
from proofs.tour.reply import Reply

STATUSES = (200, 201, 204, 303, 304, 400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 503)
_FINE = range(200, 400)


@dataclass
class Tally:
    """The statuses, the routes and methods that succeeded, and the playbook's values by their types."""

    statuses: set[int] = field(default_factory=set)
    routes: set[tuple[str, str]] = field(default_factory=set)
    words: set[tuple[str, str]] = field(default_factory=set)

    def note(self, route: str, method: str, path: str, reply: Reply) -> None:
        """Note what an answer meets."""
        self.statuses.add(reply.status)
        if reply.status not in _FINE:
            return
        self.routes.add((route, method))
        if route == "/interviews/{interview_id}/drafts/{kind}" and method == "GET":
            self.words.add(("draft", path.partition("?")[0].rpartition("/")[2].removesuffix(".eml")))
        if reply.text.startswith("{") and route != "/openapi.json":
            self.words |= set(_words(json.loads(reply.text)))

    def add(self, other: Tally) -> None:
        """Add what another tally has met."""
        self.statuses |= other.statuses
        self.routes |= other.routes
        self.words |= other.words

    def missing(self, routes: Mapping[str, Iterable[str]]) -> list[str]:
        """What has not been met."""
        wanted_words = [
            *(("event", kind) for kind in EventKind),
            *(("result", result) for result in Result),
            *(("outcome", outcome) for outcome in Outcome),
            *(("draft", kind) for kind, facts in STEP_KINDS.items() if facts.script_rules or facts.letter_rules),
            *(("step", kind) for kind, facts in STEP_KINDS.items() if facts.is_ever_next),
        ]
        wanted_routes = [(route, method) for route, methods in routes.items() for method in methods]
        return [
            *(f"status {status}" for status in STATUSES if status not in self.statuses),
            *(f"{method} {route}" for route, method in wanted_routes if (route, method) not in self.routes),
            *(f"{sort} {word}" for sort, word in wanted_words if (sort, str(word)) not in self.words),
        ]


def _words(data: Any) -> Iterator[tuple[str, str]]:
    """The playbook's values in records, anywhere in an answer."""
    for one in _objects(data):
        if outcome := one.get("outcome"):
            yield "outcome", str(outcome)
        if isinstance(step := one.get("next_step"), dict):
            yield "step", str(step.get("kind"))
        for event in one.get("events") or ():
            if isinstance(event, dict):
                yield "event", str(event.get("kind"))
                yield "result", str(event.get("result"))


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        yield from (found for value in data.values() for found in _objects(value))
    if isinstance(data, list):
        yield from (found for value in data for found in _objects(value))
