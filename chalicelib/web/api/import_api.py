"""``/import/preview`` and ``/import``: records come in from a file."""

from __future__ import annotations

from chalicelib.exchange.import_report import PreviewResponse, ReportResponse, serialize_preview, serialize_report
from chalicelib.exchange.uploads import TableFields, upload_of
from chalicelib.usecases.import_records import import_file, preview
from chalicelib.web.http.body import ANY_FILE, CSV, JSON, MULTIPART, URLENCODED
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, json_response, to_json
from chalicelib.web.http.routing import Routes

TAKES = dict.fromkeys((JSON, URLENCODED, MULTIPART), TableFields) | {CSV: CSV, ANY_FILE: ANY_FILE}

routes = Routes()


@routes.post("/import/preview", responses={200: PreviewResponse}, body=TAKES)
def preview_import(context: RequestContext) -> Response:
    """Preview an import: what it would create, skip as a duplicate, or refuse, and why.

    Nothing is written. The body is an export of this API, any CSV, a calendar (`.ics`) or a mailbox (`.mbox`) of at
    most 100 events or mails: as it is, as the file of a form, or as a text.
    """
    upload = upload_of(context.request.query(), context.sent, context.request.body.file)
    return json_response(to_json(serialize_preview(preview(context, upload), context.language)))


@routes.post("/import", responses={200: ReportResponse}, body=TAKES, request_headers=("Idempotency-Key",))
def import_records(context: RequestContext) -> Response:
    """Import the records of a file.

    A record that is there already is skipped, never overwritten. While ``left`` is not 0, send the same request again.
    A second request with the same key, or with the same content within ten minutes, makes no record twice, not even at
    the same moment.
    """
    upload = upload_of(context.request.query(), context.sent, context.request.body.file)
    report = import_file(context, upload, request_key(context.request, upload, context.now))
    return json_response(to_json(serialize_report(report, context.language)))
