"""``/sign-in`` and ``/sign-out``: a browser's session, begun with the token."""

from __future__ import annotations

from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.playbook.step import marked
from chalicelib.records.owners import Account
from chalicelib.usecases.owner_access import end_all_sessions
from chalicelib.web.http.authentication import owner_of_token
from chalicelib.web.http.context import Asking, Call, Visit
from chalicelib.web.http.http_errors import Unknown
from chalicelib.web.http.response import HTML, Answer, see
from chalicelib.web.http.routing import Routes
from chalicelib.web.http.sessions import SignedIn, clear_cookie, set_cookie
from chalicelib.web.pages.pending_form import Kept, kept_in, sign_in_page
from chalicelib.web.pages.pending_pages import form_with
from chalicelib.web.urls import is_read_here

_NOT_THIS = marked("This is not a token that is known here. It looks like me.x7…, and was shown when this was set up.")

routes = Routes()


@routes.open_get("/sign-in", answers={200: HTML}, refuses=(422,))
def show_sign_in(visit: Visit) -> Answer:
    """The form that asks for the token."""
    return sign_in_page(visit, HTTPStatus.OK, _to(str(visit.incoming.query().get("to", ""))), None)


@routes.open_post("/sign-in", answers={200: HTML, 303: None}, refuses=(400, 401, 413, 415, 422))
def sign_in(visit: Visit) -> Answer:
    """Begin a session and go on to where the browser wanted to be, or to the form that came too late."""
    sent = visit.incoming.body.values
    to, kept = _to(str(sent.get("to", ""))), kept_in(sent)
    try:
        account = owner_of_token(str(sent.get("token", "")).strip(), visit.parts.owners)
    except Unknown:
        return sign_in_page(visit, HTTPStatus.UNAUTHORIZED, to, _NOT_THIS, kept)
    answer = _begun(visit, account, kept) or see(f"{visit.incoming.prefix}{to}")
    cookie = visit.parts.sessions().cookie(visit.parts.sessions().begun(account, visit.now))
    given = set_cookie(cookie, _path(visit), is_secure=visit.incoming.is_secure)
    return replace(answer, headers={**answer.headers, "Set-Cookie": given})


def _begun(visit: Visit, account: Account, kept: Kept) -> Answer | None:
    """The kept form, as a page of the session that begins; None if there is none."""
    visit.incoming.signed_in = SignedIn(account, visit.parts.sessions().begun(account, visit.now))
    return form_with(visit.of(account), kept)


@routes.post("/sign-out", answers={303: None})
def sign_out(call: Call) -> Answer:
    """End the session of this browser or, with ``everywhere``, of all."""
    if call.sent.get("everywhere"):
        end_all_sessions(call.parts.owners, call.account)
    cookie = clear_cookie(_path(call), is_secure=call.incoming.is_secure)
    return Answer(HTTPStatus.SEE_OTHER, headers={"Location": f"{call.incoming.prefix}/sign-in", "Set-Cookie": cookie})


def _to(wanted: str) -> str:
    """A page of ours, never another site's."""
    return wanted if is_read_here(wanted) else "/"


def _path(visit: Asking) -> str:
    return visit.incoming.prefix or "/"
