"""Ids of imported records that follow from the request and the row: sent twice at once, it makes no record twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec.structs import replace

from chalicelib.exchange.parsed_file import ParsedRow
from chalicelib.schemas.ids import repeatable_id

_A_MOMENT = timedelta(milliseconds=1)


def with_repeatable_ids(rows: Iterable[ParsedRow], first_sent_at: datetime, request_id: str) -> tuple[ParsedRow, ...]:
    """The rows, each new record with an id that follows from its number and from the request; a record by itself is its
    own process. Ids sort in the order of the file."""
    return tuple(_with_id(row, first_sent_at, f"{request_id} {row.row}") for row in rows)


def _with_id(row: ParsedRow, first_sent_at: datetime, seed: str) -> ParsedRow:
    record = row.record
    if record is None or row.has_own_id:
        return row
    own = repeatable_id(first_sent_at + row.row * _A_MOMENT, seed)
    process_id = own if record.process_id == record.id else record.process_id
    return replace(row, record=replace(record, id=own, process_id=process_id))
