"""The daily job as samples of scheduled reminders do it: scan the table for what is due, and mail a list of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

READS = "Scan", "GetItem"


def remind(dynamodb: Any, ses: Any, table: str, sender: str, today: date) -> int:
    """Mail every owner the list of their records that are due by ``today``; return how many mails were sent."""
    due: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for page in _pages(dynamodb, table, today):
        for item in page["Items"]:
            due[item["owner_id"]["S"]].append(item)
    for owner_id, items in due.items():
        key = {"owner_id": {"S": owner_id}, "item_id": {"S": "PROFILE"}}
        owner = dynamodb.get_item(TableName=table, Key=key, ReturnConsumedCapacity="TOTAL")["Item"]
        _mail(ses, sender, owner["email"]["S"], [_line(item) for item in items])
    return len(due)


def _pages(dynamodb: Any, table: str, today: date) -> Any:
    """The pages of the scan; each is a megabyte before the filter, so it may hold few items or none."""
    return dynamodb.get_paginator("scan").paginate(
        TableName=table,
        FilterExpression="next_due_on <= :today",
        ExpressionAttributeValues={":today": {"S": today.isoformat()}},
        ReturnConsumedCapacity="TOTAL",
    )


def _line(item: dict[str, Any]) -> str:
    facts = item["facts"]["M"]
    return f"{item['next_due_on']['S']}: {facts['company']['S']}, {facts['position']['S']}: {item['next_step']['S']}"


def _mail(ses: Any, sender: str, to: str, lines: list[str]) -> None:
    ses.send_email(
        FromEmailAddress=sender,
        Destination={"ToAddresses": [to]},
        Content={
            "Simple": {
                "Subject": {"Data": f"{len(lines)} follow-ups are due"},
                "Body": {"Text": {"Data": "\n".join(lines)}},
            }
        },
    )
