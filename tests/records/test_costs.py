"""What things cost: requests and capacity units, counted on the wire. No path scans the table.

The units are those of which docs/cost.md makes dollars (``infra/deploy/usage.py``).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from chalicelib.actions.keyring import keyring_of
from chalicelib.actions.links import ActionLinks
from chalicelib.digest.compose import Composer
from chalicelib.digest.tick import Tick
from chalicelib.drafts.languages import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.errors import AlreadyAnswered
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.owner import Owner
from chalicelib.records.digests import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.keys import SHARDS, shard_of
from chalicelib.records.owners import Owners
from chalicelib.records.table import DigestItem, InterviewItem, connection
from infra.deploy import usage
from infra.deploy.usage import Units
from tests.factories import MONDAY, THAT_EVENING, an_event
from tests.records.given import OWNER, Call, a_record, an_id, recorded

BATCH = 25  # items in one BatchWriteItem
OPEN = 10
TEMPLATES = Path(__file__).parents[2] / "templates"
TUESDAY_8_AM = datetime(2026, 8, 4, 6, 0, tzinfo=UTC)  # in Berlin
WITHDRAWN = an_event(EventKind.WITHDRAWN, MONDAY)
READS = ("GetItem", "Query")


def operations(calls: list[Call]) -> list[str]:
    return [call.operation for call in calls]


def units(calls: list[Call]) -> Units:
    """What they took together."""
    reads = sum(call.units for call in calls if call.operation in READS)
    return Units(Decimal(reads), Decimal(sum(call.units for call in calls)) - Decimal(reads))


def fill_with_ended(interviews: Interviews, numbers: range) -> None:
    """Copies of one ended record, as fast as they can be written."""
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


class Pile:
    """Takes every mail, and says the same of each."""

    def send(self, owner: Owner, mime: bytes) -> str:
        return f"{len(mime)} bytes for {owner.id}"

    def hang_up(self) -> None:
        """Nothing is open."""


@pytest.fixture
def tick(owners: Owners, interviews: Interviews, digests: Digests) -> Tick:
    """The tick as it is shipped, and real mails, which nobody gets."""
    links = ActionLinks(keyring_of(["k" * 32]))
    composer = Composer(Writer(Languages(TEMPLATES)), TEMPLATES, "afterword@example.org", links, None)
    return Tick(owners, interviews, digests, composer, Pile())


def due_on_tuesday(owners: Owners, interviews: Interviews) -> None:
    """The owner, with open records, as any earlier tick left them."""
    owners.put_off(owners.add(OWNER, bytes(32)), TUESDAY_8_AM)
    for number in range(OPEN):
        recorded(interviews, a_record(number))


def due_once_more(owners: Owners) -> None:
    """The owner, as if Tuesday's digest had not been sent."""
    DigestItem(OWNER.id, "DIGEST#2026-08-04").delete()
    account = owners.get(OWNER.id)
    assert account
    owners.put_off(account, TUESDAY_8_AM)


def in_its_shard(*serving: str) -> list[str]:
    """The operations of a tick that finds the owner, and serves them, before it looks into the shards after theirs."""
    looked = shard_of(OWNER.id) + 1
    return ["Query"] * looked + list(serving) + ["Query"] * (SHARDS - looked)


def test_a_post_is_one_read_of_the_owner_and_one_write(
    owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    owners.add(OWNER, b"hash")
    calls.clear()

    owners.get(OWNER.id)
    recorded(interviews, a_record())

    assert operations(calls) == ["GetItem", "TransactWriteItems"]


@pytest.mark.dynamodb_local
def test_a_post_consumes_one_read_and_six_write_units(
    owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    owners.add(OWNER, b"hash")
    calls.clear()

    owners.get(OWNER.id)
    recorded(interviews, a_record())

    assert calls == [Call("GetItem", 1), Call("TransactWriteItems", 6)]
    assert units(calls) == usage.RECORDING


def test_a_repeated_post_adds_two_reads_and_no_write(interviews: Interviews, calls: list[Call]) -> None:
    recorded(interviews, a_record())
    calls.clear()

    with pytest.raises(AlreadyAnswered):
        recorded(interviews, a_record())

    assert operations(calls) == ["TransactWriteItems", "GetItem", "GetItem"]


def test_reading_changing_and_removing_a_record_take_one_request_each(
    interviews: Interviews, calls: list[Call]
) -> None:
    recorded(interviews, a_record())
    calls.clear()

    interview = interviews.get(OWNER.id, an_id(1))
    interviews.save(OWNER, interview, THAT_EVENING)
    interviews.remove(OWNER.id, interview.id, None)

    assert operations(calls) == ["GetItem", "PutItem", "DeleteItem"]


@pytest.mark.dynamodb_local
def test_looking_at_a_record_consumes_two_read_units_and_changing_it_at_most_three_write_units_more(
    owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    """A change that leaves the due day as it is takes one fewer: the index need not move its copy."""
    owners.add(OWNER, b"hash")
    recorded(interviews, a_record())
    calls.clear()

    owners.get(OWNER.id)
    interview = interviews.get(OWNER.id, an_id(1))
    look = units(calls)
    thanked = an_event(EventKind.THANK_YOU_SENT, MONDAY)
    interviews.save(OWNER, replace(interview, events=(thanked,)), THAT_EVENING)

    assert look == usage.LOOK
    assert operations(calls) == ["GetItem", "GetItem", "PutItem"]
    assert units(calls) == usage.CHANGE


@pytest.mark.dynamodb_local
def test_all_open_records_consume_three_read_units_with_their_owner(
    owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    due_on_tuesday(owners, interviews)
    calls.clear()

    owners.get(OWNER.id)
    interviews.open(OWNER.id)

    assert operations(calls) == ["GetItem", "Query"]
    assert units(calls) == usage.LIST


def test_a_change_of_one_round_of_several_is_read_with_its_process_and_written_at_once(
    interviews: Interviews, calls: list[Call]
) -> None:
    recorded(interviews, a_record(1))
    second = recorded(interviews, a_record(2, process_id=an_id(1)))
    calls.clear()

    interviews.save(OWNER, second, THAT_EVENING)

    assert operations(calls) == ["GetItem", "GetItem", "TransactWriteItems"]


def test_a_digest_is_two_reads_and_three_writes_and_finding_who_is_due_a_query_per_shard(
    tick: Tick, owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    due_on_tuesday(owners, interviews)
    calls.clear()

    report = tick.run(TUESDAY_8_AM)

    assert [sent.owner_id for sent in report.sent] == [OWNER.id]
    assert operations(calls) == in_its_shard("GetItem", "PutItem", "Query", "UpdateItem", "UpdateItem")


@pytest.mark.dynamodb_local
def test_a_digest_of_ten_open_records_consumes_three_and_a_half_read_and_five_write_units(
    tick: Tick, owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    """In DynamoDB, a query that finds nothing takes half a unit; DynamoDB Local counts none."""
    due_on_tuesday(owners, interviews)
    calls.clear()

    tick.run(TUESDAY_8_AM)

    assert [call for call in calls if call.units] == [
        Call("Query", 0.5),  # the shard of the owner
        Call("GetItem", 1),
        Call("PutItem", 1),  # the claim
        Call("Query", 2),  # the open records
        Call("UpdateItem", 1),  # the mark
        Call("UpdateItem", 3),  # the owner, taken from one place in the index and put into another
    ]
    assert units(calls) == usage.DIGEST


def test_a_tick_with_nobody_due_is_a_query_per_shard(tick: Tick, calls: list[Call]) -> None:
    tick.run(TUESDAY_8_AM)

    assert operations(calls) == ["Query"] * SHARDS
    assert Units(Decimal(SHARDS) / 2, Decimal(0)) == usage.TICK  # half a unit for each that finds nothing


def test_health_is_one_request(digests: Digests, calls: list[Call]) -> None:
    digests.claim(OWNER.id, MONDAY, THAT_EVENING, timedelta(minutes=20))
    calls.clear()

    digests.latest(OWNER.id)

    assert operations(calls) == ["Query"]


def test_what_a_change_or_a_digest_rests_on_is_read_consistently(
    owners: Owners, interviews: Interviews, digests: Digests
) -> None:
    reads: list[dict[str, Any]] = []

    def look(params: dict[str, Any], **_: Any) -> None:
        reads.extend(params["RequestItems"].values() if "RequestItems" in params else [params])

    events = connection().client.meta.events
    for operation in ("GetItem", "BatchGetItem", "Query"):
        events.register(f"before-parameter-build.dynamodb.{operation}", look, unique_id=operation)

    owners.get(OWNER.id)
    recorded(interviews, a_record(1))
    recorded(interviews, a_record(2, process_id=an_id(1)))
    interviews.page(OWNER.id, is_ended_only=False, limit=9, after=None)
    interviews.open(OWNER.id)
    digests.latest(OWNER.id)
    for operation in ("GetItem", "BatchGetItem", "Query"):
        events.unregister(f"before-parameter-build.dynamodb.{operation}", unique_id=operation)

    assert len(reads) == 8
    assert all(read["ConsistentRead"] for read in reads)


@pytest.mark.parametrize("many", [1_000, pytest.param(10_000, marks=pytest.mark.dynamodb_local)])
def test_a_digest_costs_the_same_with_10_and_with_many_ended_records(
    tick: Tick, owners: Owners, interviews: Interviews, calls: list[Call], many: int
) -> None:
    due_on_tuesday(owners, interviews)
    fill_with_ended(interviews, range(100, 110))
    calls.clear()
    with_few = tick.run(TUESDAY_8_AM)
    cost_with_few = calls.copy()

    fill_with_ended(interviews, range(1_000, 1_000 + many))
    due_once_more(owners)
    calls.clear()
    with_many = tick.run(TUESDAY_8_AM)

    assert with_many == with_few
    assert with_many.sent
    assert calls == cost_with_few


def test_a_page_is_one_request_among_however_many_records(interviews: Interviews, calls: list[Call]) -> None:
    fill_with_ended(interviews, range(200))
    calls.clear()

    page, after = interviews.page(OWNER.id, is_ended_only=True, limit=50, after=None)

    assert (len(page), after) == (50, an_id(150))
    assert operations(calls) == ["Query"]
