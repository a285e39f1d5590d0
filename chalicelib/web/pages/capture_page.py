"""``/capture`` as a page: an invitation or a reply is pasted, or chosen as a file, and comes back as a filled form."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.capture.documents import document_of
from chalicelib.capture.found import ProposalKind
from chalicelib.links.proposal_links import ProposalLinks
from chalicelib.request_errors import Fault, Invalid, UnknownKind
from chalicelib.usecases.capture import Captured, capture
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.accept_pages import proposal_page, recorded_page
from chalicelib.web.pages.form_values import form_page
from chalicelib.web.pages.marked_text import marked_text
from chalicelib.web.pages.redisplay import FormState, with_form
from chalicelib.web.pages.rendering import page

_TEXT = "text"
_FIELDS = (_TEXT, "file")

routes = Routes()


@routes.get("/capture", responses={200: HTML})
def show_capture(context: RequestContext) -> Response:
    """Show the form that takes words, or a file."""
    return _form(context, FormState({}))


def _form(context: RequestContext, state: FormState) -> Response:
    return form_page(context, "capture", state, _FIELDS)


@routes.post("/capture", responses={200: HTML})
@with_form(_form)
def read_from_page(context: RequestContext) -> Response:
    """Read what was pasted or chosen, and show it as a form to be recorded."""
    captured = _captured(context)
    if captured.waiting_id is None:
        return _nothing(context, captured)
    token = ProposalLinks(context.services.links()).token(context.owner.id, captured.waiting_id, context.now)
    path = f"{context.request.prefix}/act/{token}"
    if captured.recorded:
        return recorded_page(context, captured.proposal, captured.recorded.interview_id, path)
    return proposal_page(context, captured.proposal, path, text=captured.text)


def _captured(context: RequestContext) -> Captured:
    """What came of it. Raises ``Invalid``, whose faults name the field that it came in."""
    file = context.request.body.file
    raw = str(context.fields.get(_TEXT, "")).encode("utf-8", "replace") if file is None else file
    try:
        return capture(context, document_of(raw), context.services.links)
    except (Invalid, UnknownKind) as refused:
        field = _TEXT if file is None else "file"
        raise Invalid(*(Fault(field, fault.reason, fault.facts) for fault in refused.faults)) from refused


def _nothing(context: RequestContext, captured: Captured) -> Response:
    """The page that says why there is nothing to record, with the words that were read."""
    proposal, language = captured.proposal, context.language
    return page(
        context,
        "captured_nothing",
        HTTPStatus.OK,
        is_unmatched=proposal.kind is not ProposalKind.NOTHING,
        record_id=proposal.record_id,
        doubts=[language.say(doubt.reason, doubt.facts) for doubt in proposal.doubts],
        marked=marked_text(captured.text, (found.quote for found in proposal.fields.values())),
    )
