"""Faults of requests, each in one place of a request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from chalicelib.web.http.body import MOST_BYTES
from proofs.tour.caller import FORM, HTML, JSON, PARTS
from proofs.tour.generated.request import Request
from proofs.tour.values import INTERVIEW_BAD, OWNER_BAD

Fault = Callable[[Request, Random], None]
ODD: tuple[Any, ...] = (
    "", " ", "\x00", "\u202ex", "\u2028", "\ufeff", "x\r\nX-Injected: 1", "{{7*7}}", "<script>alert(1)</script>",
    "\"'><img src=x>", "=cmd|' /C calc'!A0", "%s%n {0} %(name)s", "../../etc/passwd", "%00%ff", "🦜" * 300, "a" * 5000,
    "2026-02-30", "24:00", "null", "NaN", "on", None, True, False, 0, -1, 2**63, 10**400, 0.1, float("nan"), [], {},
    [[[]]], ["x"] * 60, {"x": {"x": None}},
)  # fmt: skip
_RAW = (
    b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 50_000, b'{"a":' * 9_000, b"&=&=;%", b"--part--",
    b"a" * (MOST_BYTES + 1),
    b'{"company": 1, "company": 2}', b"company=%ff",
)  # fmt: skip
_TYPES = (
    JSON, FORM, PARTS, "multipart/form-data", "application/json; charset=utf-16", "text/csv", "text/plain", ";;=", "x",
    "application/octet-stream", "application/x-www-form-urlencoded; charset=latin-1",
)  # fmt: skip
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "Accept": (HTML, "application/json", "*/*", ";q=", "text/html;q=9e999", "text/html;q=0.1,application/json;q=0.2"),
    "Accept-Language": ("de", "ru,en;q=0.5", "xx-YY;q=nan", "*", ",,,;q="),
    "If-Match": ('"1"', "1", 'W/"2"', "*", '"999999999"', '"-1"', '"1", "2"', "x"),
    "Idempotency-Key": ("key-1", "k" * 256, "ü", "two words"),
    "If-None-Match": ("*", '"x"', "x"),
    "Host": ("localhost:8000", "[::1]:80", "a b", "x" * 300),
    "X-Forwarded-Proto": ("http", "javascript"),
    "Sec-Fetch-Site": ("cross-site", "none", "same-site"),
    "Sec-Fetch-Mode": ("navigate", "cors"),
    "Origin": ("https://evil.example", "null"),
}
_QUERY = (
    "status",
    "due",
    "limit",
    "cursor",
    "next",
    "after",
    "recorded",
    "done",
    "to",
    "column:x",
    "x",
    "",
    "date_format",
)
_PATHS = (
    "/nowhere", "/interviews/%FF", "/interviews/%00/plan", "/interviews//events", "/act/a.b.c", "/calendar/x",
    "/interviews/x/drafts/.eml", "/owner/", "/OWNER", f"/interviews/{'0' * 26}", f"/interviews/{'0' * 26}/drafts",
)  # fmt: skip


def _field(request: Request, rng: Random) -> None:
    """Set a field, which may not be there yet, to an invalid value."""
    bad = INTERVIEW_BAD if "/owner" not in request.path and "/settings" not in request.path else OWNER_BAD
    name = rng.choice([*(request.fields or ()), *bad])
    value = rng.choice(bad[name]) if name in bad and rng.random() < 0.6 else rng.choice(ODD)
    request.fields = {**(request.fields or {}), name: value}


def _lost(request: Request, rng: Random) -> None:
    """Remove a field."""
    if request.fields:
        del request.fields[rng.choice(list(request.fields))]
    else:
        _header(request, rng)


def _body(request: Request, rng: Random) -> None:
    request.raw = rng.choice(_RAW)


def _type(request: Request, rng: Random) -> None:
    request.headers["Content-Type"] = rng.choice(_TYPES)


def _header(request: Request, rng: Random) -> None:
    name = rng.choice(tuple(_HEADERS))
    request.headers[name] = rng.choice(_HEADERS[name])


def _asked(request: Request, rng: Random) -> None:
    value = str(rng.choice(ODD)).encode(errors="replace").decode()
    request.query.append((rng.choice(_QUERY), value[:300]))


def _address(request: Request, rng: Random) -> None:
    request.path = rng.choice(_PATHS)


def _method(request: Request, rng: Random) -> None:
    request.method = rng.choice(("GET", "HEAD", "POST", "PUT", "PATCH", "OPTIONS"))


def _credentials(request: Request, rng: Random) -> None:
    """Cut off or remove the credentials."""
    held = [name for name in ("Authorization", "X-API-Key", "Cookie") if name in request.headers]
    for name in held:
        text = request.headers[name]
        request.headers[name] = rng.choice((text[:-1], text.swapcase(), "", text[:20]))
    if request.fields and "form_token" in request.fields and rng.random() < 0.5:
        request.fields["form_token"] = rng.choice(("", "x", "a.b.c"))


def a_fault(rng: Random) -> Fault:
    """A random fault."""
    return rng.choices(_FAULTS, weights=_WEIGHTS)[0]


_WEIGHTED: Mapping[Fault, int] = {
    _field: 12, _lost: 2, _body: 3, _type: 3, _header: 5, _asked: 3, _address: 2, _method: 2, _credentials: 3,
}  # fmt: skip
_FAULTS, _WEIGHTS = tuple(_WEIGHTED), tuple(_WEIGHTED.values())
