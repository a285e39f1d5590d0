"""The one style sheet and the one script of the pages. The script only betters what works without it."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.web.http.context import Visit
from chalicelib.web.http.response import Answer
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import pages

CSS, JAVASCRIPT = "text/css; charset=utf-8", "text/javascript; charset=utf-8"
_FOR_AN_HOUR = "public, max-age=3600"

routes = Routes()


@routes.open_get("/style.css", answers={200: CSS})
def style(visit: Visit) -> Answer:
    """How the pages look, light and dark."""
    return _asset(visit, "pages/style.css", CSS)


@routes.open_get("/digest.css", answers={200: CSS})
def digest_style(visit: Visit) -> Answer:
    """How the digest looks as a page: as in the mail, where it has its style within."""
    return _asset(visit, "digest/style.css", CSS)


@routes.open_get("/app.js", answers={200: JAVASCRIPT})
def script(visit: Visit) -> Answer:
    """What betters the pages, all of which work without it."""
    return _asset(visit, "pages/app.js", JAVASCRIPT)


def _asset(visit: Visit, name: str, media_type: str) -> Answer:
    text = pages(visit.parts.templates).asset(name)
    return Answer(HTTPStatus.OK, text, {"Content-Type": media_type, "Cache-Control": _FOR_AN_HOUR})
