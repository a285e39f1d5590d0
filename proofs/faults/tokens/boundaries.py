"""Cases at the edges of time: links and sessions live as long as they should, and no key is accepted for longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from chalicelib.links.action import ActionKind
from chalicelib.links.action_links import LIFETIME as LINK
from chalicelib.links.action_links import ActionLinks, BadLink, ExpiredLink
from chalicelib.links.keyring import VERIFIES_AFTER_RETIREMENT, Keyring, new_keyring, rotated
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.step import StepKind
from chalicelib.web.http.sessions import COOKIE, Sessions
from chalicelib.web.http.sessions import LIFETIME as SESSION
from proofs.faults.tokens import renewals
from proofs.faults.tokens.doors import NOW, RECORD, account_of

_MOMENT = timedelta(microseconds=1)
_MADE = tuple(timedelta(seconds=-seconds) for seconds in (0, 1, 3600, 86_400, 29 * 86_400))  # before the rotation
Reads = Callable[[Keyring, str, datetime], bool]


def cases() -> Iterator[tuple[str, bool, bool]]:
    """Each case: its name, whether the text should be good, and whether it is."""
    before = new_keyring(NOW - timedelta(days=60))
    once = rotated(before, NOW)
    twice = rotated(once, NOW + timedelta(days=5))
    signed = (
        ("link", _link, _reads_link, LINK),
        ("read link", _read_link, _reads_read_link, LINK),
        ("settle link", _settle_link, _reads_settle_link, LINK),
        ("session", _cookie, _reads_cookie, SESSION),
    )
    for name, made, reads, life in signed:
        for ago in _MADE:
            text = made(before, NOW + ago)
            for keys, what in ((before, "no rotation"), (once, "one rotation"), (twice, "two rotations")):
                for late in (-_MOMENT, timedelta(), _MOMENT):
                    at = NOW + ago + life + late
                    is_good = late < timedelta() and (keys is before or at < NOW + VERIFIES_AFTER_RETIREMENT)
                    yield f"{name} made {-ago} before, {what}, read at its end {late}", is_good, reads(keys, text, at)
        yield from _stolen(name, before, once, made, reads)
        yield f"{name} of a key that is gone", False, reads(new_keyring(NOW), made(before, NOW), NOW)
    yield from renewals.cases(before, once)


def _stolen(
    name: str, before: Keyring, after: Keyring, made: Callable[[Keyring, datetime], str], reads: Reads
) -> Iterator[tuple[str, bool, bool]]:
    """A text signed long after the rotation, by somebody who kept the old key."""
    end = NOW + VERIFIES_AFTER_RETIREMENT
    text = made(before, end - timedelta(days=1))
    yield f"{name} by the retired key, in its last moment", True, reads(after, text, end - _MOMENT)
    yield f"{name} by the retired key, when it is over", False, reads(after, text, end)
    yield f"{name} by the retired key, long after", False, reads(after, made(before, end), end + _MOMENT)


def _link(keys: Keyring, at: datetime) -> str:
    return ActionLinks(keys).token(ActionKind.PAUSE, "alex", at)


def _reads_link(keys: Keyring, text: str, at: datetime) -> bool:
    try:
        ActionLinks(keys).read(text, at)
    except (BadLink, ExpiredLink):
        return False
    return True


def _read_link(keys: Keyring, at: datetime) -> str:
    return ReadLinks(ActionLinks(keys)).token("alex", RECORD, StepKind.STATUS_CALL, at)


def _reads_read_link(keys: Keyring, text: str, at: datetime) -> bool:
    try:
        ReadLinks(ActionLinks(keys)).read(text, at)
    except (BadLink, ExpiredLink):
        return False
    return True


def _settle_link(keys: Keyring, at: datetime) -> str:
    return SettleLinks(ActionLinks(keys)).token("alex", NOW.date(), SettlePurpose.CLOSE, at)


def _reads_settle_link(keys: Keyring, text: str, at: datetime) -> bool:
    try:
        SettleLinks(ActionLinks(keys)).read(text, at)
    except (BadLink, ExpiredLink):
        return False
    return True


def _cookie(keys: Keyring, at: datetime) -> str:
    sessions = Sessions(keys)
    return sessions.cookie(sessions.new_session(account_of("alex"), at))


def _reads_cookie(keys: Keyring, text: str, at: datetime) -> bool:
    return Sessions(keys).read(f"{COOKIE}={text}", at) is not None
