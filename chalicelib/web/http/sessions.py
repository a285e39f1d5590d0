"""A browser's session: a signed cookie, valid for 30 days or until the owner signs out everywhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from http.cookies import CookieError, SimpleCookie

from msgspec import Struct

from chalicelib.links.keyring import Keyring
from chalicelib.records.owners import Account

LIFETIME = timedelta(days=30)
COOKIE = "afterword"


class Session(Struct, frozen=True):
    """Whose session this is, their ``count`` of signing out everywhere, and when it began (Unix time, in seconds)."""

    owner_id: str
    count: int
    began: int

    def is_of(self, account: Account) -> bool:
        """Whether the session is this account's, and the account still lets it in."""
        return account.owner.id == self.owner_id and account.sessions == self.count


class SignedIn(Struct, frozen=True):
    """An owner whose browser has a session."""

    account: Account
    session: Session


class Sessions:
    """Signs sessions, and the tokens that show a form to be one of ours."""

    def __init__(self, keyring: Keyring) -> None:
        from chalicelib.links.signing import Signer  # most requests neither sign nor check

        self._cookies = Signer(keyring, "session")
        self._forms = Signer(keyring, "form")

    def new_session(self, account: Account, now: datetime) -> Session:
        """A new session of this owner."""
        return Session(account.owner.id, account.sessions, int(now.timestamp()))

    def cookie(self, session: Session) -> str:
        """The session as the value of the browser's cookie."""
        return self._cookies.sign([session.owner_id, session.count, session.began])

    def read(self, cookies: str, now: datetime) -> Session | None:
        """The session in a ``Cookie`` header; None without one, or if it was not signed here or is over."""
        payload = self._cookies.verified_payload(_value(cookies), now)
        if payload is None or len(payload) != len(Session.__struct_fields__):
            return None
        session = Session(*payload)
        age = now.timestamp() - session.began
        return session if age < LIFETIME.total_seconds() else None

    def form_token(self, session: Session) -> str:
        """The token that every form of this session carries; a page of another site cannot know it."""
        return self._forms.sign([session.owner_id, session.count, session.began])

    def is_form_token_of(self, session: Session, form_token: str, now: datetime) -> bool:
        """Whether a form came from a page of this session."""
        return self._forms.verified_payload(form_token, now) == [session.owner_id, session.count, session.began]


def set_cookie(value: str, path: str, *, is_secure: bool) -> str:
    """The ``Set-Cookie`` header that gives a session to the browser, and to no script."""
    return f"{_cookie(value, path, is_secure=is_secure)}; Max-Age={int(LIFETIME.total_seconds())}"


def clear_cookie(path: str, *, is_secure: bool) -> str:
    """The ``Set-Cookie`` header that takes the session away."""
    return f"{_cookie('', path, is_secure=is_secure)}; Max-Age=0"


def _cookie(value: str, path: str, *, is_secure: bool) -> str:
    return f"{COOKIE}={value}; Path={path}; HttpOnly; SameSite=Lax{'; Secure' if is_secure else ''}"


def _value(cookies: str) -> str:
    try:
        cookie = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return ""
    return cookie.value if cookie else ""
