"""A transaction that fails leaves everything as it was, though the tests' table is not copied before each."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

from chalicelib.records.table import connection
from tests.moto_table import TABLE


def _key(name: str) -> dict[str, Any]:
    return {"owner_id": {"S": "alex"}, "item_id": {"S": name}}


def _item(name: str) -> dict[str, Any]:
    return {**_key(name), "tags": {"M": {"is": {"S": "old"}}}}


def _update(name: str, said: str) -> dict[str, Any]:
    values = {":said": {"S": said}}
    setting = {"UpdateExpression": "SET tags.#is = :said", "ExpressionAttributeNames": {"#is": "is"}}
    return {"TableName": TABLE, "Key": _key(name), "ExpressionAttributeValues": values, **setting}


@pytest.fixture
def client(table: None) -> Any:
    """Of the tests' table, with three items."""
    client = connection().client
    for name in ("replaced", "updated", "deleted"):
        client.put_item(TableName=TABLE, Item=_item(name))
    return client


def _transact(client: Any, *, condition: str) -> None:
    client.transact_write_items(
        TransactItems=[
            {"Put": {"TableName": TABLE, "Item": _item("new")}},
            {"Put": {"TableName": TABLE, "Item": _key("replaced")}},
            {"Update": _update("updated", "new")},
            {"Delete": {"TableName": TABLE, "Key": _key("deleted")}},
            {"ConditionCheck": {"TableName": TABLE, "Key": _key("elsewhere"), "ConditionExpression": condition}},
        ]
    )


def test_a_transaction_that_fails_leaves_everything_as_it_was(client: Any) -> None:
    before = client.scan(TableName=TABLE)["Items"]

    with pytest.raises(ClientError, match="TransactionCanceledException"):
        _transact(client, condition="attribute_exists(owner_id)")

    assert client.scan(TableName=TABLE)["Items"] == before


def test_one_that_succeeds_writes_all_of_it(client: Any) -> None:
    _transact(client, condition="attribute_not_exists(owner_id)")

    assert {item["item_id"]["S"]: item.get("tags") for item in client.scan(TableName=TABLE)["Items"]} == {
        "new": {"M": {"is": {"S": "old"}}},
        "replaced": None,
        "updated": {"M": {"is": {"S": "new"}}},
    }


def test_an_update_of_one_item_is_there_afterwards(client: Any) -> None:
    client.update_item(**_update("updated", "new"))

    assert client.get_item(TableName=TABLE, Key=_key("updated"))["Item"]["tags"]["M"] == {"is": {"S": "new"}}
