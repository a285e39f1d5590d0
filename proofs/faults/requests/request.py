"""A request before it is sent, and the gateway's event that it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from proofs.faults.deployed import Deployed
from tests.web.gateway import STAGE

HTML = "text/html,application/xhtml+xml"


class Request(Struct, frozen=True):
    """``path`` includes the query, and is encoded as in an address. ``is_raw``: the gateway passes the body as plain
    text, and yet says that it is base64."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_raw: bool = False

    def __str__(self) -> str:
        sent = {name: value[:60] for name, value in self.headers.items()}
        return f"{self.method} {self.path[:200]} {sent} {self.body[:300]!r}"


def event_of(request: Request, deployed: Deployed) -> dict[str, Any]:
    """The gateway's event; for an address without a route, that of the gateway's catch-all."""
    headers = {"Host": "afterword.example", "X-Forwarded-Proto": "https"} | dict(request.headers)
    try:
        event = deployed.gateway.event(request.method, request.path, request.body or None, headers)
    except ValueError:  # no route matches
        event = deployed.gateway.event(request.method, "/health", request.body or None, headers)
        event["resource"] = event["requestContext"]["resourcePath"] = "/nowhere"
        event["requestContext"]["path"] = f"{STAGE}{request.path}"
    if request.is_raw:
        event |= {"body": request.body.decode("latin-1"), "isBase64Encoded": True}
    return event
