"""DynamoDB's typed JSON, one item a line: numbers keep their digits, and bytes are base64."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

TypedItem = Mapping[str, Any]

_BYTES, _SET_OF_BYTES = "B", "BS"


def line_of(value: Mapping[str, Any]) -> bytes:
    """The value as one line of JSON with its line break."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_in_base64).encode() + b"\n"


def value_of(line: bytes) -> Any:
    """The value of a line. Raises ValueError if it is not one that ``line_of`` makes."""
    return json.loads(line, object_hook=_with_bytes)


def _in_base64(value: object) -> str:
    if not isinstance(value, bytes):
        raise TypeError(f"DynamoDB has no {type(value).__name__}")
    return b64encode(value).decode()


def _with_bytes(found: dict[str, Any]) -> dict[str, Any]:
    """Decode a value of bytes. An attribute that is named B or BS is not one: it holds a typed value, no bare text."""
    match found:
        case {"B": str(text), **rest} if not rest:
            return {_BYTES: b64decode(text, validate=True)}
        case {"BS": list(texts), **rest} if not rest:
            return {_SET_OF_BYTES: [b64decode(text, validate=True) for text in texts]}
        case _:
            return found
