"""Reads anybody's CSV as rows of texts, and finds out its encoding and delimiter. The way in is ``read_csv``."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from msgspec import Struct

from chalicelib.request_errors import Fault, Malformed

_DELIMITERS = (",", ";", "\t")
_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_STATED_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # what Excel writes and obeys
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class CsvLine(Struct, frozen=True):
    """A row of cells; ``number`` is its number in a spreadsheet, from 1."""

    number: int
    cells: tuple[str, ...]


class CsvFile(Struct, frozen=True):
    """A table and its headers; blank rows are left out."""

    headers: tuple[str, ...]
    lines: tuple[CsvLine, ...]
    encoding: str
    delimiter: str


def read_csv(raw: bytes) -> CsvFile:
    """The table in a CSV. Raises Malformed if it is not CSV, or cannot be decoded."""
    encoding = _encoding(raw)
    text = _decoded(raw, encoding)
    stated = _STATED_DELIMITER.match(text)
    text = text[stated.end() :] if stated else text
    delimiter = stated[1] if stated else _delimiter(text)
    head, *lines = list(_lines(text, delimiter)) or [CsvLine(1, ())]
    return CsvFile(_unique(head.cells), tuple(lines), encoding, delimiter)


def _encoding(raw: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            return encoding
    try:
        raw.decode()
    except UnicodeDecodeError:
        return _old_encoding(raw)
    return "utf-8"


def _old_encoding(raw: bytes) -> str:
    """A guess by the high bytes: Cyrillic words are runs of them, Western accented letters mostly stand alone."""
    runs = [len(run) for run in _HIGH_BYTES.findall(raw)]
    is_cyrillic = sum(length for length in runs if length > 1) * 2 > sum(runs)
    return "cp1251" if is_cyrillic else "latin-1"


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Malformed(Fault("file", "is not {encoding}", {"encoding": encoding})) from error
    if _REPLACEMENT in text:
        raise Malformed(Fault("file", "has lost characters on its way; send it as UTF-8, or as the file of a form"))
    return text


def _delimiter(text: str) -> str:
    """The delimiter that splits the headers into the most columns."""
    return max(_DELIMITERS, key=lambda delimiter: len(next(_lines(text, delimiter), CsvLine(1, ())).cells))


def _lines(text: str, delimiter: str) -> Iterator[CsvLine]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(rows, start=1):
            if any(cell.strip() for cell in cells):
                yield CsvLine(number, tuple(cells))
    except csv.Error as error:
        raise Malformed(Fault("file", "is not CSV")) from error


def _unique(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The headers, made unique: a second "Phone" is "Phone (2)"; an empty one gets its number, such as "#3"."""
    named: list[str] = []
    for place, header in enumerate(headers, start=1):
        plain = " ".join(header.split()) or f"#{place}"
        number = sum(plain == " ".join(other.split()) for other in headers[: place - 1]) + 1
        named.append(plain if number == 1 else f"{plain} ({number})")
    return tuple(named)
