"""Attributes as DynamoDB keeps them. Days and times are ISO 8601 strings: they sort as they follow one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from pynamodb.attributes import Attribute
from pynamodb.constants import MAP, STRING


class DayAttribute(Attribute[date]):
    """A day: ``2026-08-03``."""

    attr_type = STRING

    def serialize(self, value: date) -> str:
        """To what is stored."""
        return value.isoformat()

    def deserialize(self, value: str) -> date:
        """From what is stored."""
        return date.fromisoformat(value)


class TimeAttribute(Attribute[time]):
    """A wall-clock time: ``08:00:00``."""

    attr_type = STRING

    def serialize(self, value: time) -> str:
        """To what is stored."""
        return value.isoformat()

    def deserialize(self, value: str) -> time:
        """From what is stored."""
        return time.fromisoformat(value)


class PlainMapAttribute(Attribute[Mapping[str, Any]]):
    """A map of plain values (texts, whole numbers, truth values) and of lists and maps of them. What is None is left
    out. PynamoDB's own makes an object of every map within."""

    attr_type = MAP

    def serialize(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """To what is stored."""
        return {name: _stored(one) for name, one in value.items() if one is not None}

    def deserialize(self, value: dict[str, Any]) -> dict[str, Any]:
        """From what is stored. Raises KeyError for a type that is never stored so, ValueError for a fraction."""
        return {name: plain_value(one) for name, one in value.items()}


def _stored(value: Any) -> dict[str, Any]:
    match value:
        case str():
            return {"S": value}
        case bool():
            return {"BOOL": value}
        case int():
            return {"N": str(value)}
        case Mapping():
            return {"M": {name: _stored(one) for name, one in value.items() if one is not None}}
        case _:
            return {"L": [_stored(one) for one in value]}


def plain_value(stored: Mapping[str, Any]) -> Any:
    """A value without the mark of its type. Raises KeyError, ValueError."""
    ((kind, value),) = stored.items()
    return _PLAIN[kind](value)


_PLAIN: Mapping[str, Callable[[Any], Any]] = {
    "S": str,
    "N": int,
    "BOOL": bool,
    "NULL": lambda _: None,
    "M": lambda value: {name: plain_value(one) for name, one in value.items()},
    "L": lambda value: [plain_value(one) for one in value],
}
