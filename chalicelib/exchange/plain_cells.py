"""The cells of a table without what machines put into them: marks, seconds, zones. See ``with_plain_cells``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import tzinfo

from msgspec.structs import replace

from chalicelib.exchange.column_mapping import Columns
from chalicelib.exchange.csv_reader import CsvFile, CsvLine
from chalicelib.playbook.fields import FieldType, fields_of
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.invisible_marks import stripped, unmarked
from chalicelib.schemas.locales import zone_named
from chalicelib.schemas.machine_instants import UTC_MIDNIGHT, day_and_time, names_a_zone
from chalicelib.schemas.written_days import plain

_KINDS = {name: field.kind for name, field in fields_of(InterviewFields).items()}

_OF_THE_INTERVIEW = ("interview_on", "interview_time")  # what is meant in the interview's zone
_ZONE = "interview_time_zone"

# A cell as it is read, in a zone that is asked for only if it makes a difference.
Cleaner = Callable[[str, Callable[[], tzinfo]], str]


def with_plain_cells(sheet: CsvFile, columns: Columns, zone: tzinfo) -> CsvFile:
    """The table with its days and times in ``zone``, or in the zone of the interview that its row names, without
    invisible marks in all that is parsed further, and without those around free text.

    A cell that is not understood stays as it is, for its field's reader to refuse.
    """
    fields = tuple(columns.values())
    cleaners = {
        place: _cleaner(name, [line.cells[place] for line in sheet.lines if place < len(line.cells)], zone)
        for place, name in enumerate(fields)
        if name
    }
    place_of_zone = fields.index(_ZONE) if _ZONE in fields else None
    return replace(sheet, lines=tuple(_plain_line(line, cleaners, place_of_zone, zone) for line in sheet.lines))


def _plain_line(line: CsvLine, cleaners: Mapping[int, Cleaner], place_of_zone: int | None, zone: tzinfo) -> CsvLine:
    def zone_there() -> tzinfo:
        is_there = place_of_zone is not None and place_of_zone < len(line.cells)
        return (zone_named(line.cells[place_of_zone or 0]) if is_there else None) or zone

    cells = [cleaners[place](cell, zone_there) if place in cleaners else cell for place, cell in enumerate(line.cells)]
    return replace(line, cells=tuple(cells))


def _cleaner(name: str, cells: Iterable[str], zone: tzinfo) -> Cleaner:
    match _KINDS.get(name):
        case FieldType.DAY if _are_bare_days(cells):
            return lambda cell, _: unmarked(cell)[: len("2026-08-03")]
        case FieldType.DAY | FieldType.CLOCK_TIME as kind:
            read = _day if kind is FieldType.DAY else _time
            is_there = name in _OF_THE_INTERVIEW
            return lambda cell, there: read(cell, there() if is_there and names_a_zone(cell) else zone)
        case FieldType.LINE | FieldType.PARAGRAPHS:
            return lambda cell, _: stripped(cell)
        case _:
            return lambda cell, _: unmarked(cell)


def _are_bare_days(cells: Iterable[str]) -> bool:
    """Whether a program wrote each day as its midnight in UTC, which elsewhere is another hour or another day."""
    filled = [cell for cell in map(unmarked, cells) if cell]
    return bool(filled) and all(map(UTC_MIDNIGHT.fullmatch, filled))


def _day(cell: str, zone: tzinfo) -> str:
    day, time = day_and_time(cell, zone)
    return f"{day} {time}".strip() if day else plain(cell)


def _time(cell: str, zone: tzinfo) -> str:
    return day_and_time(cell, zone)[1] or plain(cell)
