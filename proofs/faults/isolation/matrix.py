"""Every route, method and way to authenticate, and every place that can hold something of another owner's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chalicelib.links.action import ActionKind
from chalicelib.links.settle_links import SettlePurpose
from chalicelib.playbook.step import StepKind

METHODS = ("GET", "HEAD", "POST", "PATCH", "DELETE", "PUT", "OPTIONS")
WAYS_IN = ("none", "bearer", "key", "session", "form field")
SAFE = ("GET", "HEAD", "OPTIONS")
_QUERY = ("cursor", "next", "after", "recorded", "to", "id", "interview_id", "owner_id", "process_id")
_FIELDS = ("process_id", "id", "interview_id", "owner_id", "kept_form", "to", "made_from")
_HEADERS = ("Idempotency-Key", "If-None-Match", "X-Owner-Id")


LINK_TO = "record by"
PROPOSAL = "proposal by accept"


def kinds_of(route: str) -> type[ActionKind] | type[StepKind] | type[SettlePurpose]:
    """What the token of a route can stand for: actions, steps to be read, or lists to be settled."""
    if route == "/read/{token}":
        return StepKind
    return SettlePurpose if route == "/settle/{token}" else ActionKind


@dataclass(frozen=True)
class Case:
    """One request of Alex's, with one place that can hold something of Kim's; ``what`` says which of her things."""

    method: str
    route: str
    way_in: str
    place: str
    name: str
    what: str

    def __str__(self) -> str:
        return f"{self.method} {self.route} by {self.way_in}, {self.place} {self.name} = Kim's {self.what}"


def cases(routes: Mapping[str, Mapping[str, object]]) -> list[Case]:
    """All cases, in the order of the routes."""
    return [
        Case(method, route, way_in, place, name, what)
        for route in sorted(routes)
        for method in METHODS
        for way_in in WAYS_IN
        if not (way_in == "form field" and method in SAFE)
        for place, name, what in _places(route, method, is_there=method in routes[route])
    ]


def _places(route: str, method: str, *, is_there: bool) -> Iterator[tuple[str, str, str]]:
    records = ("open record", "ended record", "first round", "second round")
    if "{interview_id}" in route:
        yield from (("path", "interview_id", what) for what in (*records, "key", "process"))
    parts = [
        (name, what) for name, what in (("event_id", "event"), ("contact_id", "contact")) if f"{{{name}}}" in route
    ]
    yield from (("path", name, what) for name, what in parts)
    if "{token}" in route:
        yield from (("path", "token", f"{LINK_TO} {kind}") for kind in kinds_of(route))
    if route == "/act/{token}":
        yield "path", "token", PROPOSAL
    if "{file}" in route:
        yield from (("path", "file", what) for what in ("secret", "owner"))
    if not is_there:
        return
    yield from (("query", name, what) for name in _QUERY for what in ("open record", "cursor", "owner id"))
    yield from (("header", name, what) for name, what in zip(_HEADERS, ("request key", "tag", "owner id"), strict=True))
    if method not in SAFE:
        yield from (
            ("field", name, what) for name in _FIELDS for what in ("open record", "owner id", "process", "form")
        )
