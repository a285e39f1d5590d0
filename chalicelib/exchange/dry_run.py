"""What an import would do with each row now: create it, skip it as a duplicate, or refuse it. See ``dry_run``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from chalicelib.errors import UnreadableRecord
from chalicelib.exchange.parsed_file import ParsedFile, ParsedRow
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Fault

Content = tuple[str, str, date]
Existing = Interview | UnreadableRecord


class RowState(StrEnum):
    """What will come, or what came, of a row."""

    CREATE = "create"
    CREATED = "created"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    LEFT = "left"


class ImportRow(Struct, frozen=True):
    """A row and what becomes of it.

    For a duplicate, ``same_as`` is the id of the stored record or the number of the earlier row. For a row with faults
    or warnings, ``sent`` is what it had.
    """

    number: int
    state: RowState
    record: Interview | None = None
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    same_as: str | int | None = None
    sent: Mapping[str, object] = field(default_factory=dict)


class Preview(Struct, frozen=True):
    """What an import would do, row by row; if ``offered`` has ``problems``, it would do nothing."""

    offered: ParsedFile
    rows: tuple[ImportRow, ...]


class ImportResult(Struct, frozen=True):
    """What an import did, row by row. While rows are ``left``, the same request, sent again, continues with them."""

    offered: ParsedFile
    rows: tuple[ImportRow, ...]

    @property
    def left(self) -> int:
        """The number of records that are still to be written."""
        return sum(row.state is RowState.LEFT for row in self.rows)


def dry_run(candidates: Iterable[ParsedRow], existing: Iterable[Existing]) -> tuple[ImportRow, ...]:
    """The rows in the order of the file. ``existing`` are all records of the owner."""
    rows = tuple(candidates)
    own_ids = {row.record.id for row in rows if row.record and row.has_own_id}
    return tuple(_KnownRecords(existing, own_ids).results(rows))


class _KnownRecords:
    """The records that are stored, and those of earlier rows, by id and by content.

    A row with the id of a record is that record, even if another row of the file has the same content: two rounds on
    one day. So its content is compared only with records whose ids are not in the file.
    """

    def __init__(self, existing: Iterable[Existing], own_ids: set[str]) -> None:
        self._by_id: dict[str, str | int] = {}
        self._by_content: dict[Content, str | int] = {}
        self._not_in_file: dict[Content, str | int] = {}
        for record in existing:
            self._by_id[record.id] = record.id
            if isinstance(record, UnreadableRecord):
                continue
            self._by_content.setdefault(_content(record), record.id)
            if record.id not in own_ids:
                self._not_in_file.setdefault(_content(record), record.id)

    def results(self, rows: Iterable[ParsedRow]) -> Iterator[ImportRow]:
        for parsed in rows:
            record = parsed.record
            if record is None:
                yield ImportRow(parsed.row, RowState.REFUSED, faults=parsed.faults, sent=parsed.sent)
            elif same_as := self._same_as(record, has_own_id=parsed.has_own_id):
                yield ImportRow(parsed.row, RowState.DUPLICATE, record, same_as=same_as)
            else:
                self._by_id[record.id] = parsed.row
                self._by_content.setdefault(_content(record), parsed.row)
                yield ImportRow(parsed.row, RowState.CREATE, record, warnings=parsed.warnings, sent=parsed.sent)

    def _same_as(self, record: Interview, *, has_own_id: bool) -> str | int | None:
        by_content = self._not_in_file if has_own_id else self._by_content
        return self._by_id.get(record.id) or by_content.get(_content(record))


def _content(record: Interview) -> Content:
    return record.company.casefold(), record.position.casefold(), record.interview_on
