"""What an import would do, or did, in the words of a language: the same for programs and for the page.

The ways in are ``serialize_preview`` and ``serialize_report``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from chalicelib.drafts.language import Language
from chalicelib.exchange.date_formats import DateFormat
from chalicelib.exchange.dry_run import ImportResult, ImportRow, Preview, RowState
from chalicelib.exchange.row_parser import ParsedFile
from chalicelib.request_errors import Fault
from chalicelib.schemas.text_values import printable_name

_NAMES = ("company", "position")
_TELLING = (*_NAMES, "interview_on")


class FaultResponse(Struct, frozen=True, kw_only=True):
    """What is wrong with one field, and why; ``value`` is what stood there, where that is known."""

    field: str
    reason: str
    value: str | UnsetType = UNSET


class RowResponse(Struct, frozen=True, kw_only=True):
    """A row by its number in the file, and what will come, or came, of it. ``same_as`` is the id of the record that a
    duplicate repeats, or the number of the row before it."""

    row: int
    state: RowState
    company: str | UnsetType = UNSET
    position: str | UnsetType = UNSET
    interview_on: date | UnsetType = UNSET
    id: str | UnsetType = UNSET
    same_as: str | int | UnsetType = UNSET
    problems: tuple[FaultResponse, ...] | UnsetType = UNSET


class FileResponse(Struct, frozen=True, kw_only=True):
    """How a file was read. For JSON only ``kind`` is known: there is nothing to guess."""

    kind: Literal["csv", "json"]
    encoding: str | None
    delimiter: str | None
    columns: Mapping[str, str | None]
    date_format: DateFormat | None


class PreviewResponse(FileResponse, frozen=True, kw_only=True):
    """What an import would do; with ``problems``, which are about the whole file, it would be refused."""

    problems: tuple[FaultResponse, ...]
    create: int
    duplicate: int
    refused: int
    rows: tuple[RowResponse, ...]


class ReportResponse(FileResponse, frozen=True, kw_only=True):
    """What an import did; while rows are ``left``, the same request again goes on with them."""

    created: int
    duplicate: int
    refused: int
    left: int
    rows: tuple[RowResponse, ...]


def serialize_preview(looked_at: Preview, language: Language) -> PreviewResponse:
    """The response for a preview."""
    numbers = Counter(row.state for row in looked_at.rows)
    return PreviewResponse(
        **_file_facts(looked_at.offered),
        problems=_faults(looked_at.offered.problems, language),
        create=numbers[RowState.CREATE],
        duplicate=numbers[RowState.DUPLICATE],
        refused=numbers[RowState.REFUSED],
        rows=tuple(_row(row, language) for row in looked_at.rows),
    )


def serialize_report(report: ImportResult, language: Language) -> ReportResponse:
    """The response for a report."""
    numbers = Counter(row.state for row in report.rows)
    return ReportResponse(
        **_file_facts(report.offered),
        created=numbers[RowState.CREATED],
        duplicate=numbers[RowState.DUPLICATE],
        refused=numbers[RowState.REFUSED],
        left=report.left,
        rows=tuple(_row(row, language) for row in report.rows),
    )


def _file_facts(offered: ParsedFile) -> dict[str, Any]:
    return {name: getattr(offered, name) for name in FileResponse.__struct_fields__}


def _row(row: ImportRow, language: Language) -> RowResponse:
    record = row.record
    facts = {name: getattr(record, name) for name in _TELLING} if record else _texts(row.sent, _NAMES)
    return RowResponse(
        row=row.number,
        state=row.state,
        **facts,
        id=record.id if record and row.state is RowState.CREATED else UNSET,
        same_as=UNSET if row.same_as is None else row.same_as,
        problems=_faults(row.faults, language, row.sent) if row.faults else UNSET,
    )


def _texts(sent: Mapping[str, object], names: Iterable[str]) -> dict[str, str]:
    """The fields in ``names`` that have a text, made fit to be shown."""
    return {name: printable_name(text) for name in names if isinstance(text := sent.get(name), str) and text.strip()}


def _faults(
    faults: Iterable[Fault], language: Language, sent: Mapping[str, object] | None = None
) -> tuple[FaultResponse, ...]:
    values = _texts(sent or {}, sent or ())
    return tuple(
        FaultResponse(
            field=fault.field, reason=language.say(fault.reason, fault.facts), value=values.get(fault.field, UNSET)
        )
        for fault in faults
    )
