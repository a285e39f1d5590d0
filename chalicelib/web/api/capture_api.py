"""``POST /capture``: an invitation, a reply or a calendar entry comes in, and is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from http import HTTPStatus
from typing import Annotated, Any

from msgspec import Meta, Struct

from chalicelib.capture.documents import Document, DocumentKind, document_of
from chalicelib.capture.found import Doubt, Found, ProposalKind
from chalicelib.links.proposal_links import ProposalLinks
from chalicelib.schemas.capture_fields import Apply, CaptureFields, CaptureQuery
from chalicelib.schemas.responses import WarningResponse
from chalicelib.usecases.capture import Captured, capture
from chalicelib.web.http.body import ANY_FILE, CALENDAR, JSON, MAIL, MULTIPART, PLAIN_TEXT, URLENCODED
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, json_response, to_json
from chalicelib.web.http.routing import Routes

TAKES = dict.fromkeys((JSON, URLENCODED, MULTIPART), CaptureFields) | {
    kind: kind for kind in (MAIL, CALENDAR, PLAIN_TEXT, ANY_FILE)
}

routes = Routes()


class FoundResponse(Struct, frozen=True, rename={"source": "from", "is_certain": "certain"}):
    """A value, the piece of the text that it was read from, and whether it leaves no doubt."""

    value: Any
    source: str
    is_certain: bool


class CaptureResponse(Struct, frozen=True, kw_only=True, rename={"is_certain": "certain"}):
    """What was read. ``fields`` are an interview's, and ``result`` and ``until`` of an answer.

    ``accept`` is a link whose page shows the proposal, and records it with a POST; null if nothing is left to accept.
    """

    proposal: ProposalKind
    is_certain: bool
    record: Annotated[str | None, Meta(description="The record that it belongs to, or that was made of it.")]
    fields: Mapping[str, FoundResponse]
    warnings: tuple[WarningResponse, ...]
    accept: str | None


@routes.post("/capture", responses={200: CaptureResponse}, body=TAKES, query=CaptureQuery, errors=(409,))
def capture_document(context: RequestContext) -> Response:
    """Read an invitation, a reply or a calendar entry, and propose what to record.

    The body is a mail (`message/rfc822`), a calendar file (`text/calendar`) or a text (`text/plain`): as it is, as the
    file of a form, or in `text`. Nothing is recorded but by `accept`, or with `apply=certain` what leaves no doubt. The
    same document proposes, and records, once.
    """
    query = CaptureQuery.read(context.request.query())
    captured = capture(
        context, _document(context), context.services.links, is_certain_applied=query.apply is Apply.CERTAIN
    )
    return json_response(to_json(_serialized(context, captured)), HTTPStatus.OK)


def _document(context: RequestContext) -> Document:
    body = context.request.body
    if body.file is None:
        text = CaptureFields.read(context.fields).text
        return document_of(text.encode("utf-8", "replace"))
    kind = DocumentKind(body.file_type) if body.file_type in [*DocumentKind] else None
    return document_of(body.file, kind, body.charset)


def _serialized(context: RequestContext, captured: Captured) -> CaptureResponse:
    proposal = captured.proposal
    return CaptureResponse(
        proposal=proposal.kind,
        is_certain=proposal.is_certain,
        record=captured.recorded.interview_id if captured.recorded else proposal.record_id,
        fields={name: _found(found) for name, found in proposal.fields.items()},
        warnings=tuple(_warning(context, doubt) for doubt in proposal.doubts),
        accept=_link(context, captured.waiting_id) if captured.waiting_id and not captured.recorded else None,
    )


def _found(found: Found) -> FoundResponse:
    value = found.value
    plain = f"{value:%H:%M}" if isinstance(value, time) else value.isoformat() if isinstance(value, date) else value
    return FoundResponse(plain, found.quote, found.is_certain)


def _warning(context: RequestContext, doubt: Doubt) -> WarningResponse:
    return WarningResponse(doubt.field, context.language.say(doubt.reason, doubt.facts))


def _link(context: RequestContext, waiting_id: str) -> str:
    """The link that accepts; a path where the address that the API was called by is not known."""
    token = ProposalLinks(context.services.links()).token(context.owner.id, waiting_id, context.now)
    return f"{context.request.address or context.request.prefix}/act/{token}"
