"""A browser's session: a signed cookie, valid for 30 days or until the owner signs out, here or everywhere."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from msgspec import Struct
from msgspec.structs import astuple

from chalicelib.links.keyring import Keyring
from chalicelib.records.owners import Account, EndedSession

LIFETIME = timedelta(days=30)
COOKIE = "afterword"
_ID_BYTES = 8  # enough among the sessions that one owner begins in a second
_MOST_COOKIES = 10  # of our name that are looked at


class Session(Struct, frozen=True):
    """Whose session this is, their ``count`` of signing out everywhere, when it began (Unix time, in seconds), and by
    what it is told from others."""

    owner_id: str
    count: int
    began: int
    own_id: str

    @property
    def ended(self) -> EndedSession:
        """What an account keeps of it once its owner has signed out of it."""
        return EndedSession(self.own_id, datetime.fromtimestamp(self.began, UTC) + LIFETIME)

    def is_of(self, account: Account) -> bool:
        """Whether the session is this account's, and the account still lets it in."""
        is_theirs = account.owner.id == self.owner_id and account.sessions == self.count
        return is_theirs and all(ended.own_id != self.own_id for ended in account.ended_sessions)


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
        return Session(account.owner.id, account.sessions, int(now.timestamp()), secrets.token_urlsafe(_ID_BYTES))

    def cookie(self, session: Session) -> str:
        """The session as the value of the browser's cookie."""
        return self._cookies.sign(astuple(session))

    def read(self, cookies: str, now: datetime) -> Session | None:
        """The session in a ``Cookie`` header; None without one, or if it was not signed here or is over.

        A browser may have several cookies of our name, from several paths: the first that is valid counts.
        """
        sessions = (self._session(value, now) for value in islice(_own_values(cookies), _MOST_COOKIES))
        return next(filter(None, sessions), None)

    def _session(self, cookie: str, now: datetime) -> Session | None:
        payload = self._cookies.verified_payload(cookie, now)
        if payload is None or len(payload) != len(Session.__struct_fields__):
            return None
        session = Session(*payload)
        age = now.timestamp() - session.began
        return session if age < LIFETIME.total_seconds() else None

    def form_token(self, session: Session) -> str:
        """The token that every form of this session carries; a page of another site cannot know it."""
        return self._forms.sign(astuple(session))

    def is_form_token_of(self, session: Session, form_token: str, now: datetime) -> bool:
        """Whether a form came from a page of this session."""
        return self._forms.verified_payload(form_token, now) == [*astuple(session)]


def set_cookie(value: str, path: str, *, is_secure: bool) -> str:
    """The ``Set-Cookie`` header that gives a session to the browser, and to no script."""
    return f"{_cookie(value, path, is_secure=is_secure)}; Max-Age={int(LIFETIME.total_seconds())}"


def clear_cookie(path: str, *, is_secure: bool) -> str:
    """The ``Set-Cookie`` header that takes the session away."""
    return f"{_cookie('', path, is_secure=is_secure)}; Max-Age=0"


def _cookie(value: str, path: str, *, is_secure: bool) -> str:
    return f"{COOKIE}={value}; Path={path}; HttpOnly; SameSite=Lax{'; Secure' if is_secure else ''}"


def _own_values(cookies: str) -> Iterator[str]:
    """The values of our cookies in a ``Cookie`` header (RFC 6265), in their order.

    Our neighbours on the host may be anything: the standard library reads none at all where one of them is odd, and
    takes the square of their length.
    """
    for cookie in cookies.split(";"):
        name, _, value = cookie.partition("=")
        if name.strip() == COOKIE:
            yield value.strip().strip('"')
