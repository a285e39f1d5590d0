"""The one style sheet and the one script of the pages. The script only betters what works without it."""

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
    """How the pages look, light and dark."""
    return _asset(context, "pages/style.css", CSS)


@routes.open_get("/digest.css", responses={200: CSS})
def digest_style(context: AnonymousContext) -> Response:
    """How the digest looks as a page: as in the mail, where it has its style within."""
    return _asset(context, "digest/style.css", CSS)


@routes.open_get("/app.js", responses={200: JAVASCRIPT})
def script(context: AnonymousContext) -> Response:
    """What betters the pages, all of which work without it."""
    return _asset(context, "pages/app.js", JAVASCRIPT)


def _asset(context: AnonymousContext, name: str, media_type: str) -> Response:
    text = pages(context.services.templates).asset(name)
    return Response(HTTPStatus.OK, text, {"Content-Type": media_type, "Cache-Control": _FOR_AN_HOUR})
