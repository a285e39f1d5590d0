"""When an import was first sent: the same one, sent twice at once, makes its records with the same ids, and so once."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from chalicelib.errors import ChangedMeanwhile, IdempotencyKeyReused, StorageUnavailable
from chalicelib.records.idempotency_store import RequestKey, has_expired
from chalicelib.records.item_keys import request_key
from chalicelib.records.storage_errors import translate_storage_errors
from chalicelib.records.table_items import RequestItem

_TRIES = 3
_PREFIX = "import:"
_NO_RECORD = "-"  # an import has many records, and its answer is made anew


@translate_storage_errors()
def first_sent_at(owner_id: str, key: RequestKey, now: datetime) -> datetime:
    """The instant at which the import with this key came first; ``now``, and stored, if it has not come before.

    Raises IdempotencyKeyReused if the key came with other content, and StorageUnavailable.
    """
    for _ in range(_TRIES):
        item = RequestItem.find(owner_id, request_key(_PREFIX + key.id))
        if item and not has_expired(item, now):
            if item.digest != key.digest:
                raise IdempotencyKeyReused
            return item.answered_at
        with suppress(ChangedMeanwhile):  # somebody else's, or our own, whose answer was lost: read it
            return _store(owner_id, key, now, over=item)
    raise StorageUnavailable


def _store(owner_id: str, key: RequestKey, now: datetime, over: RequestItem | None) -> datetime:
    is_free = RequestItem.answered_at.does_not_exist() if over is None else RequestItem.answered_at == over.answered_at
    item = RequestItem(
        owner_id,
        request_key(_PREFIX + key.id),
        interview_id=_NO_RECORD,
        digest=key.digest,
        answer="",
        answered_at=now,
        expires_at=key.expires_at,
    )
    with translate_storage_errors():
        item.save(condition=is_free)
    return now
