"""The style sheets and the one script of the pages. The script only improves what works without it."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import pages

CSS, JAVASCRIPT = "text/css; charset=utf-8", "text/javascript; charset=utf-8"
_FOR_AN_HOUR = "public, max-age=3600"

routes = Routes()


@routes.open_get("/style.css", responses={200: CSS})
def style(context: AnonymousContext) -> Response:
    """Load the style sheet of the pages, light and dark."""
    return asset(context, "pages/style.css", CSS)


@routes.open_get("/digest.css", responses={200: CSS})
def digest_style(context: AnonymousContext) -> Response:
    """Load the style sheet of the digest as a page. It looks as in the mail, which carries its style within."""
    return asset(context, "digest/style.css", CSS)


@routes.open_get("/app.js", responses={200: JAVASCRIPT})
def script(context: AnonymousContext) -> Response:
    """Load the script that improves the pages, all of which work without it."""
    return asset(context, "pages/app.js", JAVASCRIPT)


def asset(context: AnonymousContext, name: str, media_type: str, kept: str = _FOR_AN_HOUR) -> Response:
    """A file of the templates as it is; ``kept`` says for how long a browser may keep it."""
    text = pages(context.services.templates).asset(name)
    return Response(HTTPStatus.OK, text, {"Content-Type": media_type, "Cache-Control": kept})
