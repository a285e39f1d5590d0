"""SES as far as the tick needs it: it takes mails, or fails as it is told to."""

from __future__ import annotations

import json
from base64 import b64decode
from types import SimpleNamespace
from typing import Any

Fate = tuple[str, int] | Exception
_TAKEN = 200


class Ses:
    """``fates`` are those of the next mails: a code of SES's and its status, or what botocore raises. ``sent`` are the
    requests with their messages, in order."""

    def __init__(self) -> None:
        self.fates: list[Fate] = []
        self.sent: list[tuple[dict[str, Any], bytes]] = []

    def send(self, params: dict[str, Any], **_: Any) -> tuple[SimpleNamespace, dict[str, Any]]:
        """Answer a request of botocore's in the place of SES."""
        asked = json.loads(params["body"])
        message = b64decode(asked["Content"]["Raw"].pop("Data"))
        fate = self.fates.pop(0) if self.fates else ("", _TAKEN)
        self.sent.append((asked | {"fate": str(fate)}, message))
        if isinstance(fate, Exception):
            raise fate
        code, status = fate
        metadata = {"HTTPStatusCode": status, "RequestId": "1", "RetryAttempts": 0}
        answer: dict[str, Any] = {"ResponseMetadata": metadata}
        if status == _TAKEN:
            return SimpleNamespace(status_code=status), answer | {"MessageId": f"0100-{len(self.sent)}"}
        return SimpleNamespace(status_code=status), answer | {"Error": {"Code": code, "Message": code}}
