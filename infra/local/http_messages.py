"""An HTTP request and its answer, between the socket and those who answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

JSON = "application/json"
PROBLEM = "application/problem+json"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpRequest:
    """``path`` and ``query`` are as they came, percent-encoded; the headers in their order, doubled ones too."""

    method: str
    path: str
    query: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def header(self, name: str) -> str | None:
        """All values of a header, joined by commas; None if it did not come."""
        values = [value for given, value in self.headers if given.lower() == name.lower()]
        return ", ".join(values) if values else None


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """What goes back. The length is added when it is sent."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


def as_json(content: object) -> HttpResponse:
    """An answer that all went well, with this content."""
    return HttpResponse(HTTPStatus.OK, (("Content-Type", JSON),), json.dumps(content, ensure_ascii=False).encode())


def as_page(html: str, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """A page."""
    return HttpResponse(HTTPStatus.OK, (("Content-Type", HTML), *(headers or {}).items()), html.encode())


def problem(status: HTTPStatus, detail: str, *faults: tuple[str, str], **headers: str) -> HttpResponse:
    """A refusal in the app's own form (RFC 9457); each fault is a field, or a header, and what is wrong with it."""
    told: dict[str, object] = {"type": "about:blank", "title": status.phrase, "status": int(status), "detail": detail}
    if faults:
        told["problems"] = [{"field": field, "reason": reason} for field, reason in faults]
    return HttpResponse(
        status,
        (("Content-Type", PROBLEM), *headers.items()),
        json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(),
    )
