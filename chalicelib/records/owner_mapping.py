"""Owners to their items, and back, field by field."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from chalicelib.playbook.owner import (
    EVERY_DAY,
    NOT_ASKED,
    USUAL_PROCESSES_AT_LEAST,
    Arrival,
    Owner,
    Tone,
    Weekday,
)
from chalicelib.playbook.planning_context import Pacing
from chalicelib.records.table_items import OwnerItem

_NONE = "-"


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
        "arrival": arrival_text(owner.arrival),
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
        arrival=_arrival(item.arrival) if item.arrival else NOT_ASKED,
    )


def arrival_text(arrival: Arrival) -> str | None:
    """What is stored of whether digests arrive: the route and two instants, each "-" if there is none; None for what
    is known before the first digest."""
    if arrival == NOT_ASKED:
        return None
    instants = (str(int(at.timestamp())) if at else _NONE for at in (arrival.seen_at, arrival.refused_at))
    return " ".join((arrival.route or _NONE, *instants))


def _arrival(stored: str) -> Arrival:
    route, *instants = stored.split(" ")
    seen_at, refused_at = (None if text == _NONE else datetime.fromtimestamp(int(text), UTC) for text in instants)
    return Arrival(route=None if route == _NONE else route, seen_at=seen_at, refused_at=refused_at)
