"""Tell the operation of a request to AWS from its bytes."""

from __future__ import annotations

import json
from typing import Any

from proofs.faults.call_sites.fates import Operation, Service

SEND_EMAIL = Operation(Service.SES, "SendEmail")
GET_KEYS, GET_PASSWORD = (Operation(Service.SSM, "GetParameter", name) for name in ("keys", "smtp-password"))
_BY_TARGET = {"DynamoDB_20120810": Service.DYNAMODB, "AmazonSSM": Service.SSM}


def operation_of(target: str, body: bytes) -> Operation:
    """The operation and what it is about, from the header X-Amz-Target (requests to SES have none) and the body."""
    if not target:
        return SEND_EMAIL
    interface, _, name = target.partition(".")
    service = _BY_TARGET[interface]
    return Operation(service, name, _about(json.loads(body)))


def _about(asked: dict[str, Any]) -> str:
    """The last part of a parameter's name; the index of a query, or the kind of the one item: the first part of its
    key."""
    if "Name" in asked:
        return str(asked["Name"]).rpartition("/")[2]
    if "IndexName" in asked:
        return str(asked["IndexName"])
    item = asked.get("Key") or asked.get("Item")
    return str(item["item_id"]["S"]).partition("#")[0] if item else ""
