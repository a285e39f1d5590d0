"""``/interviews/{id}/drafts``: what to say and what to write."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from chalicelib.drafts.draft import Draft, DraftChannel, Passage
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.step import StepKind
from chalicelib.schemas.queries import DraftQuery, contact_in
from chalicelib.schemas.responses import RecordIdText
from chalicelib.schemas.serializers import all_fields
from chalicelib.usecases.write_drafts import draft_now, drafts_ahead, drafts_besides, kind_named
from chalicelib.web.http.letter_response import MESSAGE, MESSAGE_TYPE, letter_response
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, json_response, to_json
from chalicelib.web.http.routing import Routes

routes = Routes()


# The last part of a draft's path; there is nothing at any other (404).
DraftName = Annotated[str, Meta(extra_json_schema={"enum": list(StepKind)})]


class DraftResponse(Struct, frozen=True, kw_only=True):
    """A script for a call, or a letter; the product never sends it. ``text`` is the whole draft; ``eml`` is the address
    of a letter as a message file."""

    kind: StepKind
    channel: DraftChannel
    language: str
    to: Contact | None
    rung: str | None
    rung_reason: str
    missing: str | None
    subject: str | None
    passages: tuple[Passage, ...]
    text: str
    tel: str | None
    mailto: str | None
    rules: tuple[str, ...]
    notice: str
    eml: str | None


def serialize_draft(draft: Draft, drafts_path: str) -> DraftResponse:
    """A draft, with the address of a letter as a message file."""
    is_letter = draft.channel is DraftChannel.LETTER
    eml = f"{drafts_path}/{draft.kind}{MESSAGE}{draft.query}" if is_letter else None
    return DraftResponse(**all_fields(draft, but=("one_of_several",)), eml=eml)


class DraftList(Struct, frozen=True, kw_only=True):
    """Drafts; that of the next step comes first."""

    items: tuple[DraftResponse, ...]


@routes.get("/interviews/{interview_id}/drafts", responses={200: DraftList})
def list_drafts(context: RequestContext, interview_id: RecordIdText) -> Response:
    """List a draft for each kind of step to come, that of the next step first, and a letter for each who is to be
    thanked; after them those that belong to no step and fit: about an offer, a refusal, another day …
    """
    interview = context.interview(interview_id)
    path = f"{context.path_to(interview_id)}/drafts"
    drafts = (*(draft for _, draft in drafts_ahead(context, interview)), *drafts_besides(context, interview))
    return json_response(to_json(DraftList(items=tuple(serialize_draft(draft, path) for draft in drafts))))


@routes.get(
    "/interviews/{interview_id}/drafts/{kind}",
    responses={200: DraftResponse},
    query=DraftQuery,
    suffixes={MESSAGE: MESSAGE_TYPE},
)
def read_draft(context: RequestContext, interview_id: RecordIdText, kind: DraftName) -> Response:
    """Read the draft of one kind, as things stand; with ``.eml`` its letter, as a message that a mail program opens.
    ``contact`` picks one of several who are to be thanked; otherwise it is the next of them.
    """
    interview = context.interview(interview_id)
    step_kind = kind_named(kind.removesuffix(MESSAGE))
    contact_id = contact_in(context.request.query())
    if kind.endswith(MESSAGE):
        return letter_response(context, interview, step_kind, contact_id)
    draft = draft_now(context, interview, step_kind, contact_id=contact_id)
    return json_response(to_json(serialize_draft(draft, f"{context.path_to(interview_id)}/drafts")))
