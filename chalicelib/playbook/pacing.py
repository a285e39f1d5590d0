"""Moderation (H5): persistent, never importunate. The owner may change the numbers."""

from __future__ import annotations

from msgspec import Struct


class Pacing(Struct, frozen=True, kw_only=True):
    """``attempts`` unanswered at most in one process; ``days`` working days between two of them (H5)."""

    attempts: int = 4
    days: int = 3
