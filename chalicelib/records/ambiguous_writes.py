"""Single writes whose answer is lost on the way.

botocore then sends them again; if the first one landed, the condition fails at the second, and what looks like
somebody else's change is our own. Transactions need none of this: DynamoDB knows a repeated one by its token.
"""

from __future__ import annotations

from typing import TypeVar

from pynamodb.expressions.condition import Condition

from chalicelib.errors import ChangedMeanwhile
from chalicelib.records.storage_errors import RetriesExhausted, storage_faults
from chalicelib.records.table_items import Item, SignedItem

T = TypeVar("T", bound=SignedItem)


def put(item: T, condition: Condition | None = None) -> T:
    """Store a new item under ``condition`` and its version; what comes back is as stored. Raises ChangedMeanwhile
    if the condition failed and what is there is not this very write."""
    try:
        with storage_faults():
            item.save(condition=condition)
    except ChangedMeanwhile:
        found = item.find(item.owner_id, item.item_id)
        if found is None or found.write_token != item.write_token:
            raise
        return found
    return item


def delete(item: Item, condition: Condition) -> None:
    """Delete what fulfils ``condition``; raises ChangedMeanwhile. What was sent twice and finds nothing is taken to
    have deleted it the first time."""
    try:
        with storage_faults():
            item.delete(condition=condition)
    except RetriesExhausted:
        if item.find(item.owner_id, item.item_id) is not None:
            raise
