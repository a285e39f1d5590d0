"""Parses the rows of a file: each into a record, or into the reasons why it is none.

The ways in are ``parsed_record``, for a record of our JSON, and ``parsed_line``, for a line of a CSV.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.exchange import value_aliases
from chalicelib.exchange.column_mapping import OUTCOME, RECORD_ID, REQUIRED, Columns
from chalicelib.exchange.csv_reader import CsvLine
from chalicelib.exchange.ending import Ending
from chalicelib.exchange.formula_escaping import unescape
from chalicelib.exchange.json_records import record_of
from chalicelib.exchange.parsed_file import ParsedRow
from chalicelib.playbook.fields import fields_of
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.machine_instants import NO_TIME
from chalicelib.schemas.text_values import FormText
from chalicelib.schemas.written_days import DateFormat, read_day, split

_FIELDS = fields_of(InterviewFields)
_MAY_NOT_BE_LEFT_OUT = (*REQUIRED, RECORD_ID, "process_id")  # what a record is, and which one
_A_MOMENT = timedelta(milliseconds=1)


class Reading(Struct, frozen=True):
    """How the lines of a table are read, as of ``today`` (owner's zone) and ``now``."""

    columns: Columns
    order: DateFormat | None
    delimiter: str
    today: date
    now: datetime

    def day_of(self, texts: Mapping[str, str]) -> date | None:
        """The day of the interview in a line's texts; None if there is none that can be read."""
        return read_day(split(texts.get("interview_on", ""))[0], self.order)

    def texts_of(self, line: CsvLine) -> dict[str, str]:
        """The texts of a line by field, without the empty ones and those in columns that are left out."""
        pairs = zip(self.columns.values(), line.cells, strict=False)
        return {name: unescape(cell.strip()) for name, cell in pairs if name and cell.strip()}


def parsed_record(row: int, sent: object, today: date, now: datetime) -> ParsedRow:
    """The parsed record of our JSON. ``today`` is the date in the owner's zone."""
    if not isinstance(sent, dict):
        return ParsedRow(row, None, (Fault("row", "is not an object"),))
    try:
        return ParsedRow(row, record_of(sent, today, now), has_own_id=bool(sent.get("id")))
    except Invalid as invalid:
        return ParsedRow(row, None, invalid.faults, sent=sent)


def parsed_line(line: CsvLine, reading: Reading, ending: Ending) -> ParsedRow:
    """The parsed line. A cell that its field does not take is left out and asked about, unless it is one without which
    there is no record. Each new record is created a moment after the one before, to keep the order of the file."""
    if any(cell.strip() for cell in line.cells[len(reading.columns) :]):
        return ParsedRow(line.number, None, (Fault("row", "has more cells than there are headers"),))
    texts = reading.texts_of(line)
    sent = _sent(texts, reading.order) | {"events": ending.events(reading.now)}
    parsed = _without_unfit_cells(line.number, sent, reading)
    further = (*_swallowed_rows(texts, reading), *ending.warnings) if parsed.record else ()
    warnings = (*parsed.warnings, *further)
    return replace(parsed, warnings=warnings, sent=texts if parsed.faults or warnings else {})


def _without_unfit_cells(row: int, sent: dict[str, object], reading: Reading) -> ParsedRow:
    """The record without the cells that do not fit, which are its warnings; all faults, if there is none without."""
    now = reading.now + row * _A_MOMENT
    first = parsed = parsed_record(row, sent, reading.today, now)
    warnings: tuple[Fault, ...] = ()
    while parsed.record is None:
        unfit = {fault.field for fault in parsed.faults}
        if not unfit.issubset(sent) or unfit.intersection(_MAY_NOT_BE_LEFT_OUT):
            return first
        warnings += parsed.faults
        sent = {name: value for name, value in sent.items() if name not in unfit}
        parsed = parsed_record(row, sent, reading.today, now)
    return replace(parsed, warnings=warnings)


def _sent(texts: Mapping[str, str], order: DateFormat | None) -> dict[str, object]:
    """The cells as a form would send them. A time after the day of the interview is the time of the interview."""
    sent: dict[str, object] = {
        name: FormText(value_aliases.canonical(_FIELDS.get(name), text, order))
        for name, text in texts.items()
        if name != OUTCOME
    }
    time_after_the_day = value_aliases.as_time(split(texts.get("interview_on", ""))[1])
    if time_after_the_day not in ("", NO_TIME):
        sent.setdefault("interview_time", FormText(time_after_the_day))
    return sent


def _swallowed_rows(texts: Mapping[str, str], reading: Reading) -> Iterator[Fault]:
    """A warning for each cell with a line in it that looks like a row of its own: two stray quotes may have made it."""
    for name, text in texts.items():
        if any(_looks_like_a_row(one, reading) for one in text.splitlines()[1:]):
            yield Fault(name, "has a line that looks like a row of the table: is it one?")


def _looks_like_a_row(text: str, reading: Reading) -> bool:
    cells: Sequence[str] = text.split(reading.delimiter)
    if len(cells) < max(len(reading.columns) - 1, len(REQUIRED)):
        return False
    return any(read_day(split(cell)[0], reading.order) for cell in cells)
