"""The owner's token: ``<owner_id>.<secret>``. Of the secret only the SHA-256 is kept."""

from __future__ import annotations

import hashlib
import re
import secrets

from msgspec import Struct

_SHAPE = re.compile(r"([A-Za-z0-9_-]{1,40})\.([A-Za-z0-9_-]{16,200})", re.ASCII)


class Token(Struct, frozen=True):
    """A token taken apart: whose it claims to be, and the hash of its secret."""

    owner_id: str
    secret_hash: bytes


def new_token(owner_id: str) -> tuple[str, bytes]:
    """A fresh token for this owner, to be shown once, and the hash to keep."""
    secret = secrets.token_urlsafe(32)
    return f"{owner_id}.{secret}", _hashed(secret)


def read_token(text: str) -> Token | None:
    """The token that a request carries; None if it has not the shape of one."""
    shaped = _SHAPE.fullmatch(text)
    return Token(shaped[1], _hashed(shaped[2])) if shaped else None


def _hashed(secret: str) -> bytes:
    """One round is enough: the secret is random and long, so that it cannot be guessed."""
    return hashlib.sha256(secret.encode()).digest()
