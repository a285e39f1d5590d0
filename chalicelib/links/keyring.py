"""The keys that sign links and sessions: the newest signs, a retired one still verifies for a while.

Each signed text carries the id of its key. Nothing here reads or writes storage: ``keys_parameter`` does.
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

# No link may be good for longer than this: afterwards a retired key has nothing left to verify. A session goes on for
# longer because each use signs it with the newest key.
VERIFIES_AFTER_RETIREMENT = timedelta(days=30)
_SECRET_BYTES = 32


class BadKeyring(AfterwordError):
    """What is stored is not a keyring. The message says where the fault is, and never holds a secret."""


class Key(Struct, frozen=True, kw_only=True):
    """A key. ``kid``, its id, is no secret. ``retired_at`` is when a newer key took over; None for the newest."""

    kid: str
    secret: str
    retired_at: datetime | None = None

    def __repr__(self) -> str:
        return f"Key({self.kid})"  # a traceback or a log shows no secret

    def verifies(self, now: datetime) -> bool:
        """Whether what it signed is valid at ``now``."""
        return self.retired_at is None or now < self.retired_at + VERIFIES_AFTER_RETIREMENT


class Keyring(Struct, frozen=True):
    """One or more keys, the newest first."""

    keys: tuple[Key, ...]

    @property
    def newest(self) -> Key:
        """The key that signs."""
        return self.keys[0]

    def verifying_key(self, kid: str, now: datetime) -> Key | None:
        """The key of this id, if we have it and it verifies at ``now``; otherwise None."""
        return next((key for key in self.keys if key.kid == kid and key.verifies(now)), None)


def new_keyring(now: datetime) -> Keyring:
    """A keyring with one new key."""
    return Keyring((_new_key(now, ()),))


def rotated(keyring: Keyring, now: datetime) -> Keyring:
    """The keyring with a new key that signs from now on. The key before it is retired; keys that no longer verify are
    removed. Raises BadKeyring if there are 26 keys of today (UTC) already."""
    retired = tuple(key if key.retired_at else replace(key, retired_at=now) for key in keyring.keys)
    return pruned(Keyring((_new_key(now, retired), *retired)), now)


def pruned(keyring: Keyring, now: datetime) -> Keyring:
    """The keyring without the keys that no longer verify at ``now``. The newest stays."""
    return Keyring(tuple(key for key in keyring.keys if key.verifies(now)))


def keyring_of(texts: Iterable[str]) -> Keyring:
    """A keyring of bare secrets, the newest first, all of which verify. For the local server and for tests."""
    return Keyring(tuple(Key(kid=hashlib.sha256(text.encode()).hexdigest()[:8], secret=text) for text in texts))


class _StoredKey(Struct, forbid_unknown_fields=True, omit_defaults=True):
    kid: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
    secret: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{32,200}$")]
    retired_at: Annotated[datetime, Meta(tz=True)] | UnsetType = UNSET


class _StoredKeyring(Struct, forbid_unknown_fields=True):
    keys: Annotated[list[_StoredKey], Meta(min_length=1, max_length=100)]


def read_keyring(text: str) -> Keyring:
    """The keyring in a stored text, such as ``{"keys": [{"kid": "2026-11-23a", "secret": "…"}]}``; retired keys also
    have ``retired_at``. Raises BadKeyring."""
    try:
        stored = json.decode(text, type=_StoredKeyring).keys
    except (DecodeError, UnicodeEncodeError, RecursionError) as error:
        raise BadKeyring(_without_secrets(error)) from None
    if stored[0].retired_at is not UNSET or any(key.retired_at is UNSET for key in stored[1:]):
        raise BadKeyring("The first key is the one that signs, and all others are retired - at `$.keys`")
    if len({key.kid for key in stored}) < len(stored):
        raise BadKeyring("Two keys have the same kid - at `$.keys`")
    return Keyring(tuple(map(_key, stored)))


def keyring_text(keyring: Keyring) -> str:
    """The text to store for a keyring."""
    return json.encode(_StoredKeyring([_stored(key) for key in keyring.keys])).decode()


def _new_key(now: datetime, others: Iterable[Key]) -> Key:
    """A new key, named after its day (UTC) with a letter that no other key of that day has. Raises BadKeyring."""
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


def _without_secrets(error: Exception) -> str:
    """What is wrong, without quoting the stored text.

    msgspec names the path and the rule but never a value; only an unknown field is quoted, and removed here. Other
    errors quote the text, so only their type is named.
    """
    if not isinstance(error, DecodeError):
        return type(error).__name__
    return re.sub(r"unknown field `[^`]*`", "unknown field", str(error))
