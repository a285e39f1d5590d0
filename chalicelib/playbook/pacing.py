"""Moderation (H5): persistent, never importunate. The owner may change the numbers."""

from __future__ import annotations

from msgspec import Struct


class Pacing(Struct, frozen=True, kw_only=True):
    """At most ``attempts`` unanswered attempts in one process, at least ``days`` working days between two (H5)."""

    attempts: int = 4
    days: int = 3
