"""Requests that were answered: a repetition gets the first answer, as long as the record it made is there."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from pynamodb.expressions.condition import Condition

from chalicelib.errors import IdempotencyKeyReused, RepeatedRequest
from chalicelib.records.item_keys import interview_key, request_key
from chalicelib.records.table_items import InterviewItem, RequestItem

MayRespond = Condition  # under which a request may be answered
NO_EARLIER_RESPONSE: MayRespond = RequestItem.interview_id.does_not_exist()


class RequestKey(Struct, frozen=True):
    """By what a repeated request is known: ``id`` is the hash of its Idempotency-Key or else of its content,
    ``digest`` always that of its content; it is remembered until ``expires_at``."""

    id: str
    digest: str
    expires_at: datetime


class FirstResponse(Struct, frozen=True):
    """What is remembered of a request: its key, and the text that it was answered with."""

    key: RequestKey
    text: str


def request_item(owner_id: str, answer: FirstResponse, interview_id: str, now: datetime) -> RequestItem:
    """What is stored of a request that made the record ``interview_id``."""
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


def condition_to_respond(owner_id: str, key: RequestKey, now: datetime) -> MayRespond:
    """The condition under which this request may be answered anew: its time is over, or its record was removed.

    Raises RepeatedRequest, or IdempotencyKeyReused if its key came with another content.
    """
    item = RequestItem.find(owner_id, request_key(key.id))
    if item is None:
        return NO_EARLIER_RESPONSE
    if _is_over(item, now) or InterviewItem.find(owner_id, interview_key(item.interview_id)) is None:
        return RequestItem.interview_id == item.interview_id
    if item.digest != key.digest:
        raise IdempotencyKeyReused(item.interview_id)
    raise RepeatedRequest(item.interview_id, item.answer)


def _is_over(item: RequestItem, now: datetime) -> bool:
    """Whether ``now`` is too far from the first answer. Checked here, because DynamoDB removes what has expired days
    later; and both ways, because the clock of another machine may be a little behind, and a told time may go back
    by days."""
    return abs(now - item.answered_at) >= item.expires_at - item.answered_at
