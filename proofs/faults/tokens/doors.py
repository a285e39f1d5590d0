"""The seven doors and genuine texts that open them: three kinds of links, tokens, sessions, forms and feeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from http.cookies import CookieError, SimpleCookie

from chalicelib.errors import NotFound
from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import ActionLinks, BadLink, ExpiredLink
from chalicelib.links.keyring import Key, Keyring
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.step import StepKind
from chalicelib.records.owners import EPOCH, Account, Owners
from chalicelib.usecases.calendar_address import account_of_feed
from chalicelib.usecases.tokens import read_token
from chalicelib.web.http.authentication import owner_of_token
from chalicelib.web.http.http_errors import Unauthenticated
from chalicelib.web.http.sessions import COOKIE, Session, Sessions
from tests.factories import THAT_EVENING, an_owner

NOW = THAT_EVENING
NEWEST = Key(kid="2026-08-01a", secret="newest-" + "n" * 36)
RETIRED = Key(kid="2026-07-01a", secret="retired-" + "r" * 35, retired_at=NOW - timedelta(days=2))
KEYS = Keyring((NEWEST, RETIRED))
BEFORE = Keyring((Key(kid=RETIRED.kid, secret=RETIRED.secret),))  # the keyring before the newest key
TOKENS = {one: f"{one}.secret-of-{one}-" + "s" * 30 for one in ("alex", "kim")}
CALENDARS = {"alex": "A" + "a_" * 21, "kim": "K" + "k-" * 21}
RECORD = "01K1S0M3000000000000000001"


class Remembered(Owners):
    """Two owners in memory: a table would be too slow for a million requests."""

    def __init__(self) -> None:
        self._accounts = {one: account_of(one) for one in TOKENS}

    def get(self, owner_id: str) -> Account | None:
        """The account of one of the two owners, None for any other id."""
        return self._accounts.get(owner_id)

    def claimed(self, owner_id: str) -> Account | None:
        """The same: there is no table whose response a stand-in's would be."""
        return self.get(owner_id)


def account_of(owner_id: str) -> Account:
    """An owner with their token and their feed."""
    token = read_token(TOKENS[owner_id])
    assert token is not None
    return Account(
        owner=an_owner(id=owner_id),
        token_hash=token.secret_hash,
        next_digest_at=EPOCH,
        calendar_secret=CALENDARS[owner_id],
    )


@dataclass(frozen=True)
class Door:
    """A place that checks a text.

    - ``genuine``: texts that open it
    - ``opens``: whether a text opens it
    - ``reads``: the part of a text that arrives there, where that is not the whole text
    """

    name: str
    genuine: frozenset[str]
    opens: Callable[[str], bool]
    reads: Callable[[str], str] = str


OWNERS = Remembered()
_LINKS, _SESSIONS = ActionLinks(KEYS), Sessions(KEYS)
_READ_LINKS, _SETTLE_LINKS = ReadLinks(_LINKS), SettleLinks(_LINKS)
_BEGAN = int((NOW - timedelta(days=3)).timestamp())
_SESSION_OF_ALEX = Session("alex", 0, _BEGAN, "A" + "b-" * 5)  # not by chance: a violation can be repeated


def doors() -> tuple[Door, ...]:
    """All seven doors."""
    return (
        Door("action link", frozenset(_links()), _is_link),
        Door("read link", frozenset(_read_links()), _is_read_link),
        Door("settle link", frozenset(_settle_links()), _is_settle_link),
        Door("bearer token", frozenset(TOKENS.values()), _is_token),
        Door("session cookie", frozenset(_cookies()), _is_session, _in_cookie),
        Door("form token", frozenset(map(_form_token, (KEYS, BEFORE))), _is_form),
        Door("calendar", frozenset(f"{one}.{secret}.ics" for one, secret in CALENDARS.items()), _is_calendar),
    )


def _links() -> list[str]:
    kinds = (ActionKind.STOP, ActionKind.OFFER, ActionKind.UNDO)
    made = [
        links.token(kind, owner, NOW - timedelta(days=3), RECORD, version)
        for links in map(ActionLinks, (KEYS, BEFORE))
        for kind in kinds
        for owner in TOKENS
        for version in (1, 12)
    ]
    return [*made, *(_LINKS.token(ActionKind.PAUSE, owner, NOW) for owner in TOKENS)]


def _read_links() -> list[str]:
    kinds = (StepKind.STATUS_CALL, StepKind.THANK_YOU_LETTER)
    return [
        ReadLinks(ActionLinks(keys)).token(owner, RECORD, kind, NOW - timedelta(days=3))
        for keys in (KEYS, BEFORE)
        for kind in kinds
        for owner in TOKENS
    ]


def _settle_links() -> list[str]:
    return [
        SettleLinks(ActionLinks(keys)).token(owner, NOW.date(), purpose, NOW - timedelta(days=3))
        for keys in (KEYS, BEFORE)
        for purpose in SettlePurpose
        for owner in TOKENS
    ]


def _cookies() -> list[str]:
    begun = [
        Session(one, 0, _BEGAN, f"{one[0]}" + "c_" * 5, renewed)
        for one in TOKENS
        for renewed in (None, _BEGAN + 86_400)
    ]
    return [Sessions(keys).cookie(session) for keys in (KEYS, BEFORE) for session in begun]


def _form_token(keys: Keyring) -> str:
    return Sessions(keys).form_token(_SESSION_OF_ALEX)


def _is_link(text: str) -> bool:
    try:
        _LINKS.read(text, NOW)
    except (BadLink, ExpiredLink):
        return False
    return True


def _is_read_link(text: str) -> bool:
    try:
        _READ_LINKS.read(text, NOW)
    except (BadLink, ExpiredLink):
        return False
    return True


def _is_settle_link(text: str) -> bool:
    try:
        _SETTLE_LINKS.read(text, NOW)
    except (BadLink, ExpiredLink):
        return False
    return True


def _is_token(text: str) -> bool:
    try:
        owner_of_token(text, OWNERS)
    except Unauthenticated:
        return False
    return True


def _is_session(text: str) -> bool:
    session = _SESSIONS.read(f"{COOKIE}={text}", NOW)
    account = OWNERS.get(session.owner_id) if isinstance(session, Session) else None
    return account is not None and session is not None and session.is_of(account)


def _is_form(text: str) -> bool:
    return _SESSIONS.is_form_token_of(_SESSION_OF_ALEX, text, NOW)


def _is_calendar(text: str) -> bool:
    try:
        account_of_feed(text, OWNERS)
    except NotFound:
        return False
    return True


def _in_cookie(text: str) -> str:
    """A cookie's value ends at a semicolon, and quotes around it are not part of it."""
    try:
        found = SimpleCookie(f"{COOKIE}={text}").get(COOKIE)
    except CookieError:
        return text
    return found.value if found else ""
