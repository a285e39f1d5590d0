"""A table's raw items in DynamoDB's own types, read and written in batches. For operating commands: they may scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from botocore.exceptions import ClientError

from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.terminal import Terminal
from infra.deploy.typed_json import TypedItem

ItemKey = tuple[str, str]

MOST_READ, MOST_WRITTEN = 100, 25  # in one request: DynamoDB's limits
_TRIES = 10
_LONGEST_PAUSE = 10.0  # seconds


def key_of(item: TypedItem) -> ItemKey:
    """The key of an item: the owner's id and the item's id."""
    return item["owner_id"]["S"], item["item_id"]["S"]


@dataclass(frozen=True)
class RawItems:
    """The items of one table. Every method may raise CannotDo: there is no such table, or it throttles for too long."""

    client: Any
    table: str
    terminal: Terminal
    _waiting: list[TypedItem] = field(default_factory=list)

    @classmethod
    def of(cls, deployment: Deployment, terminal: Terminal, table: str | None = None) -> RawItems:
        """The items of the deployment's table, or of ``table`` in the same account and region."""
        return cls(deployment.client("dynamodb"), table or deployment.name, terminal)

    def all(self) -> Iterator[TypedItem]:
        """Every item. Each page is read consistently, but the pages are not of one moment."""
        pages = self.client.get_paginator("scan").paginate(TableName=self.table, ConsistentRead=True)
        try:
            for page in pages:
                yield from page["Items"]
        except self.client.exceptions.ResourceNotFoundException as error:
            raise self._no_table() from error

    def found(self, keys: Iterable[ItemKey]) -> dict[ItemKey, TypedItem]:
        """The items that are there now, of at most ``MOST_READ`` keys."""
        missing: list[TypedItem] = [
            {"owner_id": {"S": owner_id}, "item_id": {"S": item_id}} for owner_id, item_id in keys
        ]
        there: dict[ItemKey, TypedItem] = {}
        for attempt in count():
            if not missing:
                return there
            self._wait(attempt)
            answer = self._called("batch_get_item", {"Keys": missing, "ConsistentRead": True})
            there |= {key_of(item): item for item in answer["Responses"].get(self.table, ())}
            missing = answer.get("UnprocessedKeys", {}).get(self.table, {}).get("Keys", [])
        raise AssertionError

    def put_soon(self, item: TypedItem) -> None:
        """Write an item over what is there, with the next ``flush`` or as soon as ``MOST_WRITTEN`` items wait."""
        self._waiting.append(item)
        if len(self._waiting) == MOST_WRITTEN:
            self.flush()

    def flush(self) -> None:
        """Write the items that wait."""
        unwritten = [{"PutRequest": {"Item": item}} for item in self._waiting]
        for attempt in count():
            if not unwritten:
                break
            self._wait(attempt)
            unwritten = self._called("batch_write_item", unwritten).get("UnprocessedItems", {}).get(self.table, [])
        self._waiting.clear()

    def put_if(self, item: TypedItem, condition: TypedItem) -> bool:
        """Write an item if the condition (in PutItem's arguments) is true; return whether it was."""
        try:
            self.client.put_item(TableName=self.table, Item=item, **condition)
        except self.client.exceptions.ConditionalCheckFailedException:
            return False
        return True

    def _called(self, operation: str, request: Any) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = getattr(self.client, operation)(RequestItems={self.table: request})
        except self.client.exceptions.ResourceNotFoundException as error:
            raise self._no_table() from error
        except ClientError as error:
            if error.response["Error"]["Code"] != "ProvisionedThroughputExceededException":
                raise
            raise _throttled() from error
        return answer

    def _wait(self, attempt: int) -> None:
        """Pause longer before each further attempt: DynamoDB adds capacity to a busy table within minutes."""
        if attempt == _TRIES:
            raise _throttled()
        if attempt:
            self.terminal.pause(min(0.1 * 2**attempt, _LONGEST_PAUSE))

    def _no_table(self) -> CannotDo:
        region = self.client.meta.region_name
        return CannotDo(f"There is no table {self.table} in {region}: make deploy makes it, STAGE=… names another.")


def _throttled() -> CannotDo:
    return CannotDo("DynamoDB keeps turning requests away. Run the same command again: it goes on where this one was.")
