"""The stand-in for AWS: it notes the app's requests, and fails where it is set to."""

from __future__ import annotations

import json
from base64 import b64decode
from types import SimpleNamespace
from typing import Any

from botocore.exceptions import ReadTimeoutError

from chalicelib.records import table

Fault = Exception | tuple[str, int] | None  # what botocore raises, or AWS's error code and status; None: no fault
Answer = tuple[SimpleNamespace, dict[str, Any]]


class Aws:
    """Notes requests, and makes some fail.

    - ``operations``: requests to the table since it was cleared
    - ``sent``: requests to SES with their mails since it was cleared
    - ``faults``: faults of the next requests to the table, by operation
    - ``fates``: faults of the next mails
    - ``parameter``: the value in SSM; nothing if it is empty
    """

    def __init__(self) -> None:
        self.operations: list[str] = []
        self.faults: dict[str, list[Fault]] = {}
        self.sent: list[tuple[dict[str, Any], bytes]] = []
        self.fates: list[Fault] = []
        self.parameter = ""

    def listen(self) -> None:
        """Stand between the app's clients and AWS. The table's answers are moto's."""
        connection = table.connection()
        connection.client.meta.events.register("after-call.dynamodb", self._note)
        connection.client.meta.events.register("before-call.dynamodb", self._fail)
        connection.session.register("before-call.sesv2.SendEmail", self._send)
        connection.session.register("before-call.ssm.GetParameter", self._read_parameter)

    def _note(self, model: Any, **_: Any) -> None:
        self.operations.append(model.name)

    def _fail(self, model: Any, **_: Any) -> Answer | None:
        """The next fault that waits for this operation, if there is one; ``*`` is any operation."""
        waiting = self.faults.get(model.name) or self.faults.get("*")
        return _failed(waiting.pop(0)) if waiting else None

    def _send(self, params: dict[str, Any], **_: Any) -> Answer:
        """Have SES take the mail, unless a fault waits for it."""
        asked = json.loads(params["body"])
        message = b64decode(asked["Content"]["Raw"].pop("Data"))
        fate = self.fates.pop(0) if self.fates else None
        self.sent.append((asked | {"fate": str(fate)}, message))
        return _failed(fate) or _answered({"MessageId": f"0100-{len(self.sent)}"})

    def _read_parameter(self, **_: Any) -> Answer | None:
        if not self.parameter:
            return _failed(("ParameterNotFound", 400))
        return _answered({"Parameter": {"Value": self.parameter}})


def lost_answer() -> Exception:
    """What botocore raises when no answer arrives."""
    error: Exception = ReadTimeoutError(endpoint_url="https://dynamodb.example")
    return error


def _failed(fault: Fault) -> Answer | None:
    """The error response that botocore reads; an exception is raised."""
    if fault is None:
        return None
    if isinstance(fault, Exception):
        raise fault
    code, status = fault
    return _answered({"Error": {"Code": code, "Message": code}}, status)


def _answered(data: dict[str, Any], status: int = 200) -> Answer:
    metadata = {"HTTPStatusCode": status, "RequestId": "1", "RetryAttempts": 0}
    return SimpleNamespace(status_code=status, headers={}), data | {"ResponseMetadata": metadata}
