"""A plain handler on boto3, whose resource turns Python's values into DynamoDB's."""

import json
from typing import Any

import boto3
from checks import Refused, interview
from job import REGION, TABLE, UNSENT, answer_of, created, is_theirs, owner_id_in, record_of, refused, request_of

table = boto3.resource("dynamodb", region_name=REGION).Table(TABLE)


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """POST /interviews."""
    owner_id = owner_id_in(event["headers"])
    owner = table.get_item(Key={"owner_id": owner_id, "item_id": "PROFILE"}, ConsistentRead=True).get("Item")
    if owner is None or not is_theirs(event["headers"], owner["token_hash"].value):
        return {"statusCode": 401, "headers": {}, "body": ""}
    try:
        fields = interview(json.loads(event["body"]))
    except Refused as refusal:
        return refused(refusal.faults)
    return created(*recorded(fields, owner))


def recorded(fields: dict[str, Any], owner: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Store the record and the answered request; the answer, and the record."""
    record = record_of(fields, owner["owner_id"], owner["time_zone"])
    answer = answer_of(record)
    items = (record, request_of(record, fields, answer))
    puts = [{"TableName": TABLE, "Item": item, "ConditionExpression": UNSENT} for item in items]
    table.meta.client.transact_write_items(TransactItems=[{"Put": put} for put in puts])
    return answer, record
