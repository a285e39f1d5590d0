"""Single writes whose response is lost on the way.

botocore then sends the request again. If the first one was applied, the condition fails on the second, and what looks
like somebody else's change is our own. Transactions do not need this: DynamoDB recognizes a repeated one by its token.
"""

from __future__ import annotations

from typing import TypeVar

from pynamodb.expressions.condition import Condition

from chalicelib.errors import ChangedMeanwhile
from chalicelib.records.storage_errors import ConditionFailedOnRetry, translate_storage_errors
from chalicelib.records.table import Item, ItemWithWriteToken

T = TypeVar("T", bound=ItemWithWriteToken)


def put(item: T, condition: Condition | None = None) -> T:
    """Store an item on ``condition`` and on its version. Return it as stored.

    Raises ChangedMeanwhile if the condition failed and the stored item is not this very write.
    """
    try:
        with translate_storage_errors():
            item.save(condition=condition)
    except ChangedMeanwhile:
        found = item.find(item.owner_id, item.item_id)
        if found is None or found.write_token != item.write_token:
            raise
        return found
    return item


def delete(item: Item, condition: Condition) -> None:
    """Delete an item if ``condition`` holds. Raises ChangedMeanwhile if it does not.

    If the request was sent twice and the item is gone, the first request is taken to have deleted it.
    """
    try:
        with translate_storage_errors():
            item.delete(condition=condition)
    except ConditionFailedOnRetry:
        if item.find(item.owner_id, item.item_id) is not None:
            raise
