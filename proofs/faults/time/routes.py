"""Every address with each text that it takes, hostile and of any size: the parts of its path, its query, headers and
the fields of its body. ``route_parsers`` names them all, as parsers of a request."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from chalicelib.web.http import body
from chalicelib.web.http.lazy_blueprint import Url
from chalicelib.web.urls import URLS
from proofs.faults.time.parsers import BODY, FILE, HEADER, Parser
from proofs.faults.time.standing_still import StandingStill
from tests.web.description import OPERATIONS, Operation, resolved

FORM, JSON = body.URLENCODED, "application/json"
_MARKS, _PARTS = "\u0301\u0323", 'a ,;="-'
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "path": (_PARTS, _MARKS),
    "query": (_PARTS, _MARKS),
    "header": (_PARTS,),
    "field": (_PARTS, _MARKS),
}
_REST = 4_000  # bytes of a request besides its hostile text
_IN_ANY_HEADERS = ("Accept", "Accept-Language", "Authorization", "Cookie", "Content-Type", "X-Api-Key", "Origin")
_IN_ANY_QUERY = ("recorded", "to", "q", "company", "interview_on")
_IN_ANY_FORM = ("token", "form_token", "kept_form", "to", "made_from", "what", "day", "until", "text", "column:a")
_LEAST: Mapping[str, dict[str, str]] = {
    "/interviews": {"company": "Acme", "position": "Analyst", "interview_on": "2026-08-03"},
    "/interviews/{interview_id}/events": {"kind": "note", "note": "x"},
    "/interviews/{interview_id}/events/{event_id}/edit": {"what": "note", "note": "x"},
    "/settle/{token}": {"all": "close"},
    "/interviews/{interview_id}/edit": {"company": "Acme", "position": "Analyst", "interview_on": "2026-08-03"},
}


@cache
def route_parsers() -> tuple[Parser, ...]:
    """One for each method that changes something or reads, for each of its texts and each hostile text."""
    api = StandingStill()
    return tuple(parser for url in URLS for parser in _of(api, url))


def _of(api: StandingStill, url: Url) -> Iterator[Parser]:
    operation = next(one for one in OPERATIONS if (one.method, one.path) == (url.method, url.path))
    ways = [api.program] * bool(url.api) + [api.browser] * bool(url.page)
    for headers in ways:
        is_browser = headers is api.browser
        for place, name in (*_places(operation), *_fields(operation, is_form=is_browser)):
            for text in _TEXTS[place]:
                make = _request(api, operation, headers, place, name, text)
                who = "a browser" if is_browser else "a program"
                limit = (FILE if _takes_file(url) else BODY) - _REST if place == "field" else HEADER
                yield Parser(f"{url.address} of {who}, {place} {name}: {text!a}", _answered(api), make, limit)


def _takes_file(url: Url) -> bool:
    """Whether an address takes as much as a file."""
    return url.path.startswith("/import")


def _answered(api: StandingStill) -> Callable[[object], object]:
    return api.gateway.deliver  # type: ignore[return-value]  # an event, as ``_request`` makes them


def _places(operation: Operation) -> Iterator[tuple[str, str]]:
    named = [(parameter["in"], parameter["name"]) for parameter in operation.said.get("parameters", [])]
    queries = [("query", name) for name in _IN_ANY_QUERY] if operation.method == "GET" else []
    yield from dict.fromkeys([*named, *queries, *(("header", name) for name in _IN_ANY_HEADERS)])


def _fields(operation: Operation, *, is_form: bool) -> Iterator[tuple[str, str]]:
    if operation.method in ("GET", "DELETE"):
        return
    content = operation.content.get(FORM if is_form else JSON, {})
    known = resolved(content.get("schema", {})).get("properties", {})
    yield from (("field", name) for name in dict.fromkeys([*known, *(_IN_ANY_FORM if is_form else ()), "unknown"]))


def _request(
    api: StandingStill, operation: Operation, headers: Mapping[str, str], place: str, name: str, text: str
) -> Callable[[int], object]:
    def make(size: int) -> dict[str, Any]:
        value = text * (size // _length(text, place, is_form=headers is api.browser))
        parts = {**api.parts(operation.path), **({name: value} if place == "path" else {})}
        path = operation.path
        for part, given in parts.items():
            path = path.replace(f"{{{part}}}", quote(given, safe=""))
        query = f"?{urlencode({name: value})}" if place == "query" else ""
        fields = _LEAST.get(operation.path, {}) | ({name: value} if place == "field" else {})
        kind, sent = _body(api, operation.method, fields, is_form=headers is api.browser)
        sent_headers = {**headers, **kind, **({name: value} if place == "header" else {})}
        return api.event(operation.method, f"{path}{query}", sent_headers, sent)

    return make


def _length(text: str, place: str, *, is_form: bool) -> int:
    """The bytes of a text as it is sent."""
    if place in ("path", "query") or (place == "field" and is_form):
        return len(quote(text, safe=""))
    return len(json.dumps(text)) - 2 if place == "field" else len(text)


def _body(
    api: StandingStill, method: str, fields: Mapping[str, str], *, is_form: bool
) -> tuple[dict[str, str], bytes | None]:
    if method in ("GET", "DELETE"):
        return {}, None
    if is_form:
        return {"Content-Type": FORM}, urlencode({"form_token": api.form_token} | dict(fields)).encode()
    return {"Content-Type": JSON}, json.dumps(fields).encode()
