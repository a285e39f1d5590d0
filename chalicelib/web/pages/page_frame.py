"""A page with what every page has: its language, the way to the others, and the token of its forms."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.web.http.authentication import signed_in
from chalicelib.web.http.context import Asking
from chalicelib.web.http.response import Answer
from chalicelib.web.pages.rendering import pages


def page(visit: Asking, name: str, status: HTTPStatus = HTTPStatus.OK, /, **facts: object) -> Answer:
    """The page of this name. ``root`` is what its links begin with; ``form_token`` is there in a session only."""
    language = visit.incoming.spoken(visit.parts.languages)
    found = signed_in(visit.incoming, visit.parts, visit.now)
    frame = {
        "root": visit.incoming.prefix,
        "is_signed_in": found is not None,
        "form_token": visit.parts.sessions().form_token(found.session) if found else "",
        "say": language.say,
        "here": name,
    }
    return pages(visit.parts.templates).page(name, language, **frame | facts).answer(status)
