"""A page with what every page has: its language, the way to the others, and the token of its forms."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.web.answers import Answer
from chalicelib.web.authentication import in_session
from chalicelib.web.call import Visit


def page(visit: Visit, name: str, status: HTTPStatus = HTTPStatus.OK, /, **facts: object) -> Answer:
    """The page of this name. ``root`` is what its links begin with; ``form_token`` is there in a session only."""
    language = visit.incoming.spoken(visit.parts.languages)
    account, session = in_session(visit.incoming, visit.parts, visit.now)
    frame = {
        "root": visit.incoming.prefix,
        "is_signed_in": account is not None,
        "form_token": visit.parts.sessions().form_token(session) if account and session else "",
        "say": language.say,
        "here": name,
    }
    return visit.parts.pages().page(name, language, **frame | facts).answer(status)
