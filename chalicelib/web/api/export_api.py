"""``/export.json`` and ``/export.csv``: everything that the owner has recorded, to take away."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Literal

from msgspec import Struct

from chalicelib.schemas.record_fields import RecordId
from chalicelib.schemas.validation import Shape
from chalicelib.usecases.export_records import Export, export_as_csv, export_as_json
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import JSON, Answer
from chalicelib.web.http.routing import Routes

_TYPES = {"json": JSON, "csv": "text/csv; charset=utf-8"}
_BEARS = ("Content-Disposition",)

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
    return _as_file(call, "json", export_as_json(call, _after(call)))


@routes.get("/export.csv", answers={200: _TYPES["csv"]}, asks=AskedPortion, bears=_BEARS)
def export_csv(call: Call) -> Answer:
    """The interviews as a table for spreadsheets, without their events."""
    return _as_file(call, "csv", export_as_csv(call, _after(call)))


def _after(call: Call) -> str | None:
    return AskedPortion.read(call.incoming.query()).after


def _as_file(call: Call, ending: str, export: Export) -> Answer:
    """A file to keep; where it does not hold everything, ``Link`` says where the rest is."""
    headers = {
        "Content-Type": _TYPES[ending],
        "Content-Disposition": f'attachment; filename="afterword-{call.today}.{ending}"',
    }
    rest = f"<{call.incoming.prefix}/export.{ending}?after={export.next}>" if export.next else None
    return Answer(HTTPStatus.OK, export.text, headers | ({"Link": f'{rest}; rel="next"'} if rest else {}))
