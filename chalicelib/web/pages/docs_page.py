"""``/docs``: the description of the API as a page, with every example as a command."""

from __future__ import annotations

from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import page

routes = Routes()


@routes.open_get("/docs", responses={200: HTML})
def show_docs(context: AnonymousContext) -> Response:
    """Show this description as a page, with every example as a command."""
    from chalicelib.web.openapi.document import openapi_document, server_url
    from chalicelib.web.openapi.reference import ReferenceChapter, ReferenceType

    document = openapi_document(server_url(context.request))
    chapters, kinds = ReferenceChapter.all_in(document), ReferenceType.all_in(document)
    return page(context, "docs", about=document["info"], chapters=chapters, kinds=kinds)
