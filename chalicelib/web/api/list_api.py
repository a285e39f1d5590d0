"""``GET /interviews``: the owner's records, page by page."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from chalicelib.schemas.list_query import Asked
from chalicelib.schemas.responses import ShownInterview, ShownUnreadable
from chalicelib.schemas.serializers import shown_unreadable
from chalicelib.usecases.list_interviews import page_of, planned
from chalicelib.view_models.trouble import each
from chalicelib.web.api.interview_response import shown_plainly
from chalicelib.web.http.context import RequestContext
from chalicelib.web.http.response import Response, as_text, in_json
from chalicelib.web.http.routing import Routes

routes = Routes()


class InterviewPage(Struct, frozen=True, kw_only=True):
    """One page of the list; ``next`` is the ``cursor`` of the page after it, null on the last.

    ``unreadable`` are records that should be on it and cannot be read, if there are any; those that are open are on
    every page.
    """

    items: tuple[ShownInterview, ...]
    unreadable: tuple[ShownUnreadable, ...] | UnsetType = UNSET
    next: str | None


@routes.get("/interviews", responses={200: InterviewPage}, query=Asked)
def list_interviews(context: RequestContext) -> Response:
    """Open records by the day they are due; ended ones, or all, the newest first."""
    records, cursor = page_of(context, Asked.read(context.request.query()))
    items, unreadable = each(records, lambda one: shown_plainly(context, planned(context, one)), lambda one: one.id)
    return in_json(as_text(InterviewPage(items=items, unreadable=shown_unreadable(unreadable), next=cursor)))
