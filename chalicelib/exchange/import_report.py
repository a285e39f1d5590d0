"""What an import would do, or did, in the words of a language: the same for programs and for the page.

The ways in are ``serialize_preview`` and ``serialize_report``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from chalicelib.drafts.language import Language
from chalicelib.exchange.dry_run import ImportResult, ImportRow, Preview, RowState
from chalicelib.exchange.parsed_file import ParsedFile
from chalicelib.request_errors import Fault
from chalicelib.schemas.text_values import printable_name
from chalicelib.schemas.written_days import DateFormat

MOST_BYTES_IN_FULL = 1_000_000  # of rows with all their faults; 1,000 rows with one each are less than that again
_NAMES = ("company", "position")
_TELLING = (*_NAMES, "interview_on")


class FaultResponse(Struct, frozen=True, kw_only=True):
    """What is wrong with one field, and why; ``value`` is what stood there, where that is known."""

    field: str
    reason: str
    value: str | UnsetType = UNSET


class RowResponse(Struct, frozen=True, kw_only=True):
    """A row by its number in the file, and what will come, or came, of it. ``same_as`` is the id of the record that a
    duplicate repeats, or the number of the row before it. ``warnings`` are questions about a row that is taken: a cell
    that was not understood and is left out, or a state that was not."""

    row: int
    state: RowState
    company: str | UnsetType = UNSET
    position: str | UnsetType = UNSET
    interview_on: date | UnsetType = UNSET
    id: str | UnsetType = UNSET
    same_as: str | int | UnsetType = UNSET
    problems: tuple[FaultResponse, ...] | UnsetType = UNSET
    warnings: tuple[FaultResponse, ...] | UnsetType = UNSET


class FileResponse(Struct, frozen=True, kw_only=True):
    """How a file was read. For all but CSV only ``kind`` is known: there is nothing to guess.

    ``sample`` has cells that show whether a guessed ``encoding`` is right; ``warnings`` are about the whole file: what
    is left out of it, and what is a guess.
    """

    kind: Literal["csv", "json", "mbox", "ics"]
    encoding: str | None
    sample: tuple[str, ...]
    warnings: tuple[FaultResponse, ...]
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
        **_file_facts(looked_at.offered, language),
        problems=_faults(looked_at.offered.problems, language),
        create=numbers[RowState.CREATE],
        duplicate=numbers[RowState.DUPLICATE],
        refused=numbers[RowState.REFUSED],
        rows=_rows(looked_at.rows, language),
    )


def serialize_report(report: ImportResult, language: Language) -> ReportResponse:
    """The response for a report."""
    numbers = Counter(row.state for row in report.rows)
    return ReportResponse(
        **_file_facts(report.offered, language),
        created=numbers[RowState.CREATED],
        duplicate=numbers[RowState.DUPLICATE],
        refused=numbers[RowState.REFUSED],
        left=report.left,
        rows=_rows(report.rows, language),
    )


def _file_facts(offered: ParsedFile, language: Language) -> dict[str, Any]:
    facts = {name: getattr(offered, name) for name in FileResponse.__struct_fields__}
    return facts | {
        "sample": tuple(printable_name(cell) for cell in offered.sample),
        "warnings": _faults(offered.warnings, language),
    }


def _rows(rows: Iterable[ImportRow], language: Language) -> tuple[RowResponse, ...]:
    """The responses of all rows. Once they are as large as an answer may be, a row names its first fault only."""
    size, responses = 0, []
    for row in rows:
        response = _row(row, language)
        size += len(msgspec.json.encode(response))
        if size > MOST_BYTES_IN_FULL and response.problems:
            response = replace(response, problems=response.problems[:1])
        responses.append(response)
    return tuple(responses)


def _row(row: ImportRow, language: Language) -> RowResponse:
    record = row.record
    facts = {name: getattr(record, name) for name in _TELLING} if record else _texts(row.sent, _NAMES)
    return RowResponse(
        row=row.number,
        state=row.state,
        **facts,
        id=record.id if record and row.state is RowState.CREATED else UNSET,
        same_as=UNSET if row.same_as is None else row.same_as,
        problems=_faults(row.faults, language, row.sent) or UNSET,
        warnings=_faults(row.warnings, language, row.sent) or UNSET,
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
