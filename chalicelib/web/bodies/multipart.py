"""``multipart/form-data`` (RFC 7578), strictly: text fields only. Chalice does not read it at all.

Written out because the standard library's mail parser, which could read it, is lenient where a door should be strict,
and is a heavy import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chalicelib.web.bodies.forms import MOST_FIELDS
from chalicelib.web.reading.texts import shown
from chalicelib.web.refusals import Fault, Invalid, Malformed

_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]", re.ASCII)
_NAME = re.compile(r';\s*name="([^"]*)"', re.IGNORECASE)
_FILE_NAME = re.compile(r";\s*filename\*?=", re.IGNORECASE)
_PLAIN_ENCODINGS = ("", "7bit", "8bit", "binary")


def parse(raw: bytes, boundary: str) -> list[tuple[str, str]]:
    """The names and values of the parts, in order. Raises ``Malformed``, or ``Invalid`` for a file."""
    if not _BOUNDARY.fullmatch(boundary):
        raise Malformed(Fault("Content-Type", "names no boundary"))
    return [_field(part) for part in _parts(raw, boundary)]


def _parts(raw: bytes, boundary: str) -> Iterator[bytes]:
    """What stands between the delimiters; whatever precedes the first or follows the last is ignored."""
    sections = (b"\r\n" + raw).split(b"\r\n--" + boundary.encode())[1:]
    if len(sections) > MOST_FIELDS:
        raise Malformed(Fault("body", "holds more than {most} fields", {"most": MOST_FIELDS}))
    for section in sections:
        if section.startswith(b"--"):
            return
        padding, line_end, part = section.partition(b"\r\n")
        if padding.strip(b" \t") or not line_end:
            raise Malformed(Fault("body", "is not multipart: a delimiter does not end its line"))
        yield part
    raise Malformed(Fault("body", "is not multipart: the last delimiter is missing"))


def _field(part: bytes) -> tuple[str, str]:
    head, blank_line, content = part.partition(b"\r\n\r\n")
    headers = _headers(head)
    name = _NAME.search(headers.get("content-disposition", ""))
    if not blank_line or not name:
        raise Malformed(Fault("body", "is not multipart: a part has no name"))
    if _FILE_NAME.search(headers["content-disposition"]):
        raise Invalid(Fault(shown(name[1]), "is a file; only texts are taken"))
    if headers.get("content-transfer-encoding", "").lower() not in _PLAIN_ENCODINGS:
        raise Malformed(Fault(shown(name[1]), "is encoded"))
    return name[1], _text(content, name[1])


def _headers(head: bytes) -> dict[str, str]:
    lines = _text(head, "body").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _text(raw: bytes, field: str) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise Malformed(Fault(shown(field), "is not UTF-8")) from error
