"""``/sign-in`` and ``/sign-out``: a browser's session, begun with the token."""

from __future__ import annotations

import re
from dataclasses import replace
from http import HTTPStatus

from chalicelib.playbook.step import marked
from chalicelib.web.answers import HTML, Answer
from chalicelib.web.authentication import owner_of_token
from chalicelib.web.call import Call, Visit
from chalicelib.web.refusals import Unknown
from chalicelib.web.routes import Routes
from chalicelib.web.sessions import clear_cookie, set_cookie
from chalicelib.web.site.page import page

_OURS = re.compile(r"/(?:interviews|record|settings)?(?:[/?][A-Za-z0-9_/?=&%.:+-]*)?", re.ASCII)
_NOT_THIS = marked("This is not a token that is known here. It looks like me.x7…, and was shown when this was set up.")

routes = Routes(__name__)


@routes.open_get("/sign-in", answers={200: HTML}, refuses=(422,))
def show_sign_in(visit: Visit) -> Answer:
    """The form that asks for the token."""
    return page(visit, "sign_in", to=_to(str(visit.incoming.query().get("to", ""))), why=None)


@routes.open_post("/sign-in", answers={303: None}, refuses=(400, 401, 413, 415, 422))
def sign_in(visit: Visit) -> Answer:
    """Begin a session and go on to where the browser wanted to be."""
    sent = visit.incoming.body.values
    to = _to(str(sent.get("to", "")))
    try:
        account = owner_of_token(str(sent.get("token", "")).strip(), visit.parts.owners)
    except Unknown:
        return page(visit, "sign_in", HTTPStatus.UNAUTHORIZED, to=to, why=_NOT_THIS)
    sessions = visit.parts.sessions()
    value = sessions.cookie(sessions.begun(account, visit.now))
    cookie = set_cookie(value, _path(visit), is_secure=visit.incoming.is_secure)
    return Answer(HTTPStatus.SEE_OTHER, headers={"Location": f"{visit.incoming.prefix}{to}", "Set-Cookie": cookie})


@routes.post("/sign-out", answers={303: None})
def sign_out(call: Call) -> Answer:
    """End the session of this browser or, with ``everywhere``, of all."""
    if call.sent.get("everywhere"):
        call.parts.owners.save(replace(call.account, sessions=call.account.sessions + 1))
    cookie = clear_cookie(_path(call), is_secure=call.incoming.is_secure)
    return Answer(HTTPStatus.SEE_OTHER, headers={"Location": f"{call.incoming.prefix}/sign-in", "Set-Cookie": cookie})


def _to(wanted: str) -> str:
    """A page of ours, never another site's."""
    return wanted if _OURS.fullmatch(wanted) and not wanted.startswith("//") else "/"


def _path(visit: Visit) -> str:
    return visit.incoming.prefix or "/"
