"""The app with all that AWS would be around it, in this process, at a time that is told.

The one place that knows how the app is put together.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from botocore.exceptions import ReadTimeoutError

from chalicelib import wiring
from chalicelib.records import table
from chalicelib.settings import Settings
from tests.moto_table import empty_table
from tests.tour.log import Log
from tests.tour.ses import Ses

TABLE, REGION, ADDRESS = "afterword-tour", "eu-central-1", "https://afterword.example/api"
REQUEST_ID = "request-1"
ENVIRONMENT = {
    "AFTERWORD_TABLE": TABLE,
    "AFTERWORD_SENDER": "afterword@example.com",
    "AFTERWORD_OWNER": "alex",
    "AFTERWORD_ADDRESS": ADDRESS,
    "AFTERWORD_SIGNING_KEYS": f"newest-{'n' * 32},older-{'o' * 32}",
    "AFTERWORD_CONFIGURATION_SET": "afterword-tour",
    "AWS_REGION": REGION,
}
OF_AWS = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": REGION}
_TICK = {
    "version": "0", "account": "1", "region": REGION, "detail": {}, "detail-type": "Scheduled Event",
    "source": "aws.events", "time": "2026-08-03T16:00:00Z", "id": "1", "resources": [],
}  # fmt: skip
Fault = Exception | tuple[str, int] | None


class House:
    """``app`` answers events, ``now`` is what its clock shows; ``operations`` are the requests to the table."""

    def __init__(self) -> None:
        self.now = datetime(2026, 8, 3, 16, 0, tzinfo=UTC)
        self.operations: list[str] = []
        self.faults: dict[str, list[Fault]] = {}
        self.ses, self.log = Ses(), Log()
        self.wiring = wiring.Wiring(Settings.from_environment(ENVIRONMENT), now=lambda: self.now)
        self._listen()

    def answer(self, event: dict[str, Any], *, is_there: bool = True) -> dict[str, Any]:
        """What the app answers to an event of the gateway, or to one for an address that no route has."""
        from app import app

        answered: dict[str, Any] = (app if is_there else app.nothing_at)(event, _context())
        return answered

    def tick(self) -> None:
        """The schedule fires."""
        import app

        app.tick(_TICK, _context())

    def bounce(self, message: str) -> None:
        """SES's news come by SNS."""
        import app

        sns = {"Message": message, "Subject": "Amazon SES", "MessageAttributes": {}}
        app.bounces({"Records": [{"Sns": sns}]}, _context())

    def items(self) -> list[dict[str, Any]]:
        """All that the table holds, by its keys."""
        pages = table.connection().client.get_paginator("scan").paginate(TableName=TABLE)
        found = [item for page in pages for item in page["Items"]]
        return sorted(found, key=lambda item: (item["owner_id"]["S"], item["item_id"]["S"]))

    def _listen(self) -> None:
        connection = table.connection()
        connection.client.meta.events.register("after-call.dynamodb", self._note)
        connection.client.meta.events.register("before-call.dynamodb", self._fail)
        connection.session.register("before-call.sesv2.SendEmail", self.ses.send)

    def _note(self, model: Any, **_: Any) -> None:
        self.operations.append(model.name)

    def _fail(self, model: Any, **_: Any) -> Any:
        """The next fault that waits for this operation, if there is one; ``*`` is any operation, and
        None is none."""
        waiting = self.faults.get(model.name) or self.faults.get("*")
        if not waiting:
            return None
        fault = waiting.pop(0)
        if fault is None:
            return None
        if isinstance(fault, Exception):
            raise fault
        code, status = fault
        metadata = {"HTTPStatusCode": status, "RequestId": "1", "RetryAttempts": 0}
        parsed = {"Error": {"Code": code, "Message": code}, "ResponseMetadata": metadata}
        return SimpleNamespace(status_code=status, headers={}), parsed


@contextmanager
def open_house() -> Iterator[House]:
    """A house with an empty table, until this ends; one at a time in a process."""
    os.environ |= OF_AWS
    house = House()
    with patch.object(wiring, "deployed", return_value=house.wiring), empty_table(TABLE, REGION), house.log.kept():
        yield house


def lost_answer() -> Exception:
    """What botocore raises where no answer came."""
    error: Exception = ReadTimeoutError(endpoint_url="https://dynamodb.example")
    return error


def _context() -> SimpleNamespace:
    return SimpleNamespace(aws_request_id=REQUEST_ID, get_remaining_time_in_millis=lambda: 120_000)
