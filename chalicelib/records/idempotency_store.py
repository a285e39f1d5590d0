"""Answered requests: a repeated request gets the first answer, as long as the record that it created exists."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from pynamodb.expressions.condition import Condition

from chalicelib.errors import IdempotencyKeyReused, RepeatedRequest
from chalicelib.records.item_keys import interview_key, request_key
from chalicelib.records.table_items import InterviewItem, RequestItem

ResponseCondition = Condition  # of the write: holds while the request may be answered anew
NO_EARLIER_RESPONSE: ResponseCondition = RequestItem.interview_id.does_not_exist()


class RequestKey(Struct, frozen=True):
    """What identifies a repeated request. It is remembered until ``expires_at``.

    ``id`` is the hash of its Idempotency-Key, or of its content if it has none; ``digest`` is always the hash of its
    content.
    """

    id: str
    digest: str
    expires_at: datetime


class FirstResponse(Struct, frozen=True):
    """The key of a request, and the text that answered it first."""

    key: RequestKey
    text: str


def request_item(owner_id: str, answer: FirstResponse, interview_id: str, now: datetime) -> RequestItem:
    """Return the item to store for a request that created the record ``interview_id``."""
    key = answer.key
    return RequestItem(
        owner_id,
        request_key(key.id),
        interview_id=interview_id,
        digest=key.digest,
        answer=answer.text,
        answered_at=now,
        expires_at=key.expires_at,
    )


def condition_to_respond(owner_id: str, key: RequestKey, now: datetime) -> ResponseCondition:
    """Return the condition under which this request may be answered anew. That is possible if:

    - no such request is stored
    - the stored one has expired
    - the record that it created was removed

    Otherwise raises RepeatedRequest, or IdempotencyKeyReused if the key came with other content.
    """
    item = RequestItem.find(owner_id, request_key(key.id))
    if item is None:
        return NO_EARLIER_RESPONSE
    if has_expired(item, now) or InterviewItem.find(owner_id, interview_key(item.interview_id)) is None:
        return RequestItem.interview_id == item.interview_id
    if item.digest != key.digest:
        raise IdempotencyKeyReused(item.interview_id)
    raise RepeatedRequest(item.interview_id, item.answer)


def has_expired(item: RequestItem, now: datetime) -> bool:
    """Whether ``now`` is too far from the first answer, in either direction.

    Checked here, because DynamoDB removes expired items days late. In both directions, because another machine's clock
    may be a little behind, and a request to the local server may set the time back by days.
    """
    return abs(now - item.answered_at) >= item.expires_at - item.answered_at
