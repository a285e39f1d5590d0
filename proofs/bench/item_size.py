"""How many bytes DynamoDB counts for an item: the names of its attributes and their values.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_COLLECTION, _MEMBER = 3, 1  # bytes for a list or a map, and for each thing in it


def size_of(item: Mapping[str, Mapping[str, Any]]) -> int:
    """The bytes of an item in DynamoDB's typed JSON."""
    return sum(len(name.encode()) + _value(value) for name, value in item.items())


def _value(typed: Mapping[str, Any]) -> int:
    ((kind, value),) = typed.items()
    match kind:
        case "S":
            return len(value.encode())
        case "N":
            return (len(value.strip("-").replace(".", "").strip("0")) + 1) // 2 + 1
        case "B":
            return len(value)
        case "L":
            return _COLLECTION + sum(_MEMBER + _value(member) for member in value)
        case "M":
            return _COLLECTION + sum(_MEMBER + len(name.encode()) + _value(member) for name, member in value.items())
        case _:  # BOOL, NULL
            return 1
