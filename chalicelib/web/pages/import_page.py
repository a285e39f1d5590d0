"""``/import`` as a page: a file is chosen, looked at, its columns corrected, and only then brought in."""

from __future__ import annotations

from chalicelib.exchange.date_formats import DateFormat
from chalicelib.exchange.dry_run import State
from chalicelib.exchange.import_report import shown_preview, shown_report
from chalicelib.exchange.uploads import COLUMN, Upload, upload_of
from chalicelib.playbook.step import marked
from chalicelib.usecases.import_records import bring_in, preview
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import HTML, Answer
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.field_names import columns, field_names
from chalicelib.web.pages.rendering import page

STATES = {
    State.CREATE: marked("will be recorded"),
    State.CREATED: marked("recorded"),
    State.DUPLICATE: marked("is there already"),
    State.REFUSED: marked("does not fit"),
    State.LEFT: marked("still to be recorded"),
}

routes = Routes()


@routes.get("/import", answers={200: HTML})
def show_import(call: Call) -> Answer:
    """The form that takes a file."""
    return page(call, "import")


@routes.post("/import/preview")
def show_preview(call: Call) -> Answer:
    """What would come of a file, and the form that brings it in or reads its columns differently."""
    looked_at = shown_preview(preview(call, _upload(call)), call.spoken)
    facts = {"column": COLUMN, "fields": columns(call.spoken), "formats": tuple(DateFormat), **_words(call)}
    return page(call, "import_preview", seen=looked_at, text=_text_of(call, looked_at.encoding), **facts)


@routes.post("/import")
def show_report(call: Call) -> Answer:
    """What came of it; while rows are left, a button that goes on with them."""
    report = shown_report(bring_in(call, _upload(call)), call.spoken)
    text = _text_of(call, report.encoding)
    return page(call, "import_report", done=report, text=text, sent=_kept(call), **_words(call))


def _upload(call: Call) -> Upload:
    return upload_of(call.incoming.query(), call.sent, call.incoming.body.file)


def _words(call: Call) -> dict[str, object]:
    states = {state: call.spoken.say(sentence) for state, sentence in STATES.items()}
    return {"states": states, "names": field_names(call.spoken)}


def _text_of(call: Call, encoding: str | None) -> str:
    """The file as a text that the next form carries on."""
    file = call.incoming.body.file
    return str(call.sent.get("text", "")) if file is None else file.decode(encoding or "utf-8-sig", errors="replace")


def _kept(call: Call) -> dict[str, object]:
    """How the columns were read, for the next form."""
    return {name: value for name, value in call.sent.items() if name.startswith(COLUMN) or name == "date_format"}
