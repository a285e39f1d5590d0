"""``/import`` as a page: a file is chosen, previewed, its columns corrected, and only then imported."""

from __future__ import annotations

from chalicelib.exchange.date_formats import DateFormat
from chalicelib.exchange.dry_run import RowState
from chalicelib.exchange.import_report import serialize_preview, serialize_report
from chalicelib.exchange.uploads import COLUMN, Upload, upload_of
from chalicelib.playbook.step import translatable
from chalicelib.usecases.import_records import import_file, preview
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

routes = Routes()


@routes.get("/import", responses={200: HTML})
def show_import(context: RequestContext) -> Response:
    """Show the form that takes a file."""
    return page(context, "import")


@routes.post("/import/preview")
def show_preview(context: RequestContext) -> Response:
    """Preview a file, with the form that imports it or reads its columns differently."""
    previewed = serialize_preview(preview(context, _upload(context)), context.language)
    facts = {"column": COLUMN, "fields": columns(context.language), "formats": tuple(DateFormat), **_words(context)}
    return page(context, "import_preview", seen=previewed, text=_text_of(context, previewed.encoding), **facts)


@routes.post("/import")
def show_report(context: RequestContext) -> Response:
    """Import a file, and show what came of it; while rows are left, with a button that goes on with them."""
    report = serialize_report(import_file(context, _upload(context)), context.language)
    text = _text_of(context, report.encoding)
    return page(context, "import_report", done=report, text=text, sent=_column_choices(context), **_words(context))


def _upload(context: RequestContext) -> Upload:
    return upload_of(context.request.query(), context.sent, context.request.body.file)


def _words(context: RequestContext) -> dict[str, object]:
    states = {state: context.language.say(sentence) for state, sentence in STATES.items()}
    return {"states": states, "names": field_names(context.language)}


def _text_of(context: RequestContext, encoding: str | None) -> str:
    """The file as a text, for the next form to carry."""
    file = context.request.body.file
    return str(context.sent.get("text", "")) if file is None else file.decode(encoding or "utf-8-sig", errors="replace")


def _column_choices(context: RequestContext) -> dict[str, object]:
    """How to read the columns and days, for the next form to carry."""
    return {name: value for name, value in context.sent.items() if name.startswith(COLUMN) or name == "date_format"}
