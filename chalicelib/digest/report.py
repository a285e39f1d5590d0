"""What a tick did: whom it sent their digest, whom not, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sent:
    """A digest that SES accepted; ``on`` is the local date that it is for."""

    owner_id: str
    on: date
    message_id: str
    subject: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An owner who was due and got no mail now, and why."""

    owner_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class TickReport:
    """What a tick did. Owners that it did not come to are in neither list: they stay due."""

    sent: tuple[Sent, ...]
    skipped: tuple[Skipped, ...]
