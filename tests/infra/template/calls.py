"""Record which calls of AWS some code makes: the IAM actions that they need, and their resources."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from chalicelib.records import table
from tests.infra.template.rendered import ACCOUNT, REGION

Call = tuple[str, str]
_TRANSACTED = {"Put": "PutItem", "Update": "UpdateItem", "Delete": "DeleteItem", "ConditionCheck": "ConditionCheckItem"}


@contextmanager
def recorded_calls() -> Iterator[set[Call]]:
    """Pairs of an IAM action and its resource's ARN, of all calls through the deployment's session within the block."""
    calls: set[Call] = set()

    def note(model: Any, params: dict[str, Any], **_: object) -> None:
        calls.update(_asked_of[model.service_model.signing_name](model.name, json.loads(params["body"])))

    connection = table.connection()
    emitters = (connection.client.meta.events, connection.session)  # of the client that is there, and of those to come
    for emitter in emitters:
        emitter.register("before-call", note)
    try:
        yield calls
    finally:
        for emitter in emitters:
            emitter.unregister("before-call", note)


def _of_dynamodb(operation: str, body: dict[str, Any]) -> Iterator[Call]:
    """The actions of a request to DynamoDB. A transaction has none of its own: IAM checks those of its parts."""
    if operation == "TransactWriteItems":
        for part in body["TransactItems"]:
            [(kind, what)] = part.items()
            yield f"dynamodb:{_TRANSACTED[kind]}", _address("dynamodb", f"table/{what['TableName']}")
    elif operation == "BatchGetItem":
        yield from ((f"dynamodb:{operation}", _address("dynamodb", f"table/{name}")) for name in body["RequestItems"])
    else:
        index = f"/index/{body['IndexName']}" if "IndexName" in body else ""
        yield f"dynamodb:{operation}", _address("dynamodb", f"table/{body['TableName']}{index}")


def _of_ssm(operation: str, body: dict[str, Any]) -> Iterator[Call]:
    yield f"ssm:{operation}", _address("ssm", "parameter" + body["Name"])


def _of_ses(operation: str, body: dict[str, Any]) -> Iterator[Call]:
    """The actions of a request to SES. A raw message needs the older action too; the sandbox checks the recipient."""
    actions = (operation, "SendRawEmail") if "Raw" in body.get("Content", {}) else (operation,)
    identities = (body["FromEmailAddress"], *body["Destination"]["ToAddresses"])
    resources = [*(f"identity/{address}" for address in identities)]
    resources += [f"configuration-set/{body['ConfigurationSetName']}"] if "ConfigurationSetName" in body else []
    for action in actions:
        yield from ((f"ses:{action}", _address("ses", resource)) for resource in resources)


def _address(service: str, what: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{what}"


_asked_of: dict[str, Callable[[str, dict[str, Any]], Iterator[Call]]] = {
    "dynamodb": _of_dynamodb,
    "ssm": _of_ssm,
    "ses": _of_ses,
}
