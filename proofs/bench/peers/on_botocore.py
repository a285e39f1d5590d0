"""A plain handler on botocore: fields checked by hand, items written out by hand."""

import json
from typing import Any

from botocore.session import Session
from checks import Refused, interview
from job import REGION, TABLE, UNSENT, answer_of, created, is_theirs, owner_id_in, record_of, refused, request_of

client = Session().create_client("dynamodb", region_name=REGION)


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """POST /interviews."""
    owner_id = owner_id_in(event["headers"])
    key = {"owner_id": {"S": owner_id}, "item_id": {"S": "PROFILE"}}
    owner = client.get_item(TableName=TABLE, Key=key, ConsistentRead=True).get("Item")
    if owner is None or not is_theirs(event["headers"], owner["token_hash"]["B"]):
        return {"statusCode": 401, "headers": {}, "body": ""}
    try:
        fields = interview(json.loads(event["body"]))
    except Refused as refusal:
        return refused(refusal.faults)
    record = record_of(fields, owner_id, owner["time_zone"]["S"])
    answer = answer_of(record)
    write(record, request_of(record, fields, answer))
    return created(answer, record)


def write(*items: dict[str, Any]) -> None:
    """Write all items or none: none may be there yet."""
    puts = [{"TableName": TABLE, "Item": typed(item)["M"], "ConditionExpression": UNSENT} for item in items]
    client.transact_write_items(TransactItems=[{"Put": put} for put in puts])


def typed(value: Any) -> dict[str, Any]:
    """A value in DynamoDB's typed JSON."""
    match value:
        case bool():
            return {"BOOL": value}
        case int():
            return {"N": str(value)}
        case list():
            return {"L": [typed(member) for member in value]}
        case dict():
            return {"M": {name: typed(member) for name, member in value.items()}}
        case _:
            return {"S": value}
