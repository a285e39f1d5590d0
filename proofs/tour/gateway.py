"""A stand-in for API Gateway: it makes a request into an event for the app."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import parse_qs

STAGE = "/api"
Body = bytes | str | None


def matched(routes: Iterable[str], path: str) -> tuple[str, dict[str, str]] | None:
    """The route of a path and the values of its parameters; a literal part wins over a parameter."""
    by_place = sorted(routes, key=lambda route: [part.startswith("{") for part in _parts(route)])
    found = ((route, _captured(route, path)) for route in by_place)
    return next(((route, captured) for route, captured in found if captured is not None), None)


def event_of(
    method: str, path: str, headers: Mapping[str, str], body: Body, route: str, captured: Mapping[str, str], stage: str
) -> dict[str, Any]:
    """The proxy integration's event for a request; ``path`` may have a query."""
    bare, _, query = path.partition("?")
    raw = body.encode() if isinstance(body, str) else body
    is_base64 = raw is not None and _travels_as_base64(raw, headers)
    return {
        "resource": route,
        "path": bare,
        "httpMethod": method,
        "headers": dict(headers),
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "multiValueQueryStringParameters": parse_qs(query, keep_blank_values=True) or None,
        "pathParameters": dict(captured) or None,
        "stageVariables": None,
        "requestContext": {
            "httpMethod": method,
            "resourcePath": route,
            "path": f"{stage}{bare}",
            "stage": STAGE.strip("/"),
            "identity": {"sourceIp": "203.0.113.7"},
        },
        "body": None if raw is None else base64.b64encode(raw).decode() if is_base64 else raw.decode(),
        "isBase64Encoded": is_base64,
    }


def _travels_as_base64(raw: bytes, headers: Mapping[str, str]) -> bool:
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    if kind.lower().startswith("multipart/form-data"):
        return True
    try:
        raw.decode()
    except UnicodeDecodeError:
        return True
    return False


def _parts(path: str) -> list[str]:
    return path.partition("?")[0].removesuffix("/").split("/")


def _captured(route: str, path: str) -> dict[str, str] | None:
    wanted, given = _parts(route), _parts(path)
    if len(wanted) != len(given):
        return None
    pairs = list(zip(wanted, given, strict=True))
    if any(part and not name.startswith("{") and name != part for name, part in pairs):
        return None
    if any((not part and name) or (part and not name) for name, part in pairs):
        return None
    return {name.strip("{}"): part for name, part in pairs if name.startswith("{")}
