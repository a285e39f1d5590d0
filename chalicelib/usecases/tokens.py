"""The owner's token: ``<owner_id>.<secret>``. Only the SHA-256 of the secret is stored."""

from __future__ import annotations

import hashlib
import re
import secrets

from msgspec import Struct

_FORM = re.compile(r"([A-Za-z0-9_-]{1,40})\.([A-Za-z0-9_-]{16,200})", re.ASCII)


class Token(Struct, frozen=True):
    """A token in its parts: the owner whose it claims to be, and the hash of its secret."""

    owner_id: str
    secret_hash: bytes


def new_token(owner_id: str) -> tuple[str, bytes]:
    """A new token for this owner, to be shown once, and the hash to store."""
    secret = secrets.token_urlsafe(32)
    return f"{owner_id}.{secret}", _hashed(secret)


def read_token(text: str) -> Token | None:
    """The token that a request carries; None if it does not have the form of one."""
    matched = _FORM.fullmatch(text)
    return Token(matched[1], _hashed(matched[2])) if matched else None


def _hashed(secret: str) -> bytes:
    """One round of hashing is enough: the secret is random and long, so that it cannot be guessed."""
    return hashlib.sha256(secret.encode()).digest()
