"""``/docs``: the description of the API as a page, with every example as a command."""

from __future__ import annotations

from chalicelib.web.http.context import Visit
from chalicelib.web.http.response import HTML, Answer
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import page

routes = Routes()


@routes.open_get("/docs", answers={200: HTML})
def show_docs(visit: Visit) -> Answer:
    """The same as a page, with every example as a command."""
    from chalicelib.web.openapi.document import address_of, described
    from chalicelib.web.openapi.reading import Chapter, Kind

    document = described(address_of(visit.incoming))
    chapters, kinds = Chapter.all_in(document), Kind.all_in(document)
    return page(visit, "docs", about=document["info"], chapters=chapters, kinds=kinds)
