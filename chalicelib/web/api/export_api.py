"""``/export.json`` and ``/export.csv``: everything that the owner has recorded, to take away."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Literal

from msgspec import Struct

from chalicelib.schemas.queries import ExportQuery
from chalicelib.usecases.export_records import Export, export_as_csv, export_as_json
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import JSON, Response
from chalicelib.web.http.routing import Routes

_MEDIA_TYPES = {"json": JSON, "csv": "text/csv; charset=utf-8"}
_HEADERS = ("Content-Disposition",)

routes = Routes()


class ExportedFile(Struct, frozen=True, kw_only=True):
    """The file. ``owner`` is what ``PATCH /owner`` takes; ``next`` is the ``after`` of the next portion, or null."""

    format: Literal["afterword"]
    format_version: Literal[2]
    owner: dict[str, Any]
    next: str | None
    interviews: tuple[dict[str, Any], ...]


@routes.get("/export.json", responses={200: ExportedFile}, query=ExportQuery, response_headers=_HEADERS)
def export_json(context: RequestContext) -> Response:
    """Export all records with their events, and the settings, without the token. The file can be imported again."""
    return _as_file(context, "json", export_as_json(context, _after(context)))


@routes.get("/export.csv", responses={200: _MEDIA_TYPES["csv"]}, query=ExportQuery, response_headers=_HEADERS)
def export_csv(context: RequestContext) -> Response:
    """Export the interviews as a table for spreadsheets, without their events."""
    return _as_file(context, "csv", export_as_csv(context, _after(context)))


def _after(context: RequestContext) -> str | None:
    return ExportQuery.read(context.request.query()).after


def _as_file(context: RequestContext, ending: str, export: Export) -> Response:
    """A file to download. Where it does not hold everything, ``Link`` says where the rest is."""
    headers = {
        "Content-Type": _MEDIA_TYPES[ending],
        "Content-Disposition": f'attachment; filename="afterword-{context.today}.{ending}"',
    }
    rest = f"<{context.request.prefix}/export.{ending}?after={export.next}>" if export.next else None
    return Response(HTTPStatus.OK, export.text, headers | ({"Link": f'{rest}; rel="next"'} if rest else {}))
