"""A mail that is ready to go. On its own, so that a tick with nobody due loads neither templates nor MIME."""

from __future__ import annotations

from msgspec import Struct


class DigestMail(Struct, frozen=True):
    """The finished message; the subject is there once more for the report."""

    subject: str
    mime: bytes
