"""A browser's session: a signed cookie, good for 90 days from its last use or until the owner signs out, here or
everywhere."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from msgspec import Struct
from msgspec.structs import astuple, replace

from chalicelib.links.keyring import Keyring
from chalicelib.records.owners import Account, EndedSession

LIFETIME = timedelta(days=90)  # from the day on which it was renewed last
RENEWED_AFTER = timedelta(days=1)
_LIFETIME_UNRENEWED = timedelta(days=30)  # of an earlier release, which promised no more for its cookies
_CLOCKS_DIFFER = timedelta(minutes=1)  # between two functions; and how long one request takes
COOKIE = "afterword"
_ID_BYTES = 8  # enough among the sessions that one owner begins in a second
_PARTS = (4, 5)  # without and with when it was renewed
_MOST_COOKIES = 10  # of our name that are looked at


class Session(Struct, frozen=True):
    """Whose session this is, their ``count`` of signing out everywhere, when it began, by what it is told from others,
    and when it was ``renewed`` last.

    Both instants are Unix time, in seconds. ``renewed`` is None in the cookies of a release that renewed none.
    """

    owner_id: str
    count: int
    began: int
    own_id: str
    renewed: int | None = None

    @property
    def identity(self) -> tuple[str | int, ...]:
        """What stays the same for as long as the session goes on."""
        return astuple(self)[:-1]

    def is_over(self, now: datetime) -> bool:
        """Whether it has not been used for its lifetime."""
        since, life = (self.began, _LIFETIME_UNRENEWED) if self.renewed is None else (self.renewed, LIFETIME)
        return now.timestamp() - since >= life.total_seconds()

    def is_to_be_renewed(self, now: datetime) -> bool:
        """Whether its cookie was made long enough ago for a new one."""
        return self.renewed is None or now.timestamp() - self.renewed >= RENEWED_AFTER.total_seconds()

    def renewed_at(self, now: datetime) -> Session:
        """The same session, used at ``now``."""
        return replace(self, renewed=int(now.timestamp()))

    def ended_at(self, now: datetime) -> EndedSession:
        """What an account keeps of it once its owner has signed out of it: no copy was renewed later than now."""
        return EndedSession(self.own_id, now.replace(microsecond=0) + LIFETIME + _CLOCKS_DIFFER)

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
        began = int(now.timestamp())
        return Session(account.owner.id, account.sessions, began, secrets.token_urlsafe(_ID_BYTES), began)

    def cookie(self, session: Session) -> str:
        """The session as the value of the browser's cookie, signed with the newest key."""
        return self._cookies.sign(astuple(session))

    def renewed_cookie(self, session: Session, cookies: str, now: datetime) -> str | None:
        """The value of a cookie that makes the session in the ``Cookie`` header last from ``now`` on.

        None for one that was made today, unless its key has retired since: the newest key signs the new one.
        """
        is_due = session.is_to_be_renewed(now) or self.cookie(session) not in _own_values(cookies)
        return self.cookie(session.renewed_at(now)) if is_due else None

    def read(self, cookies: str, now: datetime) -> Session | None:
        """The session in a ``Cookie`` header; None without one, or if it was not signed here or is over.

        A browser may have several cookies of our name, from several paths: the first that is valid counts.
        """
        sessions = (self._session(value, now) for value in islice(_own_values(cookies), _MOST_COOKIES))
        return next(filter(None, sessions), None)

    def _session(self, cookie: str, now: datetime) -> Session | None:
        payload = self._cookies.verified_payload(cookie, now)
        if payload is None or len(payload) not in _PARTS:
            return None
        session = Session(*payload)
        return None if session.is_over(now) else session

    def form_token(self, session: Session) -> str:
        """The token that every form of this session carries; a page of another site cannot know it."""
        return self._forms.sign(session.identity)

    def is_form_token_of(self, session: Session, form_token: str, now: datetime) -> bool:
        """Whether a form came from a page of this session, before or after it was renewed."""
        return self._forms.verified_payload(form_token, now) == [*session.identity]


def _own_values(cookies: str) -> Iterator[str]:
    """The values of our cookies in a ``Cookie`` header (RFC 6265), in their order.

    Our neighbours on the host may be anything: the standard library reads none at all where one of them is odd, and
    takes the square of their length.
    """
    for cookie in cookies.split(";"):
        name, _, value = cookie.partition("=")
        if name.strip() == COOKIE:
            yield value.strip().strip('"')
