"""Go through the API's description, and check answers against it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jsonschema_rs

from chalicelib.web.openapi.document import openapi_document
from tests.web.gateway import Gateway, Reply
from tests.web.given import happened, recorded

DOCUMENT: dict[str, Any] = json.loads(json.dumps(openapi_document("https://afterword.example/api")))


@dataclass(frozen=True)
class Operation:
    """One method of one path, with its description."""

    path: str
    method: str
    said: dict[str, Any]

    @property
    def name(self) -> str:
        """The operation's id."""
        return str(self.said["operationId"])

    @property
    def is_open(self) -> bool:
        """Whether it needs no token."""
        return self.said.get("security") == []

    @property
    def is_page(self) -> bool:
        """Whether only a browser asks for it."""
        fine = [answer for status, answer in self.said["responses"].items() if status < "300"]
        return not fine or any([*answer.get("content", {})] == ["text/html"] for answer in fine)

    @property
    def content(self) -> dict[str, Any]:
        """The content of its request body, by media type."""
        return dict(self.said.get("requestBody", {}).get("content", {}))

    @property
    def statuses(self) -> list[int]:
        """The statuses that it may answer with."""
        return [int(status) for status in self.said["responses"]]

    def path_for(self, alex: Gateway) -> str:
        """Its path, with the id of a record that exists, a draft that the record has, an event and a contact."""
        if "{interview_id}" not in self.path:
            return self.path
        record = recorded(alex)
        if "{event_id}" in self.path:
            record = happened(alex, record["id"], kind="note")
        event_id = record["events"][-1]["id"] if record["events"] else ""
        path = self.path.replace("{interview_id}", record["id"]).replace("{kind}", "status_letter")
        return path.replace("{event_id}", event_id).replace("{contact_id}", record["contacts"][0]["id"])


OPERATIONS = [
    Operation(path, method.upper(), said)
    for path, methods in DOCUMENT["paths"].items()
    for method, said in methods.items()
]


def resolved(said: dict[str, Any]) -> dict[str, Any]:
    """The object that a reference refers to, or the object itself."""
    found: Any = DOCUMENT if "$ref" in said else said
    for part in said.get("$ref", "").split("/")[1:]:
        found = found[part]
    return dict(found)


def misfits(reply: Reply, operation: Operation) -> list[str]:
    """What of an answer differs from its description: status, headers, type, body."""
    if reply.status not in operation.statuses:
        return [f"{reply.status} is not documented: {reply.text[:200]}"]
    answer = resolved(operation.said["responses"][str(reply.status)])
    return [*_missing_headers(reply, answer), *_unfit_body(reply, answer.get("content", {}))]


def _missing_headers(reply: Reply, answer: dict[str, Any]) -> Iterator[str]:
    required = (name for name, header in answer.get("headers", {}).items() if header["required"])
    yield from (f"no header {name}" for name in required if name not in reply.headers)


def _unfit_body(reply: Reply, content: dict[str, Any]) -> Iterator[str]:
    media = reply.headers.get("Content-Type", "").partition(";")[0]
    if not content:
        yield from ["a body"] if reply.text else []
    elif media not in content:
        yield f"{media} is none of {list(content)}"
    else:
        schema = content[media]["schema"]
        validator = jsonschema_rs.validator_for(schema | {"components": DOCUMENT["components"]})
        value = reply.text if schema.get("type") == "string" else reply.data
        yield from (error.message for error in validator.iter_errors(value))
