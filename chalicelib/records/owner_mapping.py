"""Owners to their items, and back, field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from chalicelib.playbook.offers import Offer
from chalicelib.playbook.owner import EVERY_DAY, USUAL_PROCESSES_AT_LEAST, Owner, Tone, Weekday
from chalicelib.playbook.planning_context import Pacing
from chalicelib.records.table_items import OwnerItem

T = TypeVar("T")
Map = Mapping[str, Any]


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
        "pacing_attempts": owner.pacing.attempts,
        "pacing_days": owner.pacing.days,
        "processes_at_least": owner.processes_at_least,
        "offers": [_offer_map(offer) for offer in owner.offers] or None,
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
        pacing=Pacing(attempts=int(item.pacing_attempts), days=int(item.pacing_days)),
        processes_at_least=USUAL_PROCESSES_AT_LEAST
        if item.processes_at_least is None
        else int(item.processes_at_least),
        offers=tuple(_offer_of(stored) for stored in item.offers or ()),
    )


def _offer_map(offer: Offer) -> Map:
    return _present(
        interview_id=offer.interview_id,
        process_id=offer.process_id,
        company=offer.company,
        on=offer.on.isoformat(),
        recorded_at=offer.recorded_at.isoformat(),
        until=_if_any(date.isoformat, offer.until),
    )


def _offer_of(stored: Map) -> Offer:
    return Offer(
        interview_id=stored["interview_id"],
        process_id=stored["process_id"],
        company=stored["company"],
        on=date.fromisoformat(stored["on"]),
        recorded_at=datetime.fromisoformat(stored["recorded_at"]),
        until=_if_any(date.fromisoformat, stored.get("until")),
    )


def _present(**fields: Any) -> Map:
    """A map within an item: a field that is None is left out, and reads back as None."""
    return {name: value for name, value in fields.items() if value is not None}


def _if_any(convert: Callable[[Any], T], value: Any) -> T | None:
    """The value converted; None stays None."""
    return None if value is None else convert(value)
