"""Types of fields that only files and queries hold: instants, ids and versions. Every reader raises InvalidValue."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from msgspec import Meta

from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.ids import is_id
from chalicelib.schemas.invisible_marks import unmarked
from chalicelib.schemas.simple_values import FIRST_DAY, LAST_DAY, number
from chalicelib.schemas.text_values import FormText

# The highest version that a file or If-Match may name. A record from a file begins a million changes below it at most:
# no number of changes that a person makes leads beyond it.
LAST_VERSION = 10**9 - 1
_LEFT_FOR_CHANGES = 10**6


def instant(raw: object) -> datetime:
    """An instant with its offset from UTC, ``2026-08-03T16:00:00Z``. It is returned in UTC."""
    try:
        found = datetime.fromisoformat(unmarked(raw)) if isinstance(raw, str) else None
        in_utc = found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        in_utc = None
    if in_utc is None:
        raise InvalidValue("is not an instant such as 2026-08-03T16:00:00Z")
    if not FIRST_DAY <= in_utc.date() <= LAST_DAY:
        raise InvalidValue("is not between {first} and {last}", first=str(FIRST_DAY), last=str(LAST_DAY))
    return in_utc


def record_id(raw: object) -> str:
    """The id of a record, a ULID."""
    text = unmarked(raw) if isinstance(raw, str) else ""
    if not is_id(text):
        raise InvalidValue("is not the id of a record")
    return str(text)


def version(raw: object) -> int:
    """How often a record was written; a version near the last one is taken as that of a million changes before it."""
    read = number(1, LAST_VERSION)(FormText(raw) if isinstance(raw, str) else raw)
    return min(read, LAST_VERSION - _LEFT_FOR_CHANGES)


Instant = Annotated[datetime, Meta(extra={"read": instant})]
RecordId = Annotated[str, Meta(extra={"read": record_id})]
Version = Annotated[int, Meta(ge=1, le=LAST_VERSION, extra={"read": version})]
