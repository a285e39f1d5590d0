"""Mutations, each of which breaks one thing of a well-formed request."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from random import Random
from typing import Any
from urllib.parse import parse_qsl, quote

from msgspec.structs import replace

from chalicelib.schemas.contact_fields import ContactFields
from proofs.faults.requests import bodies
from proofs.faults.requests.hostile import HOSTILE
from proofs.faults.requests.odd import HEADERS, METHODS, NAMES, PATHS, QUERY, TYPES, VALUES
from proofs.faults.requests.request import Request

Mutation = Callable[[Request, Random], Request]


def a_hostile_text(rng: Random) -> str:
    """A hostile text that fits, if only just, into a header or an address."""
    value = rng.choice(_hostile_texts())
    return value if rng.random() < 0.5 else value[: rng.randint(0, 20)]


@cache
def _hostile_texts() -> tuple[str, ...]:
    return tuple(value for value in HOSTILE if isinstance(value, str) and len(value) < 10_000)


def _other_method(request: Request, rng: Random) -> Request:
    return replace(request, method=rng.choice(METHODS))


def _other_path(request: Request, rng: Random) -> Request:
    if rng.random() < 0.5:
        return replace(request, path=rng.choice(PATHS))
    parts = request.path.split("/")
    parts[rng.randrange(1, len(parts))] = quote(a_hostile_text(rng), safe="%", errors="surrogatepass")
    return replace(request, path="/".join(parts))


def _other_query(request: Request, rng: Random) -> Request:
    path, _, query = request.path.partition("?")
    pairs = [*parse_qsl(query), *((rng.choice(QUERY), a_hostile_text(rng)) for _ in range(rng.randint(1, 3)))]
    sent = "&".join(f"{quote(name)}={quote(text, errors='surrogatepass')}" for name, text in pairs)
    return replace(request, path=f"{path}?{sent}")


def _other_header(request: Request, rng: Random) -> Request:
    name = rng.choice(HEADERS)
    odd = name.lower() if rng.random() < 0.3 else name
    return replace(request, headers={**request.headers, odd: a_hostile_text(rng)})


def _known_header(request: Request, rng: Random) -> Request:
    name, values = rng.choice(tuple(VALUES.items()))
    return replace(request, headers={**request.headers, name: rng.choice(values)})


def _torn_credentials(request: Request, rng: Random) -> Request:
    held = [name for name in ("Authorization", "X-API-Key", "Cookie") if request.headers.get(name)]
    if not held:
        return _other_path(request, rng)
    name = rng.choice(held)
    text = request.headers[name]
    at = rng.randrange(len(text))
    torn = rng.choice((text[:at], text[at:], text[:at] + rng.choice("\x00é .=~") + text[at + 1 :], text.swapcase(), ""))
    return replace(request, headers={**request.headers, name: torn})


def _other_field(request: Request, rng: Random) -> Request:
    """Make one field of a JSON body or a form hostile."""
    name, value = rng.choice(NAMES), rng.choice(HOSTILE)
    if request.headers.get("Content-Type") == bodies.JSON:
        return replace(request, body=bodies.as_json(_with(request.body, name, value, rng))[1])
    if request.headers.get("Content-Type") == bodies.FORM:
        return replace(request, body=request.body + b"&" + bodies.as_form({name: value})[1])
    if request.headers.get("Content-Type") == bodies.PARTS:
        return replace(request, body=bodies.as_parts({name: value})[1].removesuffix(b"--b--\r\n") + request.body)
    return replace(request, body=bodies.as_json({name: value})[1])


def _with(body: bytes, name: str, value: Any, rng: Random) -> Any:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):  # corrupted before
        return {name: value}
    if not isinstance(fields, dict):
        return {name: value}
    inner = [one for one in fields.values() if isinstance(one, list) and one and isinstance(one[0], dict)]
    if inner and rng.random() < 0.7:
        rng.choice(inner)[0][rng.choice((*_CONTACT, name))] = value
        return fields
    replaced = rng.choice(list(fields)) if fields and rng.random() < 0.6 else name
    return fields | {replaced: value}


_CONTACT = (*ContactFields.__struct_fields__, "events", "version", "created_at", "kanarie")


def _torn_body(request: Request, rng: Random) -> Request:
    return replace(request, body=bodies.gone_wrong(request.body, rng))


def _other_type(request: Request, rng: Random) -> Request:
    return replace(request, headers={**request.headers, "Content-Type": rng.choice(TYPES)})


def _raw_body(request: Request, rng: Random) -> Request:
    return replace(request, is_raw=True)


_WEIGHTS: Mapping[Mutation, int] = {
    _other_method: 3,
    _other_path: 4,
    _other_query: 4,
    _other_header: 4,
    _known_header: 5,
    _torn_credentials: 5,
    _other_field: 12,
    _torn_body: 4,
    _other_type: 2,
    _raw_body: 1,
}


def mutated(request: Request, rng: Random) -> Request:
    """The request with one to three things broken."""
    for mutate in rng.choices(tuple(_WEIGHTS), tuple(_WEIGHTS.values()), k=rng.choice((1, 1, 2, 3))):
        request = mutate(request, rng)
    return request
