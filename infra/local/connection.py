"""One connection's requests, one after the other: read to their end, asked about, answered, logged."""

from __future__ import annotations

import re
import sys
import time
from contextlib import AbstractContextManager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any, Protocol

from infra.local.http_messages import HttpRequest, HttpResponse, problem
from infra.local.request_body import BadBody, CutShort, announced_length, read_body

SECONDS_OF_SILENCE = 30
LONGEST_PATH_SHOWN = 120
WITHOUT_BODY = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
SECRET_ROOTS = ("/act/", "/read/", "/settle/", "/calendar/")  # what follows is as good as a password


class Listener(Protocol):
    """What a connection needs of its server."""

    def conversation(self) -> AbstractContextManager[None]: ...

    def answering(self, request: HttpRequest) -> HttpResponse: ...


class Connection(BaseHTTPRequestHandler):
    """One connection. Every method goes the same way; what is malformed gets a problem, too."""

    server: Listener  # type: ignore[assignment]  # the library's own type knows of no conversations
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # an older one would have no headers
    timeout = SECONDS_OF_SILENCE
    disable_nagle_algorithm = True
    _begun: float | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):  # any method at all: whether it is allowed, those who answer know
            return self.converse
        raise AttributeError(name)

    def converse(self) -> None:
        """Read one request and answer it."""
        with self.server.conversation():
            self._begun = time.monotonic()
            self._converse()

    def _converse(self) -> None:
        try:
            answer = self._answered(read_body(self.headers, self.rfile))
        except BadBody as bad:
            answer = self._refused(bad)
        except CutShort:
            self.close_connection = True
            return
        except TimeoutError:
            self.close_connection = True
            answer = problem(HTTPStatus.REQUEST_TIMEOUT, "The rest of the request did not come.")
        self._send(answer)

    def handle_expect_100(self) -> bool:
        """Ask for the body, unless it is known by now to be refused."""
        try:
            announced_length(self.headers)
        except BadBody as bad:
            self._send(self._refused(bad))
            return False
        return super().handle_expect_100()

    def version_string(self) -> str:
        """What ``Server`` says."""
        return "Afterword"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The standard library found the request's first lines wanting."""
        self.close_connection = True
        self.path, self._begun = "-", None
        status = HTTPStatus(code) if code < HTTPStatus.INTERNAL_SERVER_ERROR else HTTPStatus.BAD_REQUEST
        self._send(problem(status, explain or message or status.description))

    def log_message(self, *_: Any) -> None:
        """Silence: what is worth a line is said once, in ``_log``."""

    def _answered(self, body: bytes) -> HttpResponse:
        path, _, query = re.sub(r"^https?://[^/?#]*", "", self.path).partition("?")
        headers = tuple((name, " ".join(value.split("\r\n"))) for name, value in self.headers.items())
        request = HttpRequest(
            method=self.command, path=_ascii(path.partition("#")[0]), query=_ascii(query), headers=headers, body=body
        )
        return self.server.answering(request)

    def _refused(self, bad: BadBody) -> HttpResponse:
        self.close_connection = True
        return problem(bad.status, "The request cannot be read.", (bad.field, bad.reason))

    def _send(self, answer: HttpResponse) -> None:
        self._log(answer.status)
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.body or not (self.command == "HEAD" or answer.status in WITHOUT_BODY):
            self.send_header("Content-Length", str(len(answer.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _log(self, status: int) -> None:
        path = _ascii(self.path.partition("?")[0])
        root = next((root for root in SECRET_ROOTS if path.startswith(root)), None)
        shown = f"{root}..." if root else path[:LONGEST_PATH_SHOWN]
        took = (time.monotonic() - self._begun) * 1000 if self._begun else 0
        print(f"{_ascii(self.command or '-')[:20]} {shown} {status} {took:.0f} ms", file=sys.stderr)


def _ascii(text: str) -> str:
    """Percent-encode what a request line should not have held in the first place."""
    return "".join(sign if "!" <= sign <= "~" else f"%{ord(sign):02X}" for sign in text)
