"""``/sign-in`` and ``/sign-out``: a browser's session, which begins with the token."""

from __future__ import annotations

from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.playbook.step import translatable
from chalicelib.schemas.invisible_marks import unmarked
from chalicelib.usecases.owner_access import end_all_sessions, end_session
from chalicelib.web.http.authentication import check_own_page, owner_of_token
from chalicelib.web.http.http_errors import Unauthenticated
from chalicelib.web.http.request_context import AnonymousContext, RequestContext
from chalicelib.web.http.response import HTML, Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.http.session_cookies import clear_cookie, set_cookie
from chalicelib.web.http.sessions import SignedIn
from chalicelib.web.pages.pending_form import pending_form_in, sign_in_page
from chalicelib.web.pages.pending_pages import pending_form_page
from chalicelib.web.urls import is_page_address

_NOT_THIS = translatable(
    "This is not a token that is known here. It looks like me.x7…, and was shown when this was set up."
)

routes = Routes()


@routes.open_get("/sign-in", responses={200: HTML}, errors=(422,))
def show_sign_in(context: AnonymousContext) -> Response:
    """Show the form that asks for the token."""
    return sign_in_page(context, HTTPStatus.OK, _to(str(context.request.query().get("to", ""))), None)


@routes.open_post("/sign-in", responses={200: HTML, 303: None}, errors=(400, 401, 403, 413, 415, 422))
def sign_in(context: AnonymousContext) -> Response:
    """Begin a session, and go on to the page that the browser asked for, or to the form that came too late.

    A form of another site is refused: it would sign the browser into somebody else's account.
    """
    check_own_page(context.request)
    sent = context.request.body.values
    to, pending = _to(str(sent.get("to", ""))), pending_form_in(sent)
    try:
        account = owner_of_token(unmarked(str(sent.get("token", ""))), context.services.owners)
    except Unauthenticated:
        return sign_in_page(context, HTTPStatus.UNAUTHORIZED, to, _NOT_THIS, pending)
    session = context.services.sessions().new_session(account, context.now)
    context.request.signed_in = SignedIn(account, session)
    response = pending_form_page(context.of(account), pending) or redirect_to(f"{context.request.prefix}{to}")
    cookie = set_cookie(context.request, context.services.sessions().cookie(session))
    return replace(response, headers={**response.headers, "Set-Cookie": cookie})


@routes.post("/sign-out", responses={303: None})
def sign_out(context: RequestContext) -> Response:
    """End the session of this browser, copies of its cookie too, or, with ``everywhere``, all sessions."""
    browser = context.request.signed_in
    if context.sent.get("everywhere"):
        end_all_sessions(context)
    elif isinstance(browser, SignedIn):
        end_session(context, browser.session.ended_at(context.now))
    headers = {"Location": f"{context.request.prefix}/sign-in", "Set-Cookie": clear_cookie(context.request)}
    return Response(HTTPStatus.SEE_OTHER, headers=headers)


def _to(wanted: str) -> str:
    """The path that was asked for if it is a page of ours, and never another site's; else the front page."""
    return wanted if is_page_address(wanted) else "/"
