"""``GET /interviews``: the owner's records, page by page."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from chalicelib.playbook.step import translatable
from chalicelib.schemas.queries import ListQuery
from chalicelib.schemas.responses import InterviewResponse, UnreadableResponse, WarningResponse
from chalicelib.schemas.serializers import serialize_unreadable
from chalicelib.usecases.list_interviews import ListedRecord, page_of, planned
from chalicelib.web.api.interview_response import serialize_without_rivals
from chalicelib.web.api.page_by_size import filled
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, json_response, to_json
from chalicelib.web.http.routing import Routes

_DOUBLED = translatable("is that of another record of the same day: is it the same interview?")

routes = Routes()


class InterviewPage(Struct, frozen=True, kw_only=True):
    """One page of the list. ``next`` is the ``cursor`` of the page after it, null on the last page.

    ``unreadable`` lists the records that belong on the page but cannot be read, if there are any; those that are open
    are on every page, a hundred at most. A page ends before its limit where it would be too large for one answer.
    """

    items: tuple[InterviewResponse, ...]
    unreadable: tuple[UnreadableResponse, ...] | UnsetType = UNSET
    next: str | None


def _serialize(context: RequestContext, listed: ListedRecord) -> InterviewResponse:
    """A record of the list, with a warning if another one may be the same interview."""
    response = serialize_without_rivals(context, planned(context, listed.record))
    if not listed.is_doubled:
        return response
    warnings = () if isinstance(response.warnings, UnsetType) else response.warnings
    return replace(response, warnings=(*warnings, WarningResponse("company", context.language.say(_DOUBLED))))


@routes.get("/interviews", responses={200: InterviewPage}, query=ListQuery)
def list_interviews(context: RequestContext) -> Response:
    """List the records: open ones by the day they are due; ended ones, or all, newest first."""
    records, cursor = page_of(context, ListQuery.read(context.request.query()))
    page = filled(
        records,
        lambda one: _serialize(context, one),
        lambda one: one.record.id,
    )
    found = InterviewPage(
        items=page.made,
        unreadable=serialize_unreadable(page.unreadable),
        next=page.items[-1].cursor if page.is_cut else cursor,
    )
    return json_response(to_json(found))
