"""Reads anybody's CSV as rows of texts, and finds out its encoding and delimiter. The way in is ``read_csv``.

The reader is strict: a quote that is never closed would swallow the rows after it, so it is named instead.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from chalicelib.exchange import encodings
from chalicelib.exchange.pagination import MOST_RECORDS
from chalicelib.playbook.step import Fact
from chalicelib.request_errors import Fault, Malformed

_DELIMITERS = (",", ";", "\t")
_STATED_DELIMITER = re.compile(r'sep=([^"\r\n])\r?\n', re.IGNORECASE)  # what Excel writes and obeys
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_NUL = "\0"
_BYTE_ORDER_MARK = "\ufeff"
_MOST_ABOVE = 20  # rows in which the headers are looked for
_MOST_SAMPLES, _LONGEST_SHOWN = 5, 60


IsHeader = Callable[[Sequence[str]], bool]


MOST_COLUMNS = 300
MOST_LINES = MOST_RECORDS + _MOST_ABOVE + 2  # what stands above, the headers, one line too many: the rest is not read


class CsvLine(Struct, frozen=True):
    """A row of cells; ``number`` is its number in a spreadsheet, from 1."""

    number: int
    cells: tuple[str, ...]


class CsvFile(Struct, frozen=True):
    """A table and its headers; blank rows are left out.

    ``above`` are the rows that stand above the headers. ``sample`` are cells by which one sees whether the encoding is
    the right one; none if it is certain. ``is_guess`` is true if nobody said which it is, and it is not certain.
    """

    headers: tuple[str, ...]
    lines: tuple[CsvLine, ...]
    encoding: str
    delimiter: str
    above: tuple[CsvLine, ...] = ()
    sample: tuple[str, ...] = ()
    is_guess: bool = False


def read_csv(raw: bytes, told: str | None = None, is_header: IsHeader = bool) -> CsvFile:
    """The table in a CSV, written in the encoding ``told``, None to guess.

    The headers are the first row for which ``is_header`` holds; the first one if it holds for none. Raises Malformed if
    it is not CSV, or cannot be decoded.
    """
    encoding = told or encodings.encoding_of(raw)
    text = encodings.decoded(raw, encoding).replace(_BYTE_ORDER_MARK, "")  # also where files were put together
    if no_text := {*_NO_TEXT.findall(text)}:
        raise Malformed(_only_nul(text) if no_text == {_NUL} else Fault("file", "is not text, so it cannot be a CSV"))
    stated = _STATED_DELIMITER.match(text)
    text = text[stated.end() :] if stated else text
    delimiter = stated[1] if stated else _delimiter(text, is_header)
    lines = tuple(islice(_lines(text, delimiter), MOST_LINES)) or (CsvLine(1, ()),)
    at = _place_of_headers([line.cells for line in lines[:_MOST_ABOVE]], is_header)
    is_certain = encoding in encodings.CERTAIN
    headers = lines[at].cells[: _width(lines[at:])]
    if len(headers) > MOST_COLUMNS:
        raise Malformed(Fault("file", "holds more than {most} columns", {"most": MOST_COLUMNS}))
    return CsvFile(
        _unique(headers),
        lines[at + 1 :],
        encoding,
        delimiter,
        above=lines[:at],
        sample=() if is_certain else _sample(lines),
        is_guess=not is_certain and told is None,
    )


def _only_nul(text: str) -> Fault:
    before = text[: text.index(_NUL)]
    shown = _beginning(before.rpartition("\n")[2])
    facts: dict[str, Fact] = {"line": before.count("\n") + 1, "text": shown}
    return Fault("file", "has a NUL byte in line {line}, which no text has, after “{text}”", facts)


def _width(lines: Iterable[CsvLine]) -> int:
    """The number of columns in which something stands; spreadsheets write empty ones after them."""
    return max((place for line in lines for place, cell in enumerate(line.cells, start=1) if cell.strip()), default=0)


def _place_of_headers(rows: Sequence[Sequence[str]], is_header: IsHeader) -> int:
    return next((place for place, cells in enumerate(rows) if is_header(cells[:MOST_COLUMNS])), 0)


def _delimiter(text: str, is_header: IsHeader) -> str:
    """The delimiter with which there are headers, and the most of them."""
    beginning = [*islice(io.StringIO(text, newline=""), _MOST_ABOVE)]

    def headers(delimiter: str) -> tuple[bool, int]:
        try:
            read = csv.reader(beginning, delimiter=delimiter, skipinitialspace=_is_spaced(delimiter))
            rows = [cells for cells in read if any(map(str.strip, cells))]
        except csv.Error:
            return False, 0
        cells = rows[_place_of_headers(rows, is_header)] if rows else []
        return is_header(cells[:MOST_COLUMNS]), len(cells)

    return max(_DELIMITERS, key=headers)


def _is_spaced(delimiter: str) -> bool:
    """Many write a space after the comma; it is no part of the cell, and stands before a quote too: ``a, "b, c"``."""
    return delimiter != " "


def _lines(text: str, delimiter: str) -> Iterator[CsvLine]:
    lines, spaced = io.StringIO(text, newline=""), _is_spaced(delimiter)
    try:
        rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=spaced, strict=True)
    except (TypeError, ValueError) as error:
        stated: dict[str, Fact] = {"delimiter": delimiter}
        raise Malformed(Fault("file", "states a delimiter that is none: “{delimiter}”", stated)) from error
    number, begins = 0, 0
    try:
        for number, cells in enumerate(rows, start=1):
            begins = rows.line_num
            if cells and any(cell.strip() for cell in cells):
                yield CsvLine(number, tuple(cells))
    except csv.Error as error:
        raise Malformed(_unreadable(text, delimiter, number + 1, begins, str(error))) from error


def _unreadable(text: str, delimiter: str, number: int, begins: int, error: str) -> Fault:
    """Why the row that begins after ``begins`` lines cannot be read: which row, and where in it."""
    rest = [*islice(io.StringIO(text, newline=""), begins, None)]
    if "limit" in error:
        return Fault("file", "has a cell in row {row} that is too long", {"row": number})
    if "end of data" in error:
        cells = next(csv.reader(rest, delimiter=delimiter, skipinitialspace=_is_spaced(delimiter)), [])
        last = cells[-1] if cells else ""
        facts: dict[str, Fact] = {"row": number, "text": _beginning(last)}
        return Fault("file", "opens a quote in row {row} that is never closed, before “{text}”", facts)
    facts = {"row": number, "text": _beginning("".join(rest[:1]))}
    return Fault("file", "has a quote in row {row} that is opened or closed within a cell: “{text}”", facts)


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"


def _sample(lines: tuple[CsvLine, ...]) -> tuple[str, ...]:
    """The first cells, each once, that have letters which another encoding would read as others."""
    telling = (_beginning(cell) for line in lines for cell in line.cells if not cell.isascii())
    found: dict[str, None] = {}
    for cell in telling:
        found[cell] = None
        if len(found) == _MOST_SAMPLES:
            break
    return tuple(found)


def _unique(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The headers, made unique: a second "Phone" is "Phone (2)"; an empty one gets its number, such as "#3"."""
    named: dict[str, None] = {}
    seen: Counter[str] = Counter()
    for place, header in enumerate(headers, start=1):
        plain = name = " ".join(header.split()) or f"#{place}"
        while name in named or not seen[plain]:
            seen[plain] += 1
            name = plain if seen[plain] == 1 else f"{plain} ({seen[plain]})"
        named[name] = None
    return tuple(named)
