"""``/export.json`` and ``/export.csv``: everything that the owner has recorded, to take away."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, Literal

from msgspec import Struct

from chalicelib.errors import UnreadableRecord
from chalicelib.exchange.csv_writer import BYTE_ORDER_MARK, HEADERS, cells_of, cells_of_unreadable, row
from chalicelib.exchange.json_records import whole
from chalicelib.exchange.pagination import Portion, all_records, portion
from chalicelib.records.interviews import Record, opened
from chalicelib.schemas.owner_fields import fields_of
from chalicelib.schemas.record_fields import RecordId
from chalicelib.schemas.validation import Shape
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import JSON, Answer, as_text
from chalicelib.web.http.routing import Routes

FORMAT, FORMAT_VERSION = "afterword", 1
_TYPES = {"json": JSON, "csv": "text/csv; charset=utf-8"}
_BEARS = ("Content-Disposition",)
_BEGINNING_OF_RECORDS = ',\n"interviews":['

routes = Routes()


class ExportedFile(Struct, frozen=True, kw_only=True):
    """The file. ``owner`` is what ``PATCH /owner`` takes; ``next``, if not null, the ``after`` of the next portion."""

    format: Literal["afterword"]
    format_version: Literal[1]
    owner: dict[str, Any]
    next: str | None
    interviews: tuple[dict[str, Any], ...]


class AskedPortion(Shape, frozen=True, kw_only=True):
    """The query of an export: ``after`` is the ``next`` of the portion before."""

    after: RecordId | None = None


@routes.get("/export.json", answers={200: ExportedFile}, asks=AskedPortion, bears=_BEARS)
def export_json(call: Call) -> Answer:
    """All records with their events, and the settings, without the token; it can be imported again."""
    found = portion(_records(call), lambda record: as_text(_kept(record)))
    head = as_text(
        {"format": FORMAT, "format_version": FORMAT_VERSION, "owner": fields_of(call.owner), "next": found.next}
    )
    records = ",".join(f"\n{text}" for text in found.texts)
    text = f"{head[:-1]}{_BEGINNING_OF_RECORDS}{records}\n]}}\n"
    return _as_file(call, "json", text, found)


@routes.get("/export.csv", answers={200: _TYPES["csv"]}, asks=AskedPortion, bears=_BEARS)
def export_csv(call: Call) -> Answer:
    """The interviews as a table for spreadsheets, without their events."""
    found = portion(_records(call), lambda record: row(_cells(call, record)))
    text = BYTE_ORDER_MARK + row(HEADERS) + "".join(found.texts)
    return _as_file(call, "csv", text, found)


def _kept(record: Record) -> dict[str, Any]:
    """The record as a file holds it; what cannot be read as it is stored, so that nothing is lost."""
    try:
        return whole(opened(record))
    except UnreadableRecord as unreadable:
        return {"id": unreadable.id, "unreadable": unreadable.reason, "stored": unreadable.stored}


def _cells(call: Call, record: Record) -> list[object]:
    try:
        interview = opened(record)
        return cells_of(interview, call.plan(interview))
    except UnreadableRecord as unreadable:
        return cells_of_unreadable(unreadable)


def _records(call: Call) -> Iterator[Record]:
    asked = AskedPortion.read(call.incoming.query())
    return all_records(call.parts.interviews, call.owner.id, asked.after)


def _as_file(call: Call, ending: str, text: str, found: Portion) -> Answer:
    """A file to keep; where it does not hold everything, ``Link`` says where the rest is."""
    headers = {
        "Content-Type": _TYPES[ending],
        "Content-Disposition": f'attachment; filename="afterword-{call.today}.{ending}"',
    }
    rest = f"<{call.incoming.prefix}/export.{ending}?after={found.next}>" if found.next else None
    return Answer(HTTPStatus.OK, text, headers | ({"Link": f'{rest}; rel="next"'} if rest else {}))
