"""The keys that links and sessions are signed with: the newest signs, a retired one is believed for a while.

A key is known by its id, which what it signed carries. All functions here are pure; ``parameter`` reads what is stored.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from string import ascii_lowercase
from typing import Annotated

from msgspec import UNSET, DecodeError, Meta, Struct, UnsetType, json
from msgspec.structs import replace

from chalicelib.errors import AfterwordError

# Nothing that a key signs may be good for longer: afterwards there is nothing left for a retired key to vouch for.
VERIFIES_AFTER_RETIREMENT = timedelta(days=30)
_SECRET_BYTES = 32


class BadKeyring(AfterwordError):
    """What is stored is no keyring. The text says where it is not, and never holds a secret."""


class Key(Struct, frozen=True, kw_only=True):
    """``kid`` names the key and is no secret. ``retired_at`` is when a newer one took over; None for the newest."""

    kid: str
    secret: str
    retired_at: datetime | None = None

    def __repr__(self) -> str:
        return f"Key({self.kid})"  # a traceback or a log shows no secret

    def verifies(self, now: datetime) -> bool:
        """Whether what it signed counts at ``now``."""
        return self.retired_at is None or now < self.retired_at + VERIFIES_AFTER_RETIREMENT


class Keyring(Struct, frozen=True):
    """At least one key, the newest first."""

    keys: tuple[Key, ...]

    @property
    def newest(self) -> Key:
        """The key that signs."""
        return self.keys[0]

    def verifying(self, kid: str, now: datetime) -> Key | None:
        """The key of this id, if it is one of ours and counts at ``now``."""
        return next((key for key in self.keys if key.kid == kid and key.verifies(now)), None)


def new_keyring(now: datetime) -> Keyring:
    """A keyring with one fresh key."""
    return Keyring((_new_key(now, ()),))


def rotated(keyring: Keyring, now: datetime) -> Keyring:
    """With a fresh key that signs from now on; the one before it is retired, and the long retired ones are gone.

    Raises BadKeyring where there are 26 keys of today already.
    """
    retired = tuple(key if key.retired_at else replace(key, retired_at=now) for key in keyring.keys)
    return pruned(Keyring((_new_key(now, retired), *retired)), now)


def pruned(keyring: Keyring, now: datetime) -> Keyring:
    """Without the keys that nothing is believed of any more. The newest stays."""
    return Keyring(tuple(key for key in keyring.keys if key.verifies(now)))


def keyring_of(texts: Iterable[str]) -> Keyring:
    """A keyring of bare secrets, the newest first and all of them believed: for a local server and for tests."""
    return Keyring(tuple(Key(kid=hashlib.sha256(text.encode()).hexdigest()[:8], secret=text) for text in texts))


class _StoredKey(Struct, forbid_unknown_fields=True, omit_defaults=True):
    kid: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
    secret: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{32,200}$")]
    retired_at: Annotated[datetime, Meta(tz=True)] | UnsetType = UNSET


class _StoredKeyring(Struct, forbid_unknown_fields=True):
    keys: Annotated[list[_StoredKey], Meta(min_length=1, max_length=100)]


def read_keyring(text: str) -> Keyring:
    """The keyring in a stored text, such as ``{"keys": [{"kid": "2026-11-23a", "secret": "…"}]}``; a retired key has
    ``retired_at``. Raises BadKeyring."""
    try:
        stored = json.decode(text, type=_StoredKeyring).keys
    except (DecodeError, UnicodeEncodeError, RecursionError) as error:
        raise BadKeyring(_said(error)) from None
    if stored[0].retired_at is not UNSET or any(key.retired_at is UNSET for key in stored[1:]):
        raise BadKeyring("The first key is the one that signs, and all others are retired - at `$.keys`")
    if len({key.kid for key in stored}) < len(stored):
        raise BadKeyring("Two keys have the same kid - at `$.keys`")
    return Keyring(tuple(map(_key, stored)))


def written(keyring: Keyring) -> str:
    """The text to store."""
    return json.encode(_StoredKeyring([_stored(key) for key in keyring.keys])).decode()


def _new_key(now: datetime, others: Iterable[Key]) -> Key:
    """Named after its day (UTC), with a letter that no other key of that day has."""
    taken = {key.kid for key in others}
    day = now.astimezone(UTC).date().isoformat()
    free = [day + letter for letter in ascii_lowercase if day + letter not in taken]
    if not free:
        raise BadKeyring(f"No more keys can be made on {day}")
    return Key(kid=free[0], secret=secrets.token_urlsafe(_SECRET_BYTES))


def _key(stored: _StoredKey) -> Key:
    retired_at = None if isinstance(stored.retired_at, UnsetType) else stored.retired_at
    return Key(kid=stored.kid, secret=stored.secret, retired_at=retired_at)


def _stored(key: Key) -> _StoredKey:
    return _StoredKey(key.kid, key.secret, key.retired_at or UNSET)


def _said(error: Exception) -> str:
    """msgspec names the place and the rule, but never a value; only a field that it does not know it quotes. The other
    errors quote the text."""
    if not isinstance(error, DecodeError):
        return type(error).__name__
    return re.sub(r"unknown field `[^`]*`", "unknown field", str(error))
