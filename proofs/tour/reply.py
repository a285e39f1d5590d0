"""A reply as a client reads it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reply:
    """``text`` is the body, in base64 if it is not UTF-8."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def data(self) -> Any:
        """The body as JSON."""
        return json.loads(self.text)


def reply_of(answered: Mapping[str, Any]) -> Reply:
    """The reply that the gateway makes of the app's answer."""
    headers = {**answered["headers"]}
    headers |= {name: " | ".join(values) for name, values in answered["multiValueHeaders"].items()}
    return Reply(answered["statusCode"], headers, _text(answered))


def _text(answered: Mapping[str, Any]) -> str:
    body = answered["body"]
    if not answered.get("isBase64Encoded"):
        return str(body)
    raw = base64.b64decode(body)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return f"base64 {base64.b64encode(raw).decode()}"
