"""What would come of each row if it were brought in now: created, skipped as a duplicate, or refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from chalicelib.errors import UnreadableRecord
from chalicelib.exchange.row_parser import ParsedFile, ParsedRow
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
    """A row and what comes of it. A duplicate has the id of the record that is there, or the number of the row before
    it in ``same_as``; of a row that is refused ``sent`` is what stood in it."""

    number: int
    state: RowState
    record: Interview | None = None
    faults: tuple[Fault, ...] = ()
    same_as: str | int | None = None
    sent: Mapping[str, object] = field(default_factory=dict)


class Preview(Struct, frozen=True):
    """What an import would do, row by row; with ``problems`` in what is offered it would do nothing."""

    offered: ParsedFile
    rows: tuple[ImportRow, ...]


class Report(Struct, frozen=True):
    """What an import did, row by row. While rows are ``left``, the same request again goes on with them."""

    offered: ParsedFile
    rows: tuple[ImportRow, ...]

    @property
    def left(self) -> int:
        """How many records are still to be written."""
        return sum(row.state is RowState.LEFT for row in self.rows)


def dry_run(candidates: Iterable[ParsedRow], existing: Iterable[Existing]) -> tuple[ImportRow, ...]:
    """The rows in the order of the file. ``existing`` are all records of the owner."""
    candidates = tuple(candidates)
    own_ids = {one.record.id for one in candidates if one.record and one.has_own_id}
    return tuple(_Known(existing, own_ids).rows(candidates))


class _Known:
    """The records that are there, by id and by content.

    A record that comes back with its id is itself, though another of the same file may have the same content: two
    rounds on one day. So its content is compared with what did not come from this file only.
    """

    def __init__(self, existing: Iterable[Existing], own_ids: set[str]) -> None:
        self._by_id: dict[str, str | int] = {}
        self._by_content: dict[Content, str | int] = {}
        self._foreign: dict[Content, str | int] = {}
        for record in existing:
            self._by_id[record.id] = record.id
            if isinstance(record, UnreadableRecord):
                continue
            self._by_content.setdefault(_content(record), record.id)
            if record.id not in own_ids:
                self._foreign.setdefault(_content(record), record.id)

    def rows(self, candidates: Iterable[ParsedRow]) -> Iterator[ImportRow]:
        for candidate in candidates:
            record = candidate.record
            if record is None:
                yield ImportRow(candidate.row, RowState.REFUSED, faults=candidate.faults, sent=candidate.sent)
            elif same_as := self._same_as(record, has_own_id=candidate.has_own_id):
                yield ImportRow(candidate.row, RowState.DUPLICATE, record, same_as=same_as)
            else:
                self._by_id[record.id] = candidate.row
                self._by_content.setdefault(_content(record), candidate.row)
                yield ImportRow(candidate.row, RowState.CREATE, record)

    def _same_as(self, record: Interview, *, has_own_id: bool) -> str | int | None:
        alike = self._foreign if has_own_id else self._by_content
        return self._by_id.get(record.id) or alike.get(_content(record))


def _content(record: Interview) -> Content:
    return record.company.casefold(), record.position.casefold(), record.interview_on
