"""``/digest``: today's digest as the page that the mail shows."""

from __future__ import annotations

from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import POLICY, Page, with_session_renewed

routes = Routes()


@routes.get("/digest", responses={200: HTML})
def show_digest(context: RequestContext) -> Response:
    """Show today's digest as a page."""
    page = context.services.digest_page(context.owner, context.day(), context.now, context.request.address)
    return with_session_renewed(context, Page(page, POLICY, context.language.code).response())
