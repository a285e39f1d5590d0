"""An item in DynamoDB's own typed JSON, as one line and back: numbers stay the digits they are, bytes go as base64."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

TypedItem = Mapping[str, Any]

_BYTES, _SET_OF_BYTES = "B", "BS"


def line_of(value: Mapping[str, Any]) -> bytes:
    """The value in one line, its end included."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_in_base64).encode() + b"\n"


def value_of(line: bytes) -> Any:
    """What a line holds. Raises ValueError for what is no line of ours."""
    return json.loads(line, object_hook=_with_bytes)


def _in_base64(value: object) -> str:
    if not isinstance(value, bytes):
        raise TypeError(f"DynamoDB has no {type(value).__name__}")
    return b64encode(value).decode()


def _with_bytes(found: dict[str, Any]) -> dict[str, Any]:
    """A value that holds bytes. An attribute that is called B or BS holds a typed value instead, never a bare one."""
    match found:
        case {"B": str(text), **rest} if not rest:
            return {_BYTES: b64decode(text, validate=True)}
        case {"BS": list(texts), **rest} if not rest:
            return {_SET_OF_BYTES: [b64decode(text, validate=True) for text in texts]}
        case _:
            return found
