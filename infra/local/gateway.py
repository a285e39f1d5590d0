"""Calls the app as API Gateway's REST API does: a request becomes the event of a proxy integration, and back."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs
from uuid import uuid4

from infra.local.http_messages import JSON, HttpRequest, HttpResponse, problem

SECONDS_OF_A_REQUEST = 29  # what API Gateway waits for
OURS_TO_SEND = {"content-length", "connection", "transfer-encoding", "date", "server"}


@dataclass(frozen=True, slots=True)
class Context:
    """The part of Lambda's context that an app may look at."""

    function_name: str = "afterword-local"
    aws_request_id: str = field(default_factory=lambda: str(uuid4()))

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds; nothing kills a request here."""
        return SECONDS_OF_A_REQUEST * 1000


class Gateway:
    """In front of a Chalice app; it knows the app's routes and which bodies travel as base64. ``not_found`` answers
    the events of all other addresses, if it is given."""

    def __init__(self, app: Any, not_found: Callable[[dict[str, Any], object], dict[str, Any]] | None = None) -> None:
        self._app = app
        self._not_found = not_found
        # A literal part goes before a parameter in the same place.
        self._patterns = sorted(app.routes, key=lambda pattern: [part.startswith("{") for part in _parts(pattern)])

    def answer(self, request: HttpRequest) -> HttpResponse:
        """What the app says; 404 and 405 are said here, as by the deployed API's Gateway Responses."""
        pattern = next((one for one in self._patterns if _captured(one, request.path) is not None), None)
        if pattern is None and self._not_found:
            return _answer(self._not_found(self._event(request, request.path), Context()))
        if pattern is None:
            return problem(HTTPStatus.NOT_FOUND, "There is nothing at this address.")
        allowed = self._app.routes[pattern]
        if request.method not in allowed:
            return not_allowed(allowed)
        return _answer(self._app(self._event(request, pattern), Context()))

    def _event(self, request: HttpRequest, pattern: str) -> dict[str, Any]:
        is_base64 = _travels_as_base64(request, self._app.api.binary_types)
        body = base64.b64encode(request.body) if is_base64 else request.body
        text = body.decode(errors="replace")  # API Gateway too loses what is not UTF-8 of a type that is not binary
        return {
            "resource": pattern,
            "path": request.path,
            "httpMethod": request.method,
            "headers": dict(request.headers),  # of a doubled one the last, as API Gateway has it
            "multiValueHeaders": _grouped(request.headers),
            "multiValueQueryStringParameters": parse_qs(request.query, keep_blank_values=True) or None,
            "pathParameters": _captured(pattern, request.path) or None,
            "stageVariables": None,
            "requestContext": _context(request, pattern),
            "body": text or None,
            "isBase64Encoded": is_base64,
        }


def not_allowed(methods: Iterable[str]) -> HttpResponse:
    """The address is right, the method is not one of these."""
    allowed = ", ".join(sorted(methods))
    return problem(HTTPStatus.METHOD_NOT_ALLOWED, f"This address answers to {allowed} only.", Allow=allowed)


def _parts(path: str) -> list[str]:
    """The parts between the slashes; one slash at the end does not count, as at API Gateway."""
    return path.removesuffix("/").split("/")


def _captured(pattern: str, path: str) -> dict[str, str] | None:
    """The path's parts in the place of the pattern's parameters (still percent-encoded); None if it does not fit."""
    wanted, given = _parts(pattern), _parts(path)
    if len(wanted) != len(given):
        return None
    captured = {}
    for name, part in zip(wanted, given, strict=True):
        if name.startswith("{") and part:
            captured[name.strip("{}")] = part
        elif name != part:
            return None
    return captured


def _grouped(headers: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for name, value in headers:
        grouped.setdefault(name, []).append(value)
    return grouped


def _context(request: HttpRequest, pattern: str) -> dict[str, Any]:
    return {
        "resourcePath": pattern,
        "httpMethod": request.method,
        "path": request.path,
        "protocol": "HTTP/1.1",
        "domainName": request.header("Host"),
        "requestId": str(uuid4()),
        "identity": {"sourceIp": "127.0.0.1", "userAgent": request.header("User-Agent")},
    }


def _travels_as_base64(request: HttpRequest, binary_types: Iterable[str]) -> bool:
    """What the app calls binary does, and nothing else."""
    kind = (request.header("Content-Type") or "").split(";")[0].strip().lower()
    return kind in binary_types or "*/*" in binary_types


def _answer(response: Mapping[str, Any]) -> HttpResponse:
    headers = [(name, str(value)) for name, value in (response.get("headers") or {}).items()]
    for name, values in (response.get("multiValueHeaders") or {}).items():
        headers += [(name, str(value)) for value in values]
    if not any(name.lower() == "content-type" for name, _ in headers):
        headers.append(("Content-Type", JSON))
    sent = tuple((name, _sendable(name, value)) for name, value in headers if name.lower() not in OURS_TO_SEND)
    return HttpResponse(int(response["statusCode"]), sent, _body(response))


def _sendable(name: str, value: str) -> str:
    if not (value.isascii() and value.isprintable()):
        raise ValueError(f"The app answered with a header {name} that cannot be sent")
    return value


def _body(response: Mapping[str, Any]) -> bytes:
    body: str | bytes = response.get("body") or b""
    if response.get("isBase64Encoded"):
        return base64.b64decode(body)
    return body.encode() if isinstance(body, str) else body
