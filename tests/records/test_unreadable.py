"""A record that cannot be read any more: the others come all the same, and it can be told, kept and removed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from chalicelib.errors import NotFound, UnreadableRecord
from chalicelib.playbook.interview import Interview
from chalicelib.records.interview_mapping import Record
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.records.table import connection
from tests.factories import THAT_EVENING
from tests.moto_table import TABLE
from tests.records.given import OWNER, a_record, an_id, recorded
from tests.records.spoiling import spoilt

TOO_LATE = {"M": {"kind": {"S": "note"}, "on": {"S": "2026-08-04"}, "recorded_at": {"S": "9999-12-31T23:59:59-23:59"}}}
SPOILT = [
    pytest.param({"company": {"N": "7"}}, "ValidationError at company", id="a text that is a number"),
    pytest.param({"company": {"NULL": True}}, "ValidationError", id="no company"),
    pytest.param({"interview_on": {"S": "2026-02-30"}}, "ValidationError at interview_on", id="a day that is none"),
    pytest.param({"events": {"L": [{"S": "x"}]}}, "ValidationError at events[0]", id="an event that is none"),
    pytest.param({"answer_channel": {"S": "fax"}}, "ValidationError at answer_channel", id="an unknown word"),
    pytest.param({"events": {"L": [TOO_LATE]}}, "OverflowError", id="an instant that UTC does not know"),
    pytest.param({"facts": {"S": "x"}}, "AttributeDeserializationError", id="facts that are none"),
    pytest.param({"notes": {"SS": ["a", "b"]}}, "KeyError", id="a type that is never stored"),
    pytest.param({"version": {"S": "x"}}, "AttributeDeserializationError", id="a version that is a text"),
    pytest.param({"version": {"N": "1" + "0" * 30}}, "OverflowError", id="a version without bounds"),
    pytest.param({"schema": {"N": "3"}}, "a later release wrote this (schema 3)", id="a later release's"),
]


def spoil(item_id: str, changes: dict[str, Any]) -> dict[str, Any]:
    """Store the item with these attributes; the item as it is now."""
    client, key = connection().client, {"owner_id": {"S": OWNER.id}, "item_id": {"S": item_id}}
    item: dict[str, Any] = spoilt(client.get_item(TableName=TABLE, Key=key)["Item"], changes)
    client.put_item(TableName=TABLE, Item=item)
    return item


def in_order(records: Iterable[Record]) -> list[Record]:
    """By id: those that are due on one day come in no order of their own."""
    return sorted(records, key=lambda one: one.id)


@pytest.fixture
def others(interviews: Interviews) -> list[Interview]:
    """One record before and one after the spoilt one."""
    records = [recorded(interviews, a_record(number)) for number in (1, 2, 3)]
    return [records[0], records[2]]


@pytest.mark.parametrize(("changes", "reason"), SPOILT)
def test_the_others_come_and_it_comes_as_its_id_with_the_reason(
    interviews: Interviews, others: list[Interview], changes: dict[str, Any], reason: str
) -> None:
    item = spoil(f"INTERVIEW#{an_id(2)}", changes)

    for found in (
        interviews.open(OWNER.id),
        interviews.page(OWNER.id, is_ended_only=False, limit=9, after=None)[0],
    ):
        (unreadable,) = (one for one in found if isinstance(one, UnreadableRecord))
        assert in_order(one for one in found if one is not unreadable) == others
        assert (unreadable.id, unreadable.stored) == (an_id(2), item)
        assert reason in unreadable.reason


@pytest.mark.parametrize("changes", [{"company": {"N": "7"}}, {"version": {"S": "x"}}, {"schema": {"N": "3"}}])
def test_it_can_be_removed(interviews: Interviews, others: list[Interview], changes: dict[str, Any]) -> None:
    spoil(f"INTERVIEW#{an_id(2)}", changes)

    interviews.remove(OWNER.id, an_id(2), None)

    assert in_order(interviews.open(OWNER.id)) == others
    with pytest.raises(NotFound):
        interviews.get(OWNER.id, an_id(2))


@pytest.mark.parametrize("changes", [{"process_id": None}, {"version": {"N": "0.5"}}, {"company": {"N": "7"}}])
def test_one_of_several_rounds_can_be_removed(
    interviews: Interviews, others: list[Interview], changes: dict[str, Any]
) -> None:
    item = spoil(f"INTERVIEW#{an_id(2)}", {"has_rounds": {"BOOL": True}}) | changes
    connection().client.put_item(TableName=TABLE, Item={name: held for name, held in item.items() if held})

    interviews.remove(OWNER.id, an_id(2), None)

    assert in_order(interviews.open(OWNER.id)) == others


def test_the_others_are_planned_anew_without_it(interviews: Interviews, others: list[Interview]) -> None:
    item = spoil(f"INTERVIEW#{an_id(2)}", {"events": {"L": [{"S": "x"}]}})

    interviews.plan_anew(OWNER, THAT_EVENING)

    assert spoil(item["item_id"]["S"], {}) == item


def test_a_profile_in_the_index_that_cannot_be_read_hides_no_other_owner(owners: Owners) -> None:
    owners.add(OWNER, b"hash")
    spoil("PROFILE", {"next_digest_at": {"S": "0000"}})

    assert list(owners.due(THAT_EVENING)) == [OWNER.id]
