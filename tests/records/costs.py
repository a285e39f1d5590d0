"""Helpers of the cost tests: count requests, and fill tables with ten open records or thousands of ended ones."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.event import EventKind
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.records.table import connection
from chalicelib.records.table_items import InterviewItem
from infra.deploy.usage import Units
from tests.factories import MONDAY, THAT_EVENING, an_event
from tests.records.given import OWNER, Call, a_record, an_id, recorded

BATCH = 25  # items in one BatchWriteItem
OPEN = 10
TUESDAY_8_AM = datetime(2026, 8, 4, 6, 0, tzinfo=UTC)  # in Berlin
WITHDRAWN = an_event(EventKind.WITHDRAWN, MONDAY)
READS = ("GetItem", "Query")


def operations(calls: list[Call]) -> list[str]:
    """The names of the calls' operations, in order."""
    return [call.operation for call in calls]


def units(calls: list[Call]) -> Units:
    """The capacity units of the calls together."""
    reads = sum(call.units for call in calls if call.operation in READS)
    return Units(Decimal(reads), Decimal(sum(call.units for call in calls)) - Decimal(reads))


def fill_with_ended(interviews: Interviews, numbers: range) -> None:
    """Store copies of one ended record, as fast as they can be written."""
    first = recorded(interviews, a_record(numbers[0]))
    interviews.save(OWNER, replace(first, events=(WITHDRAWN,)), THAT_EVENING)
    item = InterviewItem.find(OWNER.id, f"INTERVIEW#{first.id}")
    assert item
    stored = item.serialize()
    client: Any = connection().client
    for start in range(numbers.start, numbers.stop, BATCH):
        keys = ({"S": f"INTERVIEW#{an_id(number)}"} for number in range(start, min(start + BATCH, numbers.stop)))
        puts = [{"PutRequest": {"Item": stored | {"item_id": key}}} for key in keys]
        client.batch_write_item(RequestItems={InterviewItem.Meta.table_name: puts})


def due_on_tuesday(owners: Owners, interviews: Interviews) -> None:
    """Store the owner with open records, as any earlier tick left them."""
    owners.put_off(owners.add(OWNER, bytes(32)), TUESDAY_8_AM)
    for number in range(OPEN):
        recorded(interviews, a_record(number))
