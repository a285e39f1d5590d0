"""The whole description, as OpenAPI 3.1. Made once, from the routes; only the address differs between requests."""

from __future__ import annotations

from functools import cache
from typing import Any

from chalicelib.web.http.request import Incoming
from chalicelib.web.http.routing import Route
from chalicelib.web.openapi import statuses
from chalicelib.web.openapi.chapters import CHAPTERS
from chalicelib.web.openapi.operations import operation, types_in
from chalicelib.web.openapi.schemas import Schemas
from chalicelib.web.urls import URLS

VERSION = "0.1.0"
_ABOUT = """After a job interview: whom to call or write to, when, and what to say.

Days are `2026-08-03`, times are `15:00`, and both are the owner's. In a form an empty field is an absent one, a ticked
box may send `on`, and the token may come as the field `token`. With `curl -d` a `+` means a space: use
`--data-urlencode` for phone numbers."""
_SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "The token that you were shown once."},
    "key": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": "The same token."},
    "session": {"type": "apiKey", "in": "cookie", "name": "afterword", "description": "What the pages sign in with."},
}


def address_of(incoming: Incoming) -> str:
    """By which the API was called; where that cannot be told, the part of it that can."""
    return incoming.address or incoming.prefix or "/"


def described(address: str) -> dict[str, Any]:
    """The description as it is given to somebody who asked at this address (with the stage, if there is one)."""
    return {"openapi": "3.1.0", "info": _everything()["info"], "servers": [{"url": address}], **_everything()}


@cache
def _everything() -> dict[str, Any]:
    declared = [(url.tag, url.declared) for url in URLS]
    schemas = Schemas([*(kind for _, route in declared for kind in types_in(route)), statuses.ProblemDetails])
    paths = _paths(declared, schemas)
    return {
        "info": {"title": "Afterword", "version": VERSION, "description": _ABOUT},
        "security": [{name: []} for name in _SECURITY],
        "tags": [{"name": name, "description": CHAPTERS[name]} for name in dict.fromkeys(tag for tag, _ in declared)],
        "paths": paths,
        "components": {
            "schemas": schemas.components,
            "responses": statuses.all_refusals(schemas.of(statuses.ProblemDetails)),
            "securitySchemes": _SECURITY,
        },
    }


def _paths(declared: list[tuple[str, Route]], schemas: Schemas) -> dict[str, dict[str, Any]]:
    paths: dict[str, dict[str, Any]] = {}
    for tag, route in declared:
        for suffix in ("", *route.told.get("suffixes", {})):
            methods = paths.setdefault(f"{route.path}{suffix}", {})
            methods |= {method.lower(): operation(route, method, schemas, tag, suffix) for method in route.methods}
    return paths
