"""``/``: today for who is signed in, and for everybody else what this is."""

from __future__ import annotations

from chalicelib.schemas.ids import is_id
from chalicelib.web.http.authentication import signed_in
from chalicelib.web.http.context import Visit
from chalicelib.web.http.response import HTML, Answer
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.today_page import show_today

routes = Routes()


@routes.open_get("/", answers={200: HTML}, refuses=(422,))
def welcome(visit: Visit) -> Answer:
    """Today's page; for who is not signed in what this is, and how to begin; after a form, that it was recorded."""
    found = signed_in(visit.incoming, visit.parts, visit.now)
    if found is not None:
        return show_today(visit.of(found.account))
    recorded = visit.incoming.query().get("recorded", "")
    return page(
        visit,
        "front",
        address=visit.incoming.address,
        today=visit.now.date(),
        recorded=recorded if is_id(recorded) else None,
    )
