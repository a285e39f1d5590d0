"""Parses the rows of a file: each into a record, or into the reasons why it is none.

The ways in are ``from_records`` and ``from_csv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct, field
from msgspec.structs import fields as struct_fields

from chalicelib.exchange import value_aliases
from chalicelib.exchange.column_mapping import OUTCOME, Columns, correct_columns, guess_columns
from chalicelib.exchange.csv_reader import CsvFile, CsvLine
from chalicelib.exchange.date_formats import AmbiguousDates, DateFormat, date_format_of, read_day, split
from chalicelib.exchange.formula_escaping import unescape
from chalicelib.exchange.json_records import record_of
from chalicelib.playbook.fields import FieldType, fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import Fact
from chalicelib.request_errors import Fault, Invalid, InvalidValue
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.text_values import FormText

_FIELDS = fields_of(InterviewFields)
_DAYS = [name for name, field in _FIELDS.items() if field.kind is FieldType.DAY]
_REQUIRED = [field.name for field in struct_fields(InterviewFields) if field.required]
_NO_TIME = "00:00"  # what a spreadsheet writes after a day without a time
_A_MOMENT = timedelta(milliseconds=1)


class ParsedRow(Struct, frozen=True):
    """A row, by its number in the file (of a spreadsheet, or in a list, from 1): a record, or its faults.

    ``has_own_id`` is true for a record that comes back, false for a new one. ``sent`` is what a row without a record
    had in it.
    """

    row: int
    record: Interview | None
    faults: tuple[Fault, ...] = ()
    has_own_id: bool = False
    sent: Mapping[str, object] = field(default_factory=dict)


class ParsedFile(Struct, frozen=True):
    """All rows of a file, and how they were read.

    ``problems`` are about the whole file: with any of them, none of it can be imported.
    """

    kind: str
    candidates: tuple[ParsedRow, ...] = ()
    problems: tuple[Fault, ...] = ()
    columns: Columns = field(default_factory=dict)
    date_format: DateFormat | None = None
    encoding: str | None = None
    delimiter: str | None = None


def from_records(records: list[object], today: date, now: datetime) -> ParsedFile:
    """The rows of our own JSON, in the order of its list. ``today`` is the date in the owner's zone."""
    read = (_parsed(number, sent, today, now) for number, sent in enumerate(records, start=1))
    return ParsedFile("json", tuple(read))


def from_csv(
    sheet: CsvFile, corrections: Mapping[str, object], order: DateFormat | None, today: date, now: datetime
) -> ParsedFile:
    """The rows of a CSV. ``order`` is how its days are written, None to guess.

    ``today`` is the date in the owner's zone. Raises Invalid for corrections of the columns that do not fit.
    """
    columns = correct_columns(guess_columns(sheet.headers), corrections)
    problems = [
        Fault(name, "is in none of the columns; say in columns which one it is")
        for name in _REQUIRED
        if name not in columns.values()
    ]
    try:
        order = order or date_format_of(_days_in(sheet, columns))
    except AmbiguousDates as ambiguous:
        problems.append(_ask_for_date_format(ambiguous.example))
    read = () if problems else tuple(_from_line(line, columns, order, today, now) for line in sheet.lines)
    return ParsedFile("csv", read, tuple(problems), columns, order, sheet.encoding, sheet.delimiter)


def _ask_for_date_format(example: str) -> Fault:
    facts: dict[str, Fact] = {"example": example, "choices": ", ".join(DateFormat)}
    return Fault("date_format", "is needed: {example} can be read in two ways; send one of: {choices}", facts)


def _days_in(sheet: CsvFile, columns: Columns) -> Iterator[str]:
    fields = tuple(columns.values())
    for line in sheet.lines:
        yield from (cell for name, cell in zip(fields, line.cells, strict=False) if name in _DAYS)


def _from_line(line: CsvLine, columns: Columns, order: DateFormat | None, today: date, now: datetime) -> ParsedRow:
    """The parsed line. Each new record is created a moment after the one before, to keep the order of the file."""
    if any(cell.strip() for cell in line.cells[len(columns) :]):
        return ParsedRow(line.number, None, (Fault("row", "has more cells than there are headers"),))
    pairs = zip(columns.values(), line.cells, strict=False)
    texts = {name: unescape(cell.strip()) for name, cell in pairs if name and cell.strip()}
    events, faults = _ending_events(texts, order, today, now)
    sent = _sent(texts, order) | events
    parsed = _parsed(line.number, sent, today, now + line.number * _A_MOMENT)
    faults = (*parsed.faults, *faults)
    return ParsedRow(line.number, None, faults, sent=texts) if faults else parsed


def _sent(texts: Mapping[str, str], order: DateFormat | None) -> dict[str, object]:
    """The cells as a form would send them. A time after the day of the interview is the time of the interview."""
    sent: dict[str, object] = {
        name: FormText(value_aliases.canonical(_FIELDS.get(name), text, order))
        for name, text in texts.items()
        if name != OUTCOME
    }
    time_after_the_day = value_aliases.as_time(split(texts.get("interview_on", ""))[1])
    if time_after_the_day not in ("", _NO_TIME):
        sent.setdefault("interview_time", FormText(time_after_the_day))
    return sent


def _ending_events(
    texts: Mapping[str, str], order: DateFormat | None, today: date, now: datetime
) -> tuple[dict[str, object], tuple[Fault, ...]]:
    """The events of a record that has ended, or the faults.

    They are dated on the day of the interview, and not after today: a better day is not known.
    """
    on = min(read_day(split(texts.get("interview_on", ""))[0], order) or today, today)
    try:
        return {"events": value_aliases.outcome_events(texts.get(OUTCOME, ""), on, now.isoformat())}, ()
    except InvalidValue as error:
        return {}, (Fault(OUTCOME, error.sentence, error.facts),)


def _parsed(row: int, sent: object, today: date, now: datetime) -> ParsedRow:
    if not isinstance(sent, dict):
        return ParsedRow(row, None, (Fault("row", "is not an object"),))
    try:
        return ParsedRow(row, record_of(sent, today, now), has_own_id=bool(sent.get("id")))
    except Invalid as invalid:
        return ParsedRow(row, None, invalid.faults, sent=sent)
