"""The table in the state's file answers every call as moto's own does, and keeps what was written."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

import botocore.session
import pytest
from botocore.exceptions import ClientError
from moto import mock_aws
from moto.dynamodb import responses

from chalicelib.records import table as records_table
from infra.local.stand_in import REGION, keep_items
from infra.local.state import LocalState

TABLE = "afterword-local"
Calls = Callable[[Any], list[Any]]


@contextmanager
def lasting(folder: Path) -> Iterator[Any]:
    """A client of the table that lives in this folder."""
    moto_s_own = responses.DynamoResult
    state = LocalState(folder)
    try:
        with mock_aws():
            keep_items(state)
            with state.transaction():
                yield _client()
    finally:
        responses.DynamoResult = moto_s_own  # type: ignore[misc]  # as we found it
        state.close()


def _client() -> Any:
    records_table.configure(TABLE, REGION)
    records_table.create_table()
    return botocore.session.get_session().create_client("dynamodb", region_name=REGION)


def item(number: int, owner: str = "alex", **changes: Any) -> dict[str, Any]:
    """An item like those that the records room writes: some are open, some are owners, some hold bytes."""
    facts: dict[str, Any] = {
        "owner_id": {"S": owner},
        "item_id": {"S": f"INTERVIEW#{number:04}"},
        "company": {"S": "Müller & <Söhne> \U0001f600"},
        "token_hash": {"B": b"\x00\xff" + bytes([number % 256])},
        "attempts": {"N": str(number)},
        "is_asked": {"BOOL": number % 2 == 0},
        "nothing": {"NULL": True},
        "events": {"L": [{"M": {"on": {"S": "2026-08-03"}, "tags": {"SS": ["x"]}}}, {"N": "1.5"}]},
    }
    if number % 3:
        facts["next_due_on"] = {"S": f"2026-08-{number % 7 + 1:02}"}
    if number % 4 == 0:
        facts |= {"shard": {"N": str(number % 8)}, "next_digest_at": {"S": f"2026-08-{number % 5 + 1:02}T08:00"}}
    return facts | changes


def key(number: int) -> dict[str, Any]:
    """The key of such an item."""
    return {name: item(number)[name] for name in ("owner_id", "item_id")}


def write_all_sorts(client: Any) -> list[Any]:
    """Every kind of write, those that fail included; what each answered."""
    client.put_item(TableName=TABLE, Item=item(1))
    return [
        _answer(client.put_item, Item=item(1, company={"S": "Globex"}), ReturnValues="ALL_OLD"),
        _answer(client.put_item, Item=item(1), ConditionExpression="attribute_not_exists(owner_id)"),
        _answer(client.put_item, Item=item(2, owner="")),
        _answer(
            client.update_item,
            Key=key(1),
            UpdateExpression="SET company = :c, events[0].#on = :d ADD attempts :n REMOVE next_due_on",
            ExpressionAttributeNames={"#on": "on"},
            ExpressionAttributeValues={":c": {"S": "Initech"}, ":d": {"S": "2026-08-04"}, ":n": {"N": "2"}},
            ReturnValues="ALL_NEW",
        ),
        _answer(client.update_item, Key=key(3), UpdateExpression="SET #a.b = :v", **_named("a")),
        _answer(client.update_item, Key=key(4), UpdateExpression="SET #a = :v", **_named("a"), ReturnValues="ALL_NEW"),
        _answer(
            client.update_item,
            Key=key(1),
            UpdateExpression="SET #a = :v",
            ConditionExpression="attempts = :v",
            **_named("attempts"),
        ),
        _answer(client.delete_item, Key=key(4), ReturnValues="ALL_OLD"),
        _answer(client.delete_item, Key=key(4)),
        _transaction(client, _put(item(5)), _put(item(6)), {"Delete": {"Key": key(1)}}),
        _transaction(client, _put(item(7)), _put(item(5), ConditionExpression="attribute_not_exists(owner_id)")),
        _transaction(
            client,
            _put(item(8)),
            {"Update": {"Key": key(5), "UpdateExpression": "SET #a = :v", **_named("company")}},
            {"ConditionCheck": {"Key": key(9), "ConditionExpression": "attribute_exists(owner_id)"}},
        ),
        _transaction(client, {"Update": {"Key": key(6), "UpdateExpression": "SET #a = :v", **_named("company")}}),
        client.batch_write_item(
            RequestItems={
                TABLE: [{"PutRequest": {"Item": item(number)}} for number in range(20, 30)]
                + [{"DeleteRequest": {"Key": key(5)}}]
            }
        )["UnprocessedItems"],
    ]


def read_all(client: Any) -> list[Any]:
    """Everything that is there, one by one and together."""
    return [
        *(_answer(client.get_item, Key=key(number), ConsistentRead=True) for number in range(30)),
        _answer(client.get_item, Key=key(20), ProjectionExpression="company, events[0]"),
        client.batch_get_item(RequestItems={TABLE: {"Keys": [key(20), key(21), key(99)]}})["Responses"],
        _answer(client.scan, FilterExpression="attempts > :n", ExpressionAttributeValues={":n": {"N": "21"}}),
        client.describe_table(TableName=TABLE)["Table"]["ItemCount"],
    ]


def query_all_sorts(client: Any) -> list[Any]:
    """Every key condition on the table and on both indexes, in both directions, page by page."""
    shuffled = random.Random(7).sample(range(60), 60)
    client.batch_write_item(RequestItems={TABLE: [{"PutRequest": {"Item": item(one)}} for one in shuffled[:25]]})
    for number in shuffled[25:]:
        client.put_item(TableName=TABLE, Item=item(number, owner="alex" if number % 5 else "robin"))
    places = (
        (None, "owner_id", {"S": "alex"}, "item_id", ("INTERVIEW#0012", "INTERVIEW#0037")),
        ("open", "owner_id", {"S": "alex"}, "next_due_on", ("2026-08-02", "2026-08-05")),
        ("digest-due", "shard", {"N": "4"}, "next_digest_at", ("2026-08-02T08:00", "2026-08-04")),
    )
    conditions = ("= :a", "< :a", "<= :a", "> :a", ">= :a", "BETWEEN :a AND :b", None, "begins_with")
    return [
        _pages(client, place, condition, is_forward=is_forward, limit=limit)
        for place, condition, (is_forward, limit) in product(places, conditions, ((True, None), (False, 9)))
    ]


@pytest.mark.parametrize("calls", [write_all_sorts, query_all_sorts])
def test_every_call_is_answered_as_by_moto_itself(calls: Calls, tmp_path: Path) -> None:
    with mock_aws():
        client = _client()
        by_moto = [calls(client), read_all(client)]

    with lasting(tmp_path) as client:
        assert [calls(client), read_all(client)] == by_moto


def test_all_that_was_written_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    with lasting(tmp_path) as client:
        write_all_sorts(client)
        before = read_all(client)

    with lasting(tmp_path) as client:
        assert read_all(client) == before


def test_a_request_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        _write_and_fail(tmp_path)

    with lasting(tmp_path) as client:
        assert client.scan(TableName=TABLE)["Items"] == []


def test_a_page_ends_at_a_megabyte(tmp_path: Path) -> None:
    with lasting(tmp_path) as client:
        for number in range(5):
            client.put_item(TableName=TABLE, Item=item(number, notes={"S": "x" * 300_000}))

        pages = _pages(
            client, (None, "owner_id", {"S": "alex"}, "item_id", ("", "")), None, is_forward=True, limit=None
        )

    assert [len(page) for page in pages] == [3, 2]


def test_a_consistent_read_of_a_global_index_is_refused(tmp_path: Path) -> None:
    with lasting(tmp_path) as client, pytest.raises(ClientError, match="Consistent reads are not supported"):
        client.query(
            TableName=TABLE,
            IndexName="digest-due",
            KeyConditionExpression="shard = :s",
            ExpressionAttributeValues={":s": {"N": "1"}},
            ConsistentRead=True,
        )


def _write_and_fail(folder: Path) -> None:
    with lasting(folder) as client:
        write_all_sorts(client)
        _ = 1 / 0


def _answer(call: Any, **asked: Any) -> Any:
    try:
        answer = call(TableName=TABLE, **asked)
    except ClientError as error:
        return error.response["Error"]
    return {name: part for name, part in answer.items() if name != "ResponseMetadata"}


def _named(name: str) -> dict[str, Any]:
    return {"ExpressionAttributeNames": {"#a": name}, "ExpressionAttributeValues": {":v": {"S": "new"}}}


def _put(what: dict[str, Any], **conditions: Any) -> dict[str, Any]:
    return {"Put": {"Item": what, **conditions}}


def _transaction(client: Any, *parts: dict[str, Any]) -> Any:
    of_our_table = [{kind: {"TableName": TABLE, **what} for kind, what in part.items()} for part in parts]
    try:
        client.transact_write_items(TransactItems=of_our_table)
    except ClientError as error:
        return [error.response["Error"], error.response["CancellationReasons"]]
    return "done"


def _pages(client: Any, place: tuple[Any, ...], condition: str | None, *, is_forward: bool, limit: int | None) -> Any:
    index, hash_name, hash_value, range_name, (first, last) = place
    on_range = {None: "", "begins_with": f" AND begins_with({range_name}, :a)"}.get(
        condition, f" AND {range_name} {condition}"
    )
    values = {":h": hash_value, ":a": {"S": first[:12]}, ":b": {"S": last}}
    asked = {
        "TableName": TABLE,
        "KeyConditionExpression": f"{hash_name} = :h{on_range}",
        "ExpressionAttributeValues": {name: value for name, value in values.items() if name in f"= :h{on_range}"},
        "ScanIndexForward": is_forward,
        **({"IndexName": index} if index else {}),
        **({"Limit": limit, "FilterExpression": "attribute_exists(item_id)"} if limit else {}),
    }
    return [page["Items"] for page in client.get_paginator("query").paginate(**asked)]
