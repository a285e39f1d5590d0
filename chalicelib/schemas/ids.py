"""Ids of records: ULIDs, which sort by the instant at which they were made.

They are made here, in a few lines, because the usual library loads ``email`` and package metadata at import, on every
cold start.
"""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from hashlib import sha256

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORM = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", re.ASCII)


def new_id(now: datetime) -> str:
    """A new ULID: 48 bits of milliseconds since 1970, then 80 random bits, as 26 characters of Crockford's base 32."""
    return _ulid(now, secrets.randbits(80))


def repeatable_id(now: datetime, seed: str) -> str:
    """A ULID that is the same for the same millisecond and ``seed``."""
    return _ulid(now, int.from_bytes(sha256(seed.encode()).digest()[:10], "big"))


def _ulid(now: datetime, bits: int) -> str:
    number = int(now.timestamp() * 1000) << 80 | bits
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def is_id(text: str) -> bool:
    """Whether ``text`` has the form of an id of a record."""
    return _FORM.fullmatch(text) is not None


def new_part_id() -> str:
    """A new id of a contact or an event: 40 random bits, enough among the few of one record."""
    return f"{secrets.randbits(40):010x}"
