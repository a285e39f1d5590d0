"""``multipart/form-data`` (RFC 7578), read strictly: text fields, and one file where a route takes it.

Chalice does not read it. The standard library's mail parser could, but it is lenient with input that must be checked
strictly, and heavy to import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from chalicelib.request_errors import Fault, Invalid, Malformed
from chalicelib.schemas.text_values import printable_name
from chalicelib.web.http.forms import MOST_FIELDS

_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]", re.ASCII)
_NAME = re.compile(r';\s*name="([^"]*)"', re.IGNORECASE)
_FILE_NAME = re.compile(r";\s*filename\*?=", re.IGNORECASE)
_PLAIN_ENCODINGS = ("", "7bit", "8bit", "binary")


class _Part(Struct, frozen=True):
    name: str
    content: bytes
    is_file: bool


def parse(raw: bytes, boundary: str, *, takes_file: bool = False) -> tuple[list[tuple[str, str]], bytes | None]:
    """The names and values of the text parts, in order; and the file, or None.

    A file without content means that none was chosen. Raises ``Malformed``, or ``Invalid`` for a file without
    ``takes_file`` and for a second file.
    """
    if not _BOUNDARY.fullmatch(boundary):
        raise Malformed(Fault("Content-Type", "names no boundary"))
    parts = [_part(part) for part in _parts(raw, boundary)]
    files = [part for part in parts if part.is_file]
    if files and not takes_file:
        raise Invalid(Fault(printable_name(files[0].name), "is a file; only texts are taken"))
    if len(files) > 1:
        raise Invalid(Fault(printable_name(files[1].name), "is one file too many"))
    fields = [(part.name, _text(part.content, part.name)) for part in parts if not part.is_file]
    return fields, next((part.content for part in files if part.content), None)


def _parts(raw: bytes, boundary: str) -> Iterator[bytes]:
    """The parts between the delimiters. Text before the first delimiter or after the last is ignored."""
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


def _part(part: bytes) -> _Part:
    head, blank_line, content = part.partition(b"\r\n\r\n")
    headers = _headers(head)
    disposition = headers.get("content-disposition", "")
    name = _NAME.search(disposition)
    if not blank_line or not name:
        raise Malformed(Fault("body", "is not multipart: a part has no name"))
    if headers.get("content-transfer-encoding", "").lower() not in _PLAIN_ENCODINGS:
        raise Malformed(Fault(printable_name(name[1]), "is encoded"))
    return _Part(name[1], content, is_file=_FILE_NAME.search(disposition) is not None)


def _headers(head: bytes) -> dict[str, str]:
    lines = _text(head, "body").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _text(raw: bytes, field: str) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise Malformed(Fault(printable_name(field), "is not UTF-8")) from error
