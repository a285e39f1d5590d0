"""What a tick did: whom it sent their digest, whom not, and why."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Sent(Struct, frozen=True):
    """A digest that SES accepted; ``on`` is the local date that it is for."""

    owner_id: str
    on: date
    message_id: str
    subject: str


class Skipped(Struct, frozen=True):
    """An owner who was due and got no mail now, and why."""

    owner_id: str
    reason: str


class TickReport(Struct, frozen=True):
    """What a tick did. Owners that it did not come to are in neither list: they stay due."""

    sent: tuple[Sent, ...]
    skipped: tuple[Skipped, ...]
