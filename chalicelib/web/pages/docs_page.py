"""``/openapi.json`` and ``/docs``: what this API takes and answers."""

from __future__ import annotations

from typing import Any

from chalicelib.web.http.context import Visit
from chalicelib.web.http.response import HTML, Answer, as_text, in_json
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.page_frame import page

routes = Routes()


@routes.open_get("/openapi.json", answers={200: dict[str, Any]})
def show_openapi(visit: Visit) -> Answer:
    """This description, as OpenAPI 3.1. ``servers`` is the address that it was asked for at."""
    from chalicelib.web.openapi.document import described

    return in_json(as_text(described(_address(visit))))


@routes.open_get("/docs", answers={200: HTML})
def show_docs(visit: Visit) -> Answer:
    """The same as a page, with every example as a command."""
    from chalicelib.web.openapi.document import described
    from chalicelib.web.openapi.reading import Chapter, Kind

    document = described(_address(visit))
    chapters, kinds = Chapter.all_in(document), Kind.all_in(document)
    return page(visit, "docs", about=document["info"], chapters=chapters, kinds=kinds)


def _address(visit: Visit) -> str:
    """By which the API was called; where that cannot be told, the part of it that can."""
    return visit.incoming.address or visit.incoming.prefix or "/"
