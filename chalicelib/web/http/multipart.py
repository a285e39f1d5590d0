"""``multipart/form-data`` (RFC 7578): text fields, and one file where a route takes it.

Where a part begins and ends is read strictly, so that a form that was cut on its way is refused; the headers of a part
are read as leniently as senders write them (``part_headers``). Chalice reads neither. ``python-multipart`` was weighed:
it takes a form that was cut as a shorter one, without a word, and refuses a preamble.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from chalicelib.request_errors import Fault, Invalid, Malformed
from chalicelib.schemas.text_values import printable_name
from chalicelib.web.http.forms import MOST_FIELDS
from chalicelib.web.http.part_headers import PartHeaders, read_headers

_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]", re.ASCII)


class _Part(Struct, frozen=True):
    headers: PartHeaders
    raw: bytes


def parse(raw: bytes, boundary: str, *, takes_file: bool = False) -> tuple[list[tuple[str, str]], bytes | None]:
    """The names and values of the text parts, in order; and the file, or None.

    A file without content means that none was chosen. Raises ``Malformed``, or ``Invalid`` for a file without
    ``takes_file`` and for a second file.
    """
    if not _BOUNDARY.fullmatch(boundary):
        raise Malformed(Fault("Content-Type", "names no boundary"))
    parts = [_part(part) for part in _parts(raw, boundary)]
    files = [part for part in parts if part.headers.is_file]
    if files and not takes_file:
        raise Invalid(Fault(printable_name(files[0].headers.name), "is a file; only texts are taken"))
    if len(files) > 1:
        raise Invalid(Fault(printable_name(files[1].headers.name), "is one file too many"))
    fields = [(part.headers.name, part.headers.text(part.raw)) for part in parts if not part.headers.is_file]
    contents = (part.headers.content(part.raw) for part in files)
    return fields, next(filter(None, contents), None)


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
    if not blank_line:
        raise Malformed(Fault("body", "is not multipart: a part has no name"))
    return _Part(read_headers(head), content)
