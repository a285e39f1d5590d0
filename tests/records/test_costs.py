"""What things cost: requests and capacity units, counted on the wire. No path scans the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.errors import AlreadyAnswered
from chalicelib.playbook.event import EventKind
from chalicelib.records.digests import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.keys import SHARDS
from chalicelib.records.owners import Owners
from chalicelib.records.table import InterviewItem, connection
from tests.factories import MONDAY, THAT_EVENING, an_event
from tests.records.given import OWNER, Call, a_record, an_id, recorded

BATCH = 25  # items in one BatchWriteItem
OPEN = 10
WITHDRAWN = an_event(EventKind.WITHDRAWN, MONDAY)


def operations(calls: list[Call]) -> list[str]:
    return [call.operation for call in calls]


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


def test_a_post_is_one_read_of_the_owner_and_one_write(
    owners: Owners, interviews: Interviews, calls: list[Call]
) -> None:
    owners.add(OWNER, b"hash")
    calls.clear()

    owners.get(OWNER.id)
    recorded(interviews, a_record())

    assert operations(calls) == ["GetItem", "TransactWriteItems"]


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


def test_a_change_of_one_round_of_several_is_read_with_its_process_and_written_at_once(
    interviews: Interviews, calls: list[Call]
) -> None:
    recorded(interviews, a_record(1))
    second = recorded(interviews, a_record(2, process_id=an_id(1)))
    calls.clear()

    interviews.save(OWNER, second, THAT_EVENING)

    assert operations(calls) == ["GetItem", "GetItem", "TransactWriteItems"]


def test_a_digest_is_two_reads_and_three_writes_however_many_owners_there_are(
    owners: Owners, interviews: Interviews, digests: Digests, calls: list[Call]
) -> None:
    owners.add(OWNER, b"hash")
    recorded(interviews, a_record())
    calls.clear()

    assert list(owners.due(THAT_EVENING)) == [OWNER.id]
    account = owners.get(OWNER.id)
    claim = digests.claim(OWNER.id, MONDAY, THAT_EVENING, timedelta(minutes=20))
    interviews.open(OWNER.id)
    assert account
    assert claim
    digests.mark_sent(claim, "message-1", THAT_EVENING)
    owners.put_off(account, THAT_EVENING + timedelta(days=1))

    finding, sending = operations(calls)[:SHARDS], operations(calls)[SHARDS:]
    assert finding == ["Query"] * SHARDS
    assert sending == ["GetItem", "PutItem", "Query", "UpdateItem", "PutItem"]


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


def test_a_digest_reads_the_same_with_10_and_with_10_000_ended_records(
    interviews: Interviews, calls: list[Call], dynamodb_address: str | None
) -> None:
    many = 10_000 if dynamodb_address else 1_000  # moto takes its time
    for number in range(OPEN):
        recorded(interviews, a_record(number))
    fill_with_ended(interviews, range(100, 110))
    calls.clear()
    with_few = interviews.open(OWNER.id)
    reading_with_few = calls.copy()

    fill_with_ended(interviews, range(1_000, 1_000 + many))
    calls.clear()
    with_many = interviews.open(OWNER.id)

    assert with_few == with_many
    assert len(with_many) == OPEN
    assert calls == reading_with_few
    assert operations(calls) == ["Query"]


def test_a_page_is_one_request_among_however_many_records(interviews: Interviews, calls: list[Call]) -> None:
    fill_with_ended(interviews, range(200))
    calls.clear()

    page, after = interviews.page(OWNER.id, is_ended_only=True, limit=50, after=None)

    assert (len(page), after) == (50, an_id(150))
    assert operations(calls) == ["Query"]
