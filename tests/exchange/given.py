"""Helpers of the tests of files that come in."""

from __future__ import annotations

from datetime import UTC, date, datetime

from chalicelib.exchange.parsed_file import ParsedFile, ParsedRow
from chalicelib.exchange.uploads import parse_upload, upload_of

TODAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
HEAD = "company,position,interview_on"


def parsed(file: str | bytes, **fields: object) -> ParsedFile:
    """What is read of a file; ``fields`` are what its sender says about it."""
    raw = file.encode() if isinstance(file, str) else file
    return parse_upload(upload_of({}, fields, raw), TODAY, NOW, UTC)


def ending(row: ParsedRow) -> str:
    """How a row has ended, by its events: ``heard_back refusal, closed``; empty if it is open."""
    events = row.record.events if row.record else ()
    return ", ".join(" ".join(filter(None, (event.kind, event.result))) for event in events)


def asked(row: ParsedRow) -> list[str]:
    """The fields of a row that are asked about, or for which it is refused."""
    return [fault.field for fault in (*row.faults, *row.warnings)]
