"""A response: a status, a text, and the headers that every response carries."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Protocol
from urllib.parse import quote

import msgspec
from chalice.app import Response as ChaliceResponse
from msgspec import Struct, field

JSON, HTML = "application/json", "text/html; charset=utf-8"
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Strict-Transport-Security": "max-age=31536000",
}


class Versioned(Protocol):
    """A record with its version."""

    @property
    def version(self) -> int:
        """The count of its changes."""


class Response(Struct, frozen=True):
    """A response in full; ``text`` is what goes over the wire."""

    status: HTTPStatus
    text: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def as_chalice(self, method: str) -> ChaliceResponse:
        """The response as Chalice sends it; for HEAD without its body."""
        body = "" if method == "HEAD" else self.text
        return ChaliceResponse(body=body, status_code=int(self.status), headers={**_ALWAYS, **self.headers})


def to_json(data: object) -> str:
    """Data as JSON."""
    return msgspec.json.encode(data).decode()


def json_response(text: str, status: HTTPStatus = HTTPStatus.OK, **headers: str) -> Response:
    """A response with a text that is JSON already."""
    return Response(status, text, {"Content-Type": JSON, **headers})


def versioned_response(data: Versioned, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """A response with a record as JSON, and its version as the ``ETag`` that ``If-Match`` takes."""
    return json_response(to_json(data), status, ETag=etag(data.version))


def etag(version: object) -> str:
    """A version as an entity tag."""
    return f'"{version}"'


def redirect_to(path: str) -> Response:
    """A redirect (303) that sends a browser on to a page."""
    return Response(HTTPStatus.SEE_OTHER, headers={"Location": path})


def attachment(name: str, plain_name: str) -> str:
    """The ``Content-Disposition`` of a file to keep under ``name``, in any script (RFC 6266, RFC 8187); ``plain_name``
    is for programs that know ASCII only."""
    if name.isascii():
        return f'attachment; filename="{name}"'
    return f"attachment; filename=\"{plain_name}\"; filename*=UTF-8''{quote(name, safe='')}"
