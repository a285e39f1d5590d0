"""The app with stand-ins for AWS around it, in this process, at a time that is set.

This is the only module here that knows how the app is wired.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from chalicelib import wiring
from chalicelib.links.read_links import ReadLinks
from chalicelib.links.settle_links import SettleLinks, SettlePurpose
from chalicelib.playbook.step import StepKind
from chalicelib.records import table
from chalicelib.records.digest_claims import LEASE
from chalicelib.settings import Settings
from chalicelib.wiring import Wiring
from proofs.tour.aws import Aws
from proofs.tour.log import Log
from tests.moto_table import empty_table

TABLE, REGION = "afterword-tour", "eu-central-1"
REQUEST_ID = "request-1"
ENVIRONMENT = {
    "AFTERWORD_TABLE": TABLE,
    "AFTERWORD_SENDER": "afterword@example.com",
    "AFTERWORD_OWNER": "alex",
    "AFTERWORD_ADDRESS": "https://afterword.example/api",
    "AFTERWORD_SIGNING_KEYS": f"newest-{'n' * 32},older-{'o' * 32}",
    "AFTERWORD_CONFIGURATION_SET": "afterword-tour",
    "AWS_REGION": REGION,
}
OF_AWS = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": REGION}
_TICK = {
    "version": "0", "account": "1", "region": REGION, "detail": {}, "detail-type": "Scheduled Event",
    "source": "aws.events", "time": "2026-08-03T16:00:00Z", "id": "1", "resources": [],
}  # fmt: skip


class AppUnderTour:
    """``now`` is the app's clock; ``seconds_left`` is the time that a function has left."""

    def __init__(self) -> None:
        self.now = datetime(2026, 8, 3, 16, 0, tzinfo=UTC)
        self.seconds_left = 120
        self.aws, self.log = Aws(), Log()
        self._wiring: Wiring | None = None
        self.deploy()
        _ = self.wiring  # creates the table's client
        self.aws.listen()

    @property
    def wiring(self) -> Wiring:
        """The app's parts, made anew after each deployment. Raises what bad settings raise."""
        if self._wiring is None:
            self._wiring = Wiring(Settings.from_environment(self._environment), now=lambda: self.now)
        return self._wiring

    def deploy(self, **changed: str) -> None:
        """Deploy anew with these environment variables, and the usual ones otherwise."""
        self._environment = ENVIRONMENT | changed
        self._wiring = None

    def answer(self, event: dict[str, Any], *, is_there: bool = True) -> dict[str, Any]:
        """The app's answer to an event of the gateway; ``is_there``: whether a route has its address."""
        from app import app

        answered: dict[str, Any] = (app if is_there else app.not_found)(event, self._context())
        return answered

    def tick(self) -> None:
        """Run the scheduled function."""
        import app

        app.tick(_TICK, self._context())

    def bounce(self, message: str) -> None:
        """Deliver an SES event by SNS."""
        import app

        sns = {"Message": message, "Subject": "Amazon SES", "MessageAttributes": {}}
        app.bounces({"Records": [{"Sns": sns}]}, self._context())

    def reading(self, owner_id: str, interview_id: str, kind: StepKind) -> str:
        """The path of the link by which an owner's mail of now opens a step of a record."""
        links = ReadLinks(self.wiring.services.links())
        return f"/read/{links.token(owner_id, interview_id, kind, self.now)}"

    def settling(self, owner_id: str, purpose: SettlePurpose, records: Mapping[str, int]) -> str:
        """The path of the link of an owner's digest of today that lists these records, at these versions."""
        digests, on = self.wiring.digests, self.now.date()
        if claim := digests.claim(owner_id, on, self.now, LEASE):
            digests.mark_sent(claim, "0100", self.now, dict.fromkeys(SettlePurpose, records))
        links = SettleLinks(self.wiring.services.links())
        return f"/settle/{links.token(owner_id, on, purpose, self.now)}"

    def items(self) -> list[dict[str, Any]]:
        """All items of the table, sorted by their keys."""
        pages = table.connection().client.get_paginator("scan").paginate(TableName=TABLE)
        found = [item for page in pages for item in page["Items"]]
        return sorted(found, key=lambda item: (item["owner_id"]["S"], item["item_id"]["S"]))

    def _context(self) -> SimpleNamespace:
        left = 1000 * self.seconds_left
        return SimpleNamespace(aws_request_id=REQUEST_ID, get_remaining_time_in_millis=lambda: left)


@contextmanager
def open_app() -> Iterator[AppUnderTour]:
    """The app with an empty table, until the end of the block; one at a time in a process."""
    os.environ |= OF_AWS
    product = AppUnderTour()
    with (
        patch.object(wiring, "deployed", side_effect=lambda: product.wiring),
        empty_table(TABLE, REGION),
        product.log.kept(),
    ):
        yield product
