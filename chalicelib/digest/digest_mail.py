"""A finished mail. A module of its own, so that a tick with nobody due loads neither templates nor MIME."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class DigestMail(Struct, frozen=True):
    """The finished message; its subject is repeated for the report. ``to_settle`` are the versions of the records that
    its settle links stand for, by purpose and id; ``asks`` is what its links prove, if it asks to be seen."""

    subject: str
    mime: bytes
    to_settle: Mapping[str, Mapping[str, int]] = {}
    asks: str | None = None
