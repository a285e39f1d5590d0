"""Reading a request's body off the socket: all of it, and before anyone waits for its sender."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from http import HTTPStatus
from io import BufferedIOBase

MOST_BYTES = 6 * 1024 * 1024  # what a Lambda function takes
LONGEST_LINE = 1000


class BadBody(Exception):
    """The body cannot be read; ``field`` is what is at fault, mostly a header."""

    def __init__(self, status: HTTPStatus, field: str, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.field = field
        self.reason = reason


class CutShort(Exception):
    """The sender went away in the middle: there is nobody to answer."""


def read_body(headers: Message[str, str], stream: BufferedIOBase) -> bytes:
    """The whole body, empty if none is announced. Raises BadBody, CutShort, or the socket's TimeoutError."""
    coding = headers.get("Transfer-Encoding")
    if coding is None:
        return _exactly(stream, announced_length(headers))
    if "Content-Length" in headers:
        raise BadBody(HTTPStatus.BAD_REQUEST, "Content-Length", "must not come together with Transfer-Encoding")
    if coding.strip().lower() != "chunked":
        raise BadBody(HTTPStatus.BAD_REQUEST, "Transfer-Encoding", "can only be chunked")
    return b"".join(_chunks(stream))


def announced_length(headers: Message[str, str]) -> int:
    """What ``Content-Length`` says, 0 if it is absent. Raises BadBody."""
    values = {value.strip() for value in headers.get_all("Content-Length", [])}
    text = values.pop() if len(values) == 1 else ("" if values else "0")
    if not re.fullmatch(r"[0-9]{1,15}", text):
        raise BadBody(HTTPStatus.BAD_REQUEST, "Content-Length", "is not one number of bytes")
    length = int(text)
    if length > MOST_BYTES:
        raise _too_large()
    return length


def _chunks(stream: BufferedIOBase) -> Iterator[bytes]:
    room = MOST_BYTES
    while size := _chunk_size(stream):
        room -= size
        if room < 0:
            raise _too_large()
        yield _exactly(stream, size)
        _line(stream)
    while _line(stream).strip():
        pass  # trailing headers


def _chunk_size(stream: BufferedIOBase) -> int:
    text = _line(stream).split(b";")[0].strip()
    if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", text):
        raise BadBody(HTTPStatus.BAD_REQUEST, "Transfer-Encoding", "has a chunk whose size cannot be read")
    return int(text, 16)


def _line(stream: BufferedIOBase) -> bytes:
    line = stream.readline(LONGEST_LINE)
    if not line.endswith(b"\n"):
        raise CutShort
    return line


def _exactly(stream: BufferedIOBase, count: int) -> bytes:
    body = stream.read(count) if count else b""
    if len(body) < count:
        raise CutShort
    return body


def _too_large() -> BadBody:
    return BadBody(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body", f"is longer than {MOST_BYTES} bytes")
