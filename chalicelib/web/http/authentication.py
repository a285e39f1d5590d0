"""Who is asking: the owner whose token came with the request, or whose browser has a session."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.records.owners import Account, Owners
from chalicelib.usecases.tokens import read_token
from chalicelib.web.http.http_errors import Forged, Unknown
from chalicelib.web.http.request import Incoming, NotRead
from chalicelib.web.http.services import Parts

if TYPE_CHECKING:
    from chalicelib.web.http.sessions import Session, SignedIn

FORM_TOKEN = "form_token"  # noqa: S105 - the name of a field
_BEARER = "bearer "
_NOBODYS_HASH = bytes(32)
_SAFE = ("GET", "HEAD")
_OURS = ("same-origin", "none")


def owner_asking(incoming: Incoming, parts: Parts, now: datetime) -> Account:
    """The account behind the token or, without one, behind the browser's session.

    Raises ``Unknown``, after the same work whether the owner exists or not; ``Forged`` for a change that a session
    would authorise, but that no page of ours has asked for.
    """
    text = _text_in(incoming)
    if text:
        return owner_of_token(text, parts.owners)
    found = signed_in(incoming, parts, now)
    if found is None:
        raise Unknown
    if incoming.method not in _SAFE:
        _check_form(incoming, parts, found.session, now)
    return found.account


def signed_in(incoming: Incoming, parts: Parts, now: datetime) -> SignedIn | None:
    """Whose session the browser has; None where there is none, or it is over. Read once a request."""
    if incoming.signed_in is NotRead.YET:
        incoming.signed_in = _in_session(incoming, parts, now)
    return incoming.signed_in


def owner_of_token(text: str, owners: Owners) -> Account:
    """The account behind a token. Raises ``Unknown``, after the same work whether the owner exists or not."""
    token = read_token(text)
    if token is None:
        raise Unknown
    account = owners.get(token.owner_id)
    is_theirs = hmac.compare_digest(account.token_hash if account else _NOBODYS_HASH, token.secret_hash)
    if account is None or not is_theirs:
        raise Unknown
    return account


def _in_session(incoming: Incoming, parts: Parts, now: datetime) -> SignedIn | None:
    from chalicelib.web.http.sessions import SignedIn

    cookies = incoming.header("Cookie")
    session = parts.sessions().read(cookies, now) if cookies else None
    account = parts.owners.get(session.owner_id) if session else None
    return SignedIn(account, session) if session and account and session.is_of(account) else None


def is_from_elsewhere(incoming: Incoming) -> bool:
    """Whether a page of another site sent this.

    Our pages send no referrer, and so their forms' ``Origin`` is "null": where the browser says what site they come
    from, that counts.
    """
    site, origin = incoming.header("Sec-Fetch-Site"), incoming.header("Origin")
    return site not in _OURS if site else origin not in ("", "null", incoming.origin)


def _check_form(incoming: Incoming, parts: Parts, session: Session, now: datetime) -> None:
    """A browser sends its cookie with whatever it is told to send: so the form has to be one of ours, and it must not
    come from another site."""
    form_token = str(incoming.body.values.get(FORM_TOKEN, "")) if incoming.is_form else ""
    if is_from_elsewhere(incoming) or not parts.sessions().is_form_of(session, form_token, now):
        raise Forged


def _text_in(incoming: Incoming) -> str:
    """What came as a token: from a header or, where there is none, from a form's field."""
    authorization = incoming.header("Authorization")
    if authorization[: len(_BEARER)].lower() == _BEARER:
        return authorization[len(_BEARER) :].strip()
    if key := incoming.header("X-API-Key"):
        return key
    is_form = incoming.is_form and incoming.method not in _SAFE
    return str(incoming.body.values.get("token", "")) if is_form else ""
