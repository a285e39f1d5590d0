"""Anybody's CSV as rows of texts: its encoding and its delimiter are found out."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from msgspec import Struct

from chalicelib.request_errors import Fault, Malformed

_DELIMITERS = (",", ";", "\t")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_SAID_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # what Excel writes and heeds
_MANGLED = "\N{REPLACEMENT CHARACTER}"


class CsvLine(Struct, frozen=True):
    """A row of cells; ``number`` is the one that a spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...]


class CsvFile(Struct, frozen=True):
    """A table with a row of headers; blank rows are left out."""

    headers: tuple[str, ...]
    lines: tuple[CsvLine, ...]
    encoding: str
    delimiter: str


def read_csv(raw: bytes) -> CsvFile:
    """The table that a CSV holds. Raises ``Malformed``."""
    encoding = _encoding(raw)
    text = _decoded(raw, encoding)
    said = _SAID_DELIMITER.match(text)
    text = text[said.end() :] if said else text
    delimiter = said[1] if said else _delimiter(text)
    head, *lines = list(_lines(text, delimiter)) or [CsvLine(1, ())]
    return CsvFile(_named_apart(head.cells), tuple(lines), encoding, delimiter)


def _encoding(raw: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            return encoding
    try:
        raw.decode()
    except UnicodeDecodeError:
        return _old_encoding(raw)
    return "utf-8"


def _old_encoding(raw: bytes) -> str:
    """Cyrillic words are runs of high bytes; in Western ones a letter with an accent mostly stands alone."""
    runs = [len(run) for run in _HIGH_BYTES.findall(raw)]
    is_cyrillic = sum(length for length in runs if length > 1) * 2 > sum(runs)
    return "cp1251" if is_cyrillic else "latin-1"


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Malformed(Fault("file", "is not {encoding}", {"encoding": encoding})) from error
    if _MANGLED in text:
        raise Malformed(Fault("file", "has lost characters on its way; send it as UTF-8, or as the file of a form"))
    return text


def _delimiter(text: str) -> str:
    """The one that makes the most columns of the headers."""
    return max(_DELIMITERS, key=lambda one: len(next(_lines(text, one), CsvLine(1, ())).cells))


def _lines(text: str, delimiter: str) -> Iterator[CsvLine]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(rows, start=1):
            if any(cell.strip() for cell in cells):
                yield CsvLine(number, tuple(cells))
    except csv.Error as error:
        raise Malformed(Fault("file", "is not CSV")) from error


def _named_apart(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The headers, each once: the second "Phone" is "Phone (2)"; one without a name goes by its number."""
    named: list[str] = []
    for place, header in enumerate(headers, start=1):
        plain = " ".join(header.split()) or f"#{place}"
        number = sum(plain == " ".join(other.split()) for other in headers[: place - 1]) + 1
        named.append(plain if number == 1 else f"{plain} ({number})")
    return tuple(named)
