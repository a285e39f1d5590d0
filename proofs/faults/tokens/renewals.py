"""Cases of the long life of a session: use renews it by the newest key, and nothing else makes it last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from chalicelib.links.keyring import VERIFIES_AFTER_RETIREMENT, Keyring, rotated
from chalicelib.web.http.sessions import COOKIE, LIFETIME, RENEWED_AFTER, Session, Sessions
from proofs.faults.tokens.doors import NOW, account_of

_MOMENT = timedelta(microseconds=1)
_FIRST_LIFETIME = timedelta(days=30)  # of the cookies of a release that renewed none


def cases(before: Keyring, once: Keyring) -> Iterator[tuple[str, bool, bool]]:
    """Each case: its name, whether the session should be good, and whether it is; ``once`` is ``before`` after a
    rotation at ``NOW``."""
    yield from _used(before)
    yield from _rotated(before, once)
    yield from _of_the_first_release(before)


def _used(keys: Keyring) -> Iterator[tuple[str, bool, bool]]:
    """A session that is used just before each of its ends goes on; each copy ends with its own last use."""
    at, cookie = NOW, _cookie(keys, NOW)
    for use in range(1, 6):
        copy, at = cookie, at + LIFETIME - timedelta(seconds=1)
        cookie = _renewed(keys, copy, at) or ""
        yield f"session at use {use}, just before its end", True, bool(cookie)
        yield f"a copy from before use {use}, at its own end", False, _is_good(keys, copy, at + timedelta(seconds=1))
    yield "session that nobody used for its lifetime", False, _is_good(keys, cookie, at + LIFETIME)
    for waited, is_due in ((RENEWED_AFTER - _MOMENT, False), (RENEWED_AFTER, True)):
        yield (
            f"a new cookie {waited} after the last",
            is_due,
            _renewed(keys, _cookie(keys, NOW), NOW + waited) is not None,
        )


def _rotated(before: Keyring, once: Keyring) -> Iterator[tuple[str, bool, bool]]:
    """What a retired key signed counts for its thirty days: a use in them goes on with the newest key, at once."""
    cookie, end = _cookie(before, NOW), NOW + VERIFIES_AFTER_RETIREMENT
    renewed = _renewed(once, cookie, NOW + timedelta(hours=1)) or ""
    newest = Keyring(once.keys[:1])
    yield "session of a retired key, renewed at once", True, bool(renewed)
    yield "and good with the newest key alone", True, _is_good(newest, renewed, end + timedelta(days=1))
    yield "which a second look does not renew", False, bool(_renewed(once, renewed, NOW + timedelta(hours=2)))
    yield "session of a retired key, used in its last moment", True, bool(_renewed(once, cookie, end - _MOMENT))
    yield "session of a retired key, not used in time", False, bool(_renewed(once, cookie, end))
    twice = rotated(once, NOW + timedelta(days=5))
    yield "session of a key that is retired twice over", False, bool(_renewed(twice, cookie, end))


def _of_the_first_release(keys: Keyring) -> Iterator[tuple[str, bool, bool]]:
    """A cookie that no release renewed has the thirty days that it was given, and goes on if it is used in them."""
    cookie = Sessions(keys).cookie(Session("alex", 0, int(NOW.timestamp()), "A" + "b-" * 5))
    end = NOW + _FIRST_LIFETIME
    renewed = _renewed(keys, cookie, end - timedelta(seconds=1)) or ""
    yield "session of the first release, used in time", True, _is_good(keys, renewed, end + timedelta(days=80))
    yield "session of the first release, at its end", False, _is_good(keys, cookie, end)


def _cookie(keys: Keyring, at: datetime) -> str:
    sessions = Sessions(keys)
    return sessions.cookie(sessions.new_session(account_of("alex"), at))


def _renewed(keys: Keyring, cookie: str, at: datetime) -> str | None:
    """The new cookie that a use at this instant gets; None without one, and for a session that is over."""
    sessions, header = Sessions(keys), f"{COOKIE}={cookie}"
    session = sessions.read(header, at)
    return sessions.renewed_cookie(session, header, at) if session else None


def _is_good(keys: Keyring, cookie: str, at: datetime) -> bool:
    return Sessions(keys).read(f"{COOKIE}={cookie}", at) is not None
