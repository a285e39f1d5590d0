"""What an import would do, or did, as it is told: in the words of a language, for programs and for the page alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from chalicelib.drafts.language import Language
from chalicelib.exchange.date_formats import DateFormat
from chalicelib.exchange.dry_run import Preview, Report, Row, State
from chalicelib.exchange.row_parser import Offered
from chalicelib.request_errors import Fault
from chalicelib.schemas.texts import shown

_NAMES = ("company", "position")
_TELLING = (*_NAMES, "interview_on")


class ShownFault(Struct, frozen=True, kw_only=True):
    """What is wrong with one field, and why; ``value`` is what stood there, where that is known."""

    field: str
    reason: str
    value: str | UnsetType = UNSET


class ShownRow(Struct, frozen=True, kw_only=True):
    """A row by its number in the file, and what will come, or came, of it. ``same_as`` is the id of the record that a
    duplicate repeats, or the number of the row before it."""

    row: int
    state: State
    company: str | UnsetType = UNSET
    position: str | UnsetType = UNSET
    interview_on: date | UnsetType = UNSET
    id: str | UnsetType = UNSET
    same_as: str | int | UnsetType = UNSET
    problems: tuple[ShownFault, ...] | UnsetType = UNSET


class ShownFile(Struct, frozen=True, kw_only=True):
    """How a file was read. Of JSON there is nothing to guess."""

    kind: Literal["csv", "json"]
    encoding: str | None
    delimiter: str | None
    columns: Mapping[str, str | None]
    date_format: DateFormat | None


class ShownPreview(ShownFile, frozen=True, kw_only=True):
    """What an import would do; with ``problems``, which are about the whole file, it would be refused."""

    problems: tuple[ShownFault, ...]
    create: int
    duplicate: int
    refused: int
    rows: tuple[ShownRow, ...]


class ShownReport(ShownFile, frozen=True, kw_only=True):
    """What an import did; while rows are ``left``, the same request again goes on with them."""

    created: int
    duplicate: int
    refused: int
    left: int
    rows: tuple[ShownRow, ...]


def shown_preview(looked_at: Preview, language: Language) -> ShownPreview:
    """A preview as an answer shows it."""
    numbers = Counter(row.state for row in looked_at.rows)
    return ShownPreview(
        **_how_it_was_read(looked_at.offered),
        problems=_said(looked_at.offered.problems, language),
        create=numbers[State.CREATE],
        duplicate=numbers[State.DUPLICATE],
        refused=numbers[State.REFUSED],
        rows=tuple(_shown_row(row, language) for row in looked_at.rows),
    )


def shown_report(report: Report, language: Language) -> ShownReport:
    """A report as an answer shows it."""
    numbers = Counter(row.state for row in report.rows)
    return ShownReport(
        **_how_it_was_read(report.offered),
        created=numbers[State.CREATED],
        duplicate=numbers[State.DUPLICATE],
        refused=numbers[State.REFUSED],
        left=report.left,
        rows=tuple(_shown_row(row, language) for row in report.rows),
    )


def _how_it_was_read(offered: Offered) -> dict[str, Any]:
    return {name: getattr(offered, name) for name in ShownFile.__struct_fields__}


def _shown_row(row: Row, language: Language) -> ShownRow:
    record = row.record
    facts = {name: getattr(record, name) for name in _TELLING} if record else _texts(row.sent, _NAMES)
    return ShownRow(
        row=row.number,
        state=row.state,
        **facts,
        id=record.id if record and row.state is State.CREATED else UNSET,
        same_as=UNSET if row.same_as is None else row.same_as,
        problems=_said(row.faults, language, row.sent) if row.faults else UNSET,
    )


def _texts(sent: Mapping[str, object], names: Iterable[str]) -> dict[str, str]:
    """Those of the fields that hold a text, fit to be shown."""
    return {name: shown(text) for name in names if isinstance(text := sent.get(name), str) and text.strip()}


def _said(
    faults: Iterable[Fault], language: Language, sent: Mapping[str, object] | None = None
) -> tuple[ShownFault, ...]:
    values = _texts(sent or {}, sent or ())
    return tuple(
        ShownFault(field=one.field, reason=language.say(one.reason, one.facts), value=values.get(one.field, UNSET))
        for one in faults
    )
