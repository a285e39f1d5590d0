"""What parsing makes of a file: its rows, each a record or the reasons why it is none, and how they were read."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from chalicelib.exchange.column_mapping import Columns
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Fault
from chalicelib.schemas.written_days import DateFormat


class ParsedRow(Struct, frozen=True):
    """A row, by its number in the file (of a spreadsheet, or in a list, from 1): a record, or its faults.

    ``warnings`` are about a record that is taken all the same: cells that were not understood and are not in it, or
    what has to be asked about. ``has_own_id`` is true for a record that comes back, false for a new one. ``sent`` is
    what the row had in it, if there are faults or warnings.
    """

    row: int
    record: Interview | None
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    has_own_id: bool = False
    sent: Mapping[str, object] = field(default_factory=dict)


class ParsedFile(Struct, frozen=True):
    """All rows of a file, and how they were read.

    ``problems`` are about the whole file: with any of them, none of it can be imported. ``warnings`` are about it too,
    but it can. ``sample`` has cells that show whether a guessed encoding is right.
    """

    kind: str
    candidates: tuple[ParsedRow, ...] = ()
    problems: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    columns: Columns = field(default_factory=dict)
    date_format: DateFormat | None = None
    encoding: str | None = None
    sample: tuple[str, ...] = ()
    delimiter: str | None = None
