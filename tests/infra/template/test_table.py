"""The table that is deployed is the one that the code works with, and it is hard to lose."""

from __future__ import annotations

from typing import Any

from botocore.session import Session

from chalicelib.records.table import Item
from tests.infra.template.rendered import Rendered
from tests.moto_table import REGION, TABLE

KEPT_BY_DYNAMODB = {"IndexArn", "IndexSizeBytes", "ItemCount", "IndexStatus", "ProvisionedThroughput", "WarmThroughput"}


def _indexes(described: list[dict[str, Any]]) -> dict[str, Any]:
    return {one["IndexName"]: {key: one[key] for key in one.keys() - KEPT_BY_DYNAMODB} for one in described}


def _attributes(definitions: list[dict[str, str]]) -> dict[str, str]:
    return {one["AttributeName"]: one["AttributeType"] for one in definitions}


def test_its_keys_and_indexes_are_those_of_the_models(dev: Rendered, table: None) -> None:
    deployed = dev.properties("Table")

    ours = Session().create_client("dynamodb", REGION).describe_table(TableName=TABLE)["Table"]

    assert deployed["KeySchema"] == ours["KeySchema"]
    assert _attributes(deployed["AttributeDefinitions"]) == _attributes(ours["AttributeDefinitions"])
    assert _indexes(deployed["LocalSecondaryIndexes"]) == _indexes(ours["LocalSecondaryIndexes"])
    assert _indexes(deployed["GlobalSecondaryIndexes"]) == _indexes(ours["GlobalSecondaryIndexes"])
    assert deployed["BillingMode"] == ours["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"


def test_what_expires_goes_by_the_attribute_of_the_models(dev: Rendered) -> None:
    assert dev.properties("Table")["TimeToLiveSpecification"] == {
        "AttributeName": Item.expires_at.attr_name,
        "Enabled": True,
    }


def test_every_second_of_the_last_35_days_can_be_restored(dev: Rendered) -> None:
    assert dev.properties("Table")["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}


def test_it_outlives_the_stack_its_replacement_and_a_hasty_deletion(dev: Rendered) -> None:
    table = dev.resources()["Table"]

    assert (table["DeletionPolicy"], table["UpdateReplacePolicy"]) == ("Retain", "Retain")
    assert table["Properties"]["DeletionProtectionEnabled"] is True
