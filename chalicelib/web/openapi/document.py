"""The whole description as OpenAPI 3.1, made once from the routes. Only the address differs between requests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from chalicelib.web.http.request import Request
from chalicelib.web.http.routing import Route
from chalicelib.web.openapi import statuses
from chalicelib.web.openapi.json_schemas import SchemaRegistry
from chalicelib.web.openapi.operations import operation, types_in
from chalicelib.web.urls import URLS

VERSION = "0.1.0"
_ABOUT = """After a job interview: whom to call or write to, when, and what to say.

Days are `2026-08-03`, times are `15:00`, and both are the owner's. In a form an empty field is an absent one, a ticked
box may send `on`, and the token may come as the field `token`. With `curl -d` a `+` means a space: use
`--data-urlencode` for phone numbers."""
# What each chapter is about, by the tags of ``urls``.
CHAPTERS: Mapping[str, str] = {
    "act": (
        "`/act/{token}`: what one click in the digest says. GET only ever shows what would happen; POST does it, once."
    ),
    "reading": (
        "`/read/{token}`: one step of one record, whole, by a signed link of the digest. Reading it changes nothing."
    ),
    "settling": (
        "`/settle/{token}`: what a digest listed to be kept or closed together. GET only shows it; POST does it, once."
    ),
    "front": "`/` and `/health`: what anybody may see. Nothing here depends on whose records there are.",
    "recording": (
        "`POST /interviews`: record one. The module that most functions load first, and so nothing "
        "for browsers is in it."
    ),
    "interviews": "`/interviews/{interview_id}`: read a record, change it, remove it.",
    "listing": "`GET /interviews`: the owner's records, page by page.",
    "contacts": "`GET /contacts`: everybody on the records, with their interviews.",
    "events": "`/interviews/{id}/events`: something happened, or it did not after all.",
    "timeline": "`/interviews/{id}/plan`: the whole timeline ahead if nobody answers.",
    "drafts": "`/interviews/{id}/drafts`: what to say and what to write.",
    "owner": "`/owner`: the owner's settings.",
    "calendar": "The calendar feed, and the owner's key to it.",
    "agenda": "`/agenda` and `/digest`: what is to be done today, as data and as the page that the mail shows.",
    "exporting": "`/export.json` and `/export.csv`: everything that the owner has recorded, to take away.",
    "importing": "`/import/preview` and `/import`: records come in from a file.",
    "capturing": "`POST /capture`: an invitation, a reply or a calendar entry, read by itself; nothing is guessed.",
    "docs": "`/openapi.json` and `/docs`: what this API takes and answers.",
    "sign_in": "`/sign-in` and `/sign-out`: a browser's session, begun with the token.",
    "record": "The form that records an interview.",
    "forms": "Forms of the pages that say by their address what an API's client says by its method.",
    "people": "Forms of the people on a record: somebody is added, changed or removed, or marked as having been there.",
    "bring_in": "`/import` as a page: a file is chosen, looked at, its columns corrected, and only then brought in.",
    "settings": "`/settings`: who the owner is and how they want to be served; a new token, and signing out.",
    "mail": "`/settings/mail`, `/settings/pause`, `/settings/resume`: digests come again, or rest for a while.",
    "assets": "The style sheets and the one script of the pages, which only betters what works without it; and what"
    " makes the pages an app on a home screen.",
}
_SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "The token that you were shown once."},
    "key": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": "The same token."},
    "session": {"type": "apiKey", "in": "cookie", "name": "afterword", "description": "What the pages sign in with."},
}


def server_url(request: Request) -> str:
    """The address that the API was called by; only its path if the host is not a valid one."""
    return request.address or request.prefix or "/"


def openapi_document(address: str) -> dict[str, Any]:
    """The description for those who call the API at this address (with the stage, if there is one)."""
    return {"openapi": "3.1.0", "info": _everything()["info"], "servers": [{"url": address}], **_everything()}


@cache
def _everything() -> dict[str, Any]:
    declared = [(url.tag, url.declared) for url in URLS]
    schemas = SchemaRegistry([*(kind for _, route in declared for kind in types_in(route)), statuses.ProblemDetails])
    paths = _paths(declared, schemas)
    return {
        "info": {"title": "Afterword", "version": VERSION, "description": _ABOUT},
        "security": [{name: []} for name in _SECURITY],
        "tags": [{"name": name, "description": CHAPTERS[name]} for name in dict.fromkeys(tag for tag, _ in declared)],
        "paths": paths,
        "components": {
            "schemas": schemas.components,
            "responses": statuses.error_components(schemas.of(statuses.ProblemDetails)),
            "securitySchemes": _SECURITY,
        },
    }


def _paths(declared: list[tuple[str, Route]], schemas: SchemaRegistry) -> dict[str, dict[str, Any]]:
    paths: dict[str, dict[str, Any]] = {}
    for tag, route in declared:
        for suffix in ("", *route.spec.get("suffixes", {})):
            methods = paths.setdefault(f"{route.path}{suffix}", {})
            methods |= {method.lower(): operation(route, method, schemas, tag, suffix) for method in route.methods}
    return paths
