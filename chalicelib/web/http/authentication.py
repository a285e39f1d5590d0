"""Authentication: whose token came with a request, or whose session the browser has."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.records.owners import Account, Owners
from chalicelib.usecases.tokens import read_token
from chalicelib.web.http.http_errors import CsrfFailed, Unauthenticated
from chalicelib.web.http.request import NotRead, Request
from chalicelib.web.http.web_services import WebServices

if TYPE_CHECKING:
    from chalicelib.web.http.sessions import Session, SignedIn

FORM_TOKEN = "form_token"  # noqa: S105 - the name of a field
_BEARER = "bearer "
_NOBODYS_HASH = bytes(32)
_SAFE = ("GET", "HEAD")
_OURS = ("same-origin", "none")


def authenticated_account(request: Request, services: WebServices, now: datetime) -> Account:
    """The account behind the token or, without one, behind the browser's session.

    Raises ``Unauthenticated``, after the same work whether or not the owner exists, and ``CsrfFailed`` for a change
    that the session would authorize but that comes from no page of ours.
    """
    token = _token_text(request)
    if token:
        return owner_of_token(token, services.owners)
    browser = signed_in(request, services, now)
    if browser is None:
        raise Unauthenticated
    if request.method not in _SAFE:
        _check_form(request, services, browser.session, now)
    return browser.account


def signed_in(request: Request, services: WebServices, now: datetime) -> SignedIn | None:
    """The account and session of the browser; None without a session that is still valid. Read once per request."""
    if request.signed_in is NotRead.YET:
        request.signed_in = _read_session(request, services, now)
    return request.signed_in


def owner_of_token(text: str, owners: Owners) -> Account:
    """The account behind a token. Raises ``Unauthenticated``, after the same work whether or not the owner exists."""
    token = read_token(text)
    if token is None:
        raise Unauthenticated
    account = owners.claimed(token.owner_id)
    is_theirs = hmac.compare_digest(account.token_hash if account else _NOBODYS_HASH, token.secret_hash)
    if account is None or not is_theirs:
        raise Unauthenticated
    return account


def _read_session(request: Request, services: WebServices, now: datetime) -> SignedIn | None:
    from chalicelib.web.http.sessions import SignedIn

    cookies = request.header("Cookie")
    session = services.sessions().read(cookies, now) if cookies else None
    account = services.owners.get(session.owner_id) if session else None
    return SignedIn(account, session) if session and account and session.is_of(account) else None


def check_own_page(request: Request) -> None:
    """Raise ``CsrfFailed`` for a form of another site, where no session's token shows it to be one of ours."""
    if is_from_elsewhere(request):
        raise CsrfFailed


def is_from_elsewhere(request: Request) -> bool:
    """Whether a page of another site sent this.

    ``Sec-Fetch-Site`` decides where the browser sends it, ``Origin`` otherwise. An ``Origin`` of "null" passes: our
    pages send no referrer, and so their forms have it.
    """
    site, origin = request.header("Sec-Fetch-Site"), request.header("Origin")
    return site not in _OURS if site else origin not in ("", "null", request.origin)


def _check_form(request: Request, services: WebServices, session: Session, now: datetime) -> None:
    """Raise ``CsrfFailed`` unless the form is one of ours and comes from no other site: a browser adds its cookie to
    whatever any site makes it send."""
    form_token = str(request.body.values.get(FORM_TOKEN, "")) if request.is_form else ""
    if is_from_elsewhere(request) or not services.sessions().is_form_token_of(session, form_token, now):
        raise CsrfFailed


def _token_text(request: Request) -> str:
    """The text sent as a token: in a header or, without one, in the field ``token`` of a form; or nothing."""
    authorization = request.header("Authorization")
    if authorization[: len(_BEARER)].lower() == _BEARER:
        return authorization[len(_BEARER) :].strip()
    if key := request.header("X-API-Key"):
        return key
    is_form = request.is_form and request.method not in _SAFE
    return str(request.body.values.get("token", "")) if is_form else ""
