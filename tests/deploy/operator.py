"""The operator, who runs the commands, and looks into the table for the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from botocore.awsrequest import AWSResponse

from chalicelib.records.table import connection
from infra.deploy import backup, restore
from infra.deploy.deployment import Deployment
from infra.deploy.raw_items import ItemKey, RawItems, key_of
from infra.deploy.terminal import Terminal
from infra.deploy.typed_json import TypedItem, value_of

BACKUP = Path("backup.json")


class Killed(BaseException):
    """The command is killed."""


@dataclass(frozen=True)
class Operator:
    """Runs the commands on one deployment. Their pauses take no time; ``pauses`` has the seconds of each."""

    deployment: Deployment
    pauses: list[float] = field(default_factory=list)

    @property
    def terminal(self) -> Terminal:
        """A terminal that answers yes."""
        return Terminal(answers_yes=True, pause=self.pauses.append)

    def backs_up(self, path: Path = BACKUP) -> Path:
        """Make a backup."""
        backup.run(self.deployment, self.terminal, {"INTO": str(path)})
        return path

    def restores(self, path: Path = BACKUP, **environment: str) -> None:
        """Restore a backup."""
        restore.run(self.deployment, self.terminal, {"FROM": str(path), **environment})

    @property
    def rows(self) -> RawItems:
        """The raw items of the table."""
        return RawItems.of(self.deployment, self.terminal)

    def stored(self) -> dict[ItemKey, TypedItem]:
        """All items of the table by their keys."""
        return {key_of(item): item for item in self.rows.all()}

    def puts(self, *items: TypedItem) -> None:
        """Write items as they are."""
        for item in items:
            self.deployment.client("dynamodb").put_item(TableName=self.deployment.name, Item=item)

    def loses_everything(self) -> None:
        """Empty the table."""
        for owner_id, item_id in self.stored():
            key = {"owner_id": {"S": owner_id}, "item_id": {"S": item_id}}
            self.deployment.client("dynamodb").delete_item(TableName=self.deployment.name, Key=key)


@contextmanager
def killed_before_write(operator: Operator, number: int) -> Iterator[None]:
    """Kill the command before its ``number``-th write."""
    writes = [
        f"before-call.dynamodb.{name}" for name in ("BatchWriteItem", "PutItem", "UpdateItem", "TransactWriteItems")
    ]
    left = [number]

    def count(**_: Any) -> None:
        left[0] -= 1
        if not left[0]:
            raise Killed

    with _hooked(operator, writes, count):
        yield


@contextmanager
def nothing_processed_at_first(operator: Operator, operation: str, answer: str) -> Iterator[list[int]]:
    """Have DynamoDB return the whole first request unprocessed; the list has the number of items of each request."""
    sizes: list[int] = []

    def hand_back(params: dict[str, Any], **_: Any) -> tuple[AWSResponse, dict[str, Any]] | None:
        asked = value_of(params["body"])["RequestItems"]
        keys = asked[operator.deployment.name]
        sizes.append(len(keys["Keys"] if isinstance(keys, dict) else keys))
        return (AWSResponse("", 200, {}, None), {"Responses": {}, answer: asked}) if len(sizes) == 1 else None

    with _hooked(operator, [f"before-call.dynamodb.{operation}"], hand_back):
        yield sizes


@contextmanager
def once(operator: Operator, event: str, action: Callable[[], object]) -> Iterator[None]:
    """Have somebody else act once, right before a request."""
    actions = [action]

    def act(**_: Any) -> None:
        if actions:
            actions.pop()()

    with _hooked(operator, [event], act):
        yield


@contextmanager
def _hooked(operator: Operator, events: list[str], handler: Callable[..., Any]) -> Iterator[None]:
    """Register a handler on both clients: that of the commands, and that of the records."""
    hooks = [client.meta.events for client in (operator.deployment.client("dynamodb"), connection().client)]
    pairs = [(hook, event) for hook in hooks for event in events]
    for hook, event in pairs:
        hook.register(event, handler)
    try:
        yield
    finally:
        for hook, event in pairs:
            hook.unregister(event, handler)
