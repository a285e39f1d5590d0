"""A browser's session: a signed cookie, good for a month, and over everywhere once the owner signs out everywhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from http.cookies import CookieError, SimpleCookie

from msgspec import Struct

from chalicelib.links.keyring import Keyring
from chalicelib.records.owners import Account

LIFETIME = timedelta(days=30)
COOKIE = "afterword"


class Session(Struct, frozen=True):
    """Whose session this is, as of which count of their sign-outs, and when it began (seconds)."""

    owner_id: str
    count: int
    began: int

    def is_of(self, account: Account) -> bool:
        """Whether the account still lets it in."""
        return account.owner.id == self.owner_id and account.sessions == self.count


class SignedIn(Struct, frozen=True):
    """An owner whose browser has a session."""

    account: Account
    session: Session


class Sessions:
    """Signs sessions, and the tokens that make a form one of ours."""

    def __init__(self, keyring: Keyring) -> None:
        from chalicelib.links.signing import Signer  # most requests neither sign nor check

        self._cookies = Signer(keyring, "session")
        self._forms = Signer(keyring, "form")

    def begun(self, account: Account, now: datetime) -> Session:
        """A new session of this owner."""
        return Session(account.owner.id, account.sessions, int(now.timestamp()))

    def cookie(self, session: Session) -> str:
        """What the browser keeps."""
        return self._cookies.signed([session.owner_id, session.count, session.began])

    def read(self, cookies: str, now: datetime) -> Session | None:
        """The session in a ``Cookie`` header; None if there is none that was made here and is not over."""
        payload = self._cookies.verifying(_value(cookies), now)
        if payload is None or len(payload) != len(Session.__struct_fields__):
            return None
        session = Session(*payload)
        age = now.timestamp() - session.began
        return session if age < LIFETIME.total_seconds() else None

    def form_token(self, session: Session) -> str:
        """What every form of this session carries: a page of somebody else's cannot know it."""
        return self._forms.signed([session.owner_id, session.count, session.began])

    def is_form_of(self, session: Session, form_token: str, now: datetime) -> bool:
        """Whether a form came from a page of this session."""
        return self._forms.verifying(form_token, now) == [session.owner_id, session.count, session.began]


def set_cookie(value: str, path: str, *, is_secure: bool) -> str:
    """The header that gives a session to the browser, and to no script."""
    return f"{_cookie(value, path, is_secure=is_secure)}; Max-Age={int(LIFETIME.total_seconds())}"


def clear_cookie(path: str, *, is_secure: bool) -> str:
    """The header that takes it away."""
    return f"{_cookie('', path, is_secure=is_secure)}; Max-Age=0"


def _cookie(value: str, path: str, *, is_secure: bool) -> str:
    return f"{COOKIE}={value}; Path={path}; HttpOnly; SameSite=Lax{'; Secure' if is_secure else ''}"


def _value(cookies: str) -> str:
    try:
        found = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
