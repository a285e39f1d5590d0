"""What a tick did: to whom it sent a digest, to whom not, and why."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Sent(Struct, frozen=True):
    """A digest that SES accepted; ``on`` is its date in the owner's zone."""

    owner_id: str
    on: date
    message_id: str
    subject: str


class Skipped(Struct, frozen=True):
    """An owner who was due and got no mail this time, and why."""

    owner_id: str
    reason: str


class TickReport(Struct, frozen=True):
    """What a tick did. Owners whom it had no time for are in neither list: they stay due."""

    sent: tuple[Sent, ...]
    skipped: tuple[Skipped, ...]
