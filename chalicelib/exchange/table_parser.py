"""Parses a CSV: which column is which, how its days are written, and then its lines. The way in is ``from_csv``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, tzinfo
from functools import partial

from chalicelib.exchange.column_mapping import (
    OURS_AND_DERIVED,
    OUTCOME,
    REQUIRED,
    Columns,
    correct_columns,
    guess_columns,
    says_state,
)
from chalicelib.exchange.csv_reader import CsvFile
from chalicelib.exchange.date_formats import AmbiguousDates, date_format_of
from chalicelib.exchange.encodings import ENCODINGS
from chalicelib.exchange.ending import ending_of
from chalicelib.exchange.next_rounds import NextRounds
from chalicelib.exchange.parsed_file import ParsedFile, ParsedRow
from chalicelib.exchange.plain_cells import with_plain_cells
from chalicelib.exchange.row_parser import Reading, parsed_line
from chalicelib.exchange.status_words import holds_states
from chalicelib.playbook.fields import FieldType, fields_of
from chalicelib.playbook.step import Fact
from chalicelib.request_errors import Fault
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.text_values import printable_name
from chalicelib.schemas.written_days import DateFormat

_DAYS = [name for name, field in fields_of(InterviewFields).items() if field.kind is FieldType.DAY]
_MOST_NAMED = 20  # columns that are left out


def from_csv(
    sheet: CsvFile,
    corrections: Mapping[str, object],
    order: DateFormat | None,
    today: date,
    now: datetime,
    *,
    zone: tzinfo,
) -> ParsedFile:
    """The rows of a CSV. ``order`` is how its days are written, None to guess.

    ``today`` is the date in ``zone``, the owner's. Raises Invalid for corrections of the columns that do not fit.
    """
    columns = correct_columns(_with_states(guess_columns(sheet.headers), sheet), corrections)
    sheet = with_plain_cells(sheet, columns, zone)
    problems = [
        Fault(name, "is in none of the columns; say in columns which one it is")
        for name in REQUIRED
        if name not in columns.values()
    ]
    try:
        order = order or date_format_of(_days_in(sheet, columns), today)
    except AmbiguousDates as ambiguous:
        problems.append(_ask_for_date_format(ambiguous.example))
    reading = Reading(columns, order, sheet.delimiter, today, now)
    read = () if problems else tuple(_rows(sheet, reading, _further_states(columns, corrections, sheet)))
    return ParsedFile(
        "csv",
        read,
        tuple(problems),
        tuple(_warnings(sheet, columns, corrections)),
        columns,
        order,
        sheet.encoding,
        sheet.sample,
        sheet.delimiter,
    )


def _rows(sheet: CsvFile, reading: Reading, further_states: Sequence[int]) -> Iterator[ParsedRow]:
    texts = [reading.texts_of(line) for line in sheet.lines]
    days = [reading.day_of(one) for one in texts]
    next_rounds = NextRounds(zip(texts, days, strict=True))
    for line, of_line, day in zip(sheet.lines, texts, days, strict=True):
        others = [line.cells[place].strip() for place in further_states if place < len(line.cells)]
        on = min(day or reading.today, reading.today)
        ending = ending_of(of_line.get(OUTCOME, ""), others, on, partial(next_rounds.day_after, of_line, day))
        yield parsed_line(line, reading, ending)


def _with_states(columns: Columns, sheet: CsvFile) -> Columns:
    """The guessed columns; if no header is one for states, the first column of which most cells are."""
    if OUTCOME in columns.values():
        return columns
    free = (place for place, field in enumerate(columns.values()) if field in (None, "round"))
    found = next((place for place in free if holds_states(_cells_of(place, sheet))), None)
    return {header: OUTCOME if place == found else field for place, (header, field) in enumerate(columns.items())}


def _cells_of(place: int, sheet: CsvFile) -> list[str]:
    return [line.cells[place] for line in sheet.lines if place < len(line.cells)]


def _further_states(columns: Columns, corrections: Mapping[str, object], sheet: CsvFile) -> list[int]:
    """The places of columns of states that have no field, unless the sender has left them out."""
    return [
        place
        for place, (header, field) in enumerate(columns.items())
        if field is None and header not in corrections and not _is_derived(header, columns)
        if says_state(header) or holds_states(_cells_of(place, sheet))
    ]


def _is_derived(header: str, columns: Columns) -> bool:
    """Whether a column is one of those in our own CSV that follow from the others."""
    return header in OURS_AND_DERIVED and columns.get(OUTCOME) == OUTCOME


def _warnings(sheet: CsvFile, columns: Columns, corrections: Mapping[str, object]) -> Iterator[Fault]:
    left_out = [
        header
        for header, field in columns.items()
        if field is None and header not in corrections and not _is_derived(header, columns)
    ]
    if left_out:
        names = ", ".join(printable_name(header) for header in left_out[:_MOST_NAMED])
        yield Fault("columns", "without a field here are left out: {headers}", {"headers": names})
    if sheet.above:
        yield Fault(
            "file", "has rows above its headers, which are skipped: rows 1 to {row}", {"row": sheet.above[-1].number}
        )
    if sheet.is_guess:
        facts: dict[str, Fact] = {"encoding": sheet.encoding, "choices": ", ".join(ENCODINGS)}
        yield Fault(
            "encoding",
            "is read as {encoding}, a guess; if the text looks garbled, send one of: {choices}",
            facts,
        )


def _ask_for_date_format(example: str) -> Fault:
    facts: dict[str, Fact] = {"example": example, "choices": ", ".join(DateFormat)}
    return Fault("date_format", "is needed: {example} can be read in several ways; send one of: {choices}", facts)


def _days_in(sheet: CsvFile, columns: Columns) -> Iterator[str]:
    fields = tuple(columns.values())
    for line in sheet.lines:
        yield from (cell for name, cell in zip(fields, line.cells, strict=False) if name in _DAYS)
