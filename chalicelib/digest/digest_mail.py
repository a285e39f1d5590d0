"""A finished mail. A module of its own, so that a tick with nobody due loads neither templates nor MIME."""

from __future__ import annotations

from msgspec import Struct


class DigestMail(Struct, frozen=True):
    """The finished message; its subject is repeated for the report."""

    subject: str
    mime: bytes
