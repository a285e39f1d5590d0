"""What requests and a look at the health cost: requests to the table and capacity units, counted on the wire.

No path scans the table. What a digest costs is in ``test_costs_of_digests.py``.

The units are those of which docs/cost.md makes dollars (``infra/deploy/usage.py``).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from chalicelib.errors import RepeatedRequest
from chalicelib.playbook.event import EventKind
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.records.table import connection
from chalicelib.usecases.find_interviews import MOST_READ
from infra.deploy import usage
from tests.factories import MONDAY, THAT_EVENING, an_event
from tests.records.costs import due_on_tuesday, fill_with_ended, operations, units
from tests.records.given import OWNER, Call, a_record, an_id, recorded


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

    with pytest.raises(RepeatedRequest):
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


def test_a_page_is_one_request_among_however_many_records(interviews: Interviews, calls: list[Call]) -> None:
    fill_with_ended(interviews, range(200))
    calls.clear()

    page, after = interviews.page(OWNER.id, is_ended_only=True, limit=50, after=None)

    assert (len(page), after) == (50, an_id(150))
    assert operations(calls) == ["Query"]


@pytest.mark.dynamodb_local
def test_one_look_through_three_hundred_short_records_is_one_request_of_forty_read_units(
    interviews: Interviews, calls: list[Call]
) -> None:
    """As many as a page of the list reads, whatever is searched for (``find_interviews``)."""
    fill_with_ended(interviews, range(600))
    calls.clear()

    interviews.page(OWNER.id, is_ended_only=False, limit=MOST_READ, after=None)

    assert operations(calls) == ["Query"]
    assert units(calls).reads <= 40
