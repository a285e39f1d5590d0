"""Check how the doors compare: in constant time, at equal lengths, and as often for a stranger as for an owner."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.records.owners import Account
from chalicelib.usecases.calendar_address import account_of_feed
from chalicelib.web.http.authentication import owner_of_token
from chalicelib.web.http.http_errors import Unauthenticated
from proofs.faults.tokens.doors import CALENDARS, TOKENS, Remembered, account_of, doors

_looked: list[str] = []


class WatchedBytes(bytes):
    """A secret that notes comparisons, searches and cuts that take longer the more of it was guessed."""

    def __eq__(self, other: object) -> bool:
        _looked.append("==")
        return bytes(self) == other

    __hash__ = bytes.__hash__

    def startswith(self, *args: Any) -> bool:
        """As ``bytes`` does, and note it."""
        _looked.append("startswith")
        return super().startswith(*args)

    def __getitem__(self, key: Any) -> Any:
        _looked.append("[]")
        return super().__getitem__(key)


class WatchedText(str):
    """A secret text that notes the same; its encoded bytes are watched too."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        _looked.append("==")
        return str(self) == other

    __hash__ = str.__hash__

    def startswith(self, *args: Any) -> bool:
        """As ``str`` does, and note it."""
        _looked.append("startswith")
        return super().startswith(*args)

    def __getitem__(self, key: Any) -> str:
        _looked.append("[]")
        return super().__getitem__(key)

    def encode(self, *args: Any, **kwargs: Any) -> bytes:
        """Watched bytes."""
        return WatchedBytes(super().encode(*args, **kwargs))


class _Watched(Remembered):
    """One owner whose secrets are watched."""

    def get(self, owner_id: str) -> Account | None:
        account = account_of("alex") if owner_id == "alex" else None
        return account and replace(
            account, token_hash=WatchedBytes(account.token_hash), calendar_secret=WatchedText(account.calendar_secret)
        )


@contextmanager
def _recorded() -> Iterator[list[tuple[int, int]]]:
    """The lengths of what is compared in constant time within the block."""
    lengths: list[tuple[int, int]] = []
    genuine = hmac.compare_digest

    def noting(one: Any, other: Any) -> bool:
        lengths.append((len(one), len(other)))
        return genuine(one, other)

    hmac.compare_digest = secrets.compare_digest = noting
    try:
        yield lengths
    finally:
        hmac.compare_digest = secrets.compare_digest = genuine


def cases() -> Iterator[tuple[str, bool, bool]]:
    """Each case: its name, True since it should hold, and whether it does."""
    watched = _Watched()
    for door, asks, refusal, good in (
        ("bearer token", owner_of_token, Unauthenticated, TOKENS["alex"]),
        ("calendar", account_of_feed, NotFound, f"alex.{CALENDARS['alex']}.ics"),
    ):
        for what, text in (("genuine", good), *_wrong(good)):
            _looked.clear()
            with _recorded() as lengths, suppress(refusal):
                asks(text, watched)
            is_fine = len(lengths) == 1 and lengths[0][0] == lengths[0][1] and not _looked
            yield f"{door}, {what}: compared {lengths}, looked at by {_looked}", True, is_fine
    yield from _signed()


def _wrong(good: str) -> Iterator[tuple[str, str]]:
    owner, _, secret = good.partition(".")
    yield "wrong from the first character on", f"{owner}.z{secret[1:]}"
    yield "wrong in the middle", f"{owner}.{secret[:20]}z{secret[21:]}"
    yield "of nobody", f"nobody.{secret}"


def _signed() -> Iterator[tuple[str, bool, bool]]:
    """Every signature, right or wrong, takes one comparison of two digests of equal length."""
    for door in doors():
        if door.name not in ("action link", "session cookie", "form token"):
            continue
        for text in sorted(door.genuine):
            body, _, signature = text.rpartition(".")
            for wrong in (text, f"{body}.{signature[1:]}A"[: len(text)], f"{body}.A{signature[1:]}"):
                with _recorded() as lengths:
                    door.opens(wrong)
                is_fine = len(lengths) == 1 and lengths[0][0] == lengths[0][1]
                yield f"{door.name} {wrong}: compared {lengths}", True, is_fine
