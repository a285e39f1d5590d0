"""``/import`` as a page: a file is chosen, previewed, its columns corrected, and only then imported."""

from __future__ import annotations

from html import escape

from chalicelib.exchange.dry_run import RowState
from chalicelib.exchange.encodings import ENCODINGS
from chalicelib.exchange.import_report import ReportResponse, serialize_preview, serialize_report
from chalicelib.exchange.pagination import size_when_sent
from chalicelib.exchange.uploads import COLUMN, Upload, upload_of
from chalicelib.playbook.step import translatable
from chalicelib.schemas.written_days import DateFormat
from chalicelib.usecases.import_records import import_file, preview
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.field_names import columns, field_names
from chalicelib.web.pages.rendering import page

STATES = {
    RowState.CREATE: translatable("will be recorded"),
    RowState.CREATED: translatable("recorded"),
    RowState.DUPLICATE: translatable("is there already"),
    RowState.REFUSED: translatable("does not fit"),
    RowState.LEFT: translatable("still to be recorded"),
}

_MOST_BYTES_CARRIED = 3_000_000  # of the file in the next form; the rows beside it take less

routes = Routes()


@routes.get("/import", responses={200: HTML})
def show_import(context: RequestContext) -> Response:
    """Show the form that takes a file."""
    return page(context, "import")


@routes.post("/import/preview")
def show_preview(context: RequestContext) -> Response:
    """Preview a file, with the form that imports it or reads its letters, columns and days differently."""
    upload = _upload(context)
    previewed = serialize_preview(preview(context, upload), context.language)
    choices = {"fields": columns(context.language), "formats": tuple(DateFormat), "encodings": ENCODINGS}
    facts = {"column": COLUMN, **choices, **_words(context)}
    return page(context, "import_preview", seen=previewed, text=_text_of(context, upload, previewed.encoding), **facts)


@routes.post("/import")
def show_report(context: RequestContext) -> Response:
    """Import a file, and show what came of it; while rows are left, with a button that goes on with them."""
    upload = _upload(context)
    key = request_key(context.request, upload, context.now)
    report = serialize_report(import_file(context, upload, key), context.language)
    facts = {"text": _text_of(context, upload, report.encoding), "sent": _choices(context, report), **_words(context)}
    return page(context, "import_report", done=report, **facts)


def _upload(context: RequestContext) -> Upload:
    return upload_of(context.request.query(), context.sent, context.request.body.file)


def _words(context: RequestContext) -> dict[str, object]:
    states = {state: context.language.say(sentence) for state, sentence in STATES.items()}
    return {"states": states, "names": field_names(context.language)}


def _text_of(context: RequestContext, upload: Upload, encoding: str | None) -> str:
    """The file as a text, for the next form to carry: a CSV as it was read, in ``encoding``.

    It is empty if the page could not hold it, or would change it, and asks for it anew.
    """
    if upload.bundle and not upload.csv.isascii():
        return ""
    if upload.data is None:
        text = upload.csv.decode(encoding or "utf-8", errors="replace")
    else:
        file = context.request.body.file
        text = str(context.sent.get("text", "")) if file is None else file.decode("utf-8-sig", errors="replace")
    return text if size_when_sent(escape(text)) <= _MOST_BYTES_CARRIED else ""


def _choices(context: RequestContext, report: ReportResponse) -> dict[str, object]:
    """How to read the letters, columns and days, for the next form to carry."""
    sent = {name: value for name, value in context.sent.items() if name.startswith(COLUMN) or name == "date_format"}
    return sent | ({"decoded_from": report.encoding, "encoding": report.encoding} if report.sample else {})
