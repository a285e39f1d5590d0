"""Olga's records, as the release before wrote them (``tests/records/ended_by_offers.json``), and what became of them.

Their last word mostly was an offer, which ended them then. The file never changes.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from chalicelib.playbook.owner import Owner
from chalicelib.records.table import connection
from chalicelib.records.table_items import PlannedItem
from infra.deploy.typed_json import TypedItem, value_of
from tests.digest.given import read
from tests.moto_table import TABLE
from tests.records.given import an_id

FROZEN = Path(__file__).parents[1] / "records" / "ended_by_offers.json"
MONDAY_MORNING = datetime(2026, 8, 24, 6, 0, tzinfo=UTC)  # 8:00 in Berlin
ACCEPTED_LONG_AGO, STILL_OPEN, DAY_GONE_BY, CHANGED_THEIR_MIND, TOOK_IT_BACK, WAITING = map(an_id, range(11, 17))
PLANNED = {
    ACCEPTED_LONG_AGO: ("answer_offer", date(2026, 8, 12)),  # heard on Wednesday 5 August, no day named
    STILL_OPEN: ("answer_offer", date(2026, 8, 28)),
    DAY_GONE_BY: ("answer_offer", date(2026, 8, 16)),  # a Sunday
    CHANGED_THEIR_MIND: ("answer_offer", date(2026, 8, 21)),  # after a refusal, heard on Friday 14 August
    WAITING: ("status_call", date(2026, 8, 10)),
}


def frozen_items() -> list[TypedItem]:
    """The items of the file."""
    return [value_of(json.dumps(item).encode()) for item in json.loads(FROZEN.read_text())]


def index() -> dict[str, tuple[str | None, date | None]]:
    """The step and the day of each open record, as the table's index has them."""
    items = PlannedItem.query("olga", PlannedItem.item_id.startswith("INTERVIEW#"))
    return {
        item.item_id.removeprefix("INTERVIEW#"): (item.next_step, item.next_due_on)
        for item in items
        if item.next_due_on
    }


def facts_of(frozen: dict[str, TypedItem]) -> dict[str, Any]:
    """What the table holds of each record besides its place in the index."""
    derived = {"version", "written_as", "next_step", "next_due_on"}
    scanned = connection().client.scan(TableName=TABLE, ConsistentRead=True)["Items"]
    items = {item["item_id"]["S"]: item for item in scanned if item["item_id"]["S"] in frozen}
    return {
        item_id: {name: value for name, value in item.items() if name not in derived}
        for item_id, item in items.items()
        if item_id.startswith("INTERVIEW#")
    }


class Outbox:
    """Keeps the mails."""

    def __init__(self) -> None:
        self.mails: list[str] = []

    def send(self, owner: Owner, mime: bytes) -> str:
        """Keep a mail's text."""
        self.mails.append(read(mime).text)
        return "0100-message"

    def close(self) -> None:
        """There is nothing to close."""


def link_in(mail: str, company: str, label: str) -> str:
    """The path of a link in the entry of a company."""
    entry = mail.split(f"Answer the offer from {company}", 1)[1]
    return "/act/" + entry.split(f"- {label}:", 1)[1].split()[0].rpartition("/act/")[2]
