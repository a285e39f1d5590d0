"""A request of the gateway, with the gateway's oddities resolved."""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from chalice.app import Request as ChaliceRequest

from chalicelib.drafts.language import Language
from chalicelib.drafts.language_packs import Languages
from chalicelib.request_errors import Fault, Malformed
from chalicelib.schemas.text_values import FormText
from chalicelib.web.http import forms
from chalicelib.web.http.body import DOCUMENTS, TABLES, Body, is_form, read_body
from chalicelib.web.http.negotiation import preferred_languages, qualities

if TYPE_CHECKING:
    from chalicelib.web.http.sessions import SignedIn

# The media types of files, by the routes that take one; all others refuse it.
FILES_OF = {"/import": TABLES, "/import/preview": TABLES, "/capture": DOCUMENTS}
_SEGMENT = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_HOST = re.compile(r"(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?", re.ASCII)


class NotRead(Enum):
    """The session has not been looked for yet."""

    YET = "yet"


class Request:
    """The request: its method, headers, query and body. Nothing in it is trusted unchecked.

    ``authentication.signed_in`` keeps what it found in ``signed_in``, so that it reads the session once per request.
    """

    def __init__(self, request: ChaliceRequest) -> None:
        self._request = request
        self.method: str = request.method
        self.route: str = request.path
        self.owner_language: str | None = None  # set once the owner is known
        self.signed_in: SignedIn | NotRead | None = NotRead.YET

    def header(self, name: str) -> str:
        """A header's value; empty if it was not sent. Names are compared without regard to case."""
        value = self._request.headers.get(name)
        return value.strip() if isinstance(value, str) else ""

    def query(self) -> dict[str, FormText]:
        """The query parameters by name. Raises ``Invalid`` if one comes twice."""
        sent = self._request.query_params
        return forms.unique_fields((name, text) for name in sent for text in sent.getlist(name)) if sent else {}

    @cached_property
    def body(self) -> Body:
        """The body, read on first use. Raises a ``RequestError`` if it cannot be read."""
        return read_body(self._raw_body(), self.header("Content-Type"), FILES_OF.get(self.route, ()))

    @property
    def is_form(self) -> bool:
        """Whether the body is a form."""
        return is_form(self.header("Content-Type"))

    @property
    def wants_page(self) -> bool:
        """Whether a browser sent this: its ``Accept`` prefers HTML to JSON."""
        wanted = qualities(self.header("Accept"))
        return wanted.get("text/html", 0) > wanted.get("application/json", 0)

    def language(self, languages: Languages) -> Language:
        """The language to answer in: the owner's or, while nobody is known, the best fit for ``Accept-Language``."""
        if self.owner_language:
            return languages.of(self.owner_language)
        fitting = map(languages.code_for, preferred_languages(self.header("Accept-Language")))
        return languages.of(next(filter(None, fitting), None))

    @property
    def prefix(self) -> str:
        """The part of the path before the route's own: the stage, such as ``/api``, or nothing."""
        own_length = len(_segments(self.route))
        segments = _segments(str(self._request.context.get("path") or ""))
        before = segments[: len(segments) - own_length]
        return "".join(f"/{segment}" for segment in before) if all(map(_SEGMENT.fullmatch, before)) else ""

    @property
    def own_address(self) -> str:
        """The requested path without the stage, and its query."""
        query = self._request.query_params
        sent = [(name, text) for name in query for text in query.getlist(name)] if query else []
        return f"{self.own_path}?{urlencode(sent)}" if sent else self.own_path

    @property
    def own_path(self) -> str:
        """The requested path without the stage."""
        return str(self._request.context.get("path") or "/").removeprefix(self.prefix) or "/"

    @property
    def is_secure(self) -> bool:
        """Whether the browser uses TLS."""
        return self.header("X-Forwarded-Proto") == "https"

    @property
    def origin(self) -> str:
        """The scheme and host that the API was called by."""
        return f"{'https' if self.is_secure else 'http'}://{self.header('Host')}"

    @property
    def address(self) -> str | None:
        """The address that the API was called by, such as ``https://host/api``; None if ``Host`` is no valid host."""
        host = self.header("Host")
        scheme = "https" if self.header("X-Forwarded-Proto") == "https" else "http"
        return f"{scheme}://{host}{self.prefix}" if _HOST.fullmatch(host) else None

    def _raw_body(self) -> bytes:
        try:
            raw = self._request.raw_body
        except ValueError as error:
            raise Malformed(Fault("body", "is not what its encoding says")) from error
        return raw if isinstance(raw, bytes) else str(raw).encode()


def _segments(path: str) -> list[str]:
    inner = path.removeprefix("/").removesuffix("/")
    return inner.split("/") if inner else []  # an empty one in between counts: the gateway takes it for a parameter
