"""Owners to their items, and back, field by field."""

from __future__ import annotations

from typing import Any

from chalicelib.playbook.owner import (
    EVERY_DAY,
    USUAL_PROCESSES_AT_LEAST,
    Arrival,
    Owner,
    Tone,
    Weekday,
)
from chalicelib.playbook.planning_context import Pacing
from chalicelib.records.table_items import OwnerItem


def owner_fields(owner: Owner) -> dict[str, Any]:
    """The attributes of an owner's item that come from the owner."""
    return {
        "owner_id": owner.id,
        "name": owner.name,
        "email": owner.email,
        "phone": owner.phone,
        "language": owner.language,
        "tone": owner.tone,
        "time_zone": owner.time_zone,
        "country": owner.country,
        "digest_at": owner.digest_at,
        "digest_days": None if owner.digest_days == EVERY_DAY else [str(day) for day in owner.digest_days],
        "paused_until": owner.paused_until,
        "pauses": owner.pauses or None,
        "paused_by": owner.paused_by,
        "pacing_attempts": owner.pacing.attempts,
        "pacing_days": owner.pacing.days,
        "processes_at_least": owner.processes_at_least,
        "is_name_guessed": owner.is_name_guessed or None,
        "is_certain_captured": owner.is_certain_captured or None,
        "arrival_route": owner.arrival.route,
        "digest_seen_at": owner.arrival.seen_at,
        "mail_refused_at": owner.arrival.refused_at,
    }


def owner_of(item: OwnerItem) -> Owner:
    """The owner that an item holds."""
    return Owner(
        id=item.owner_id,
        name=item.name,
        email=item.email,
        phone=item.phone,
        language=item.language,
        tone=Tone(item.tone),
        time_zone=item.time_zone,
        country=item.country,
        digest_at=item.digest_at,
        digest_days=EVERY_DAY if item.digest_days is None else tuple(map(Weekday, item.digest_days)),
        paused_until=item.paused_until,
        pauses=int(item.pauses or 0),
        paused_by=item.paused_by,
        pacing=Pacing(attempts=int(item.pacing_attempts), days=int(item.pacing_days)),
        processes_at_least=USUAL_PROCESSES_AT_LEAST
        if item.processes_at_least is None
        else int(item.processes_at_least),
        is_name_guessed=bool(item.is_name_guessed),
        is_certain_captured=bool(item.is_certain_captured),
        arrival=Arrival(route=item.arrival_route, seen_at=item.digest_seen_at, refused_at=item.mail_refused_at),
    )
