"""``/digest``: today's digest as the page that the mail shows."""

from __future__ import annotations

from chalicelib.web.http.context import Call
from chalicelib.web.http.response import HTML, Answer
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import POLICY, Page

routes = Routes()


@routes.get("/digest", answers={200: HTML})
def show_digest(call: Call) -> Answer:
    """Today's digest as a page."""
    page = call.parts.digest_page(call.owner, call.day(), call.now, call.incoming.address)
    return Page(page, POLICY, call.spoken.code).answer()
