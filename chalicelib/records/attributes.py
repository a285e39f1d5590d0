"""Attribute types of the items. Days and times are stored as ISO 8601 strings, so that they sort by time."""

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
        """Return the value as it is stored."""
        return value.isoformat()

    def deserialize(self, value: str) -> date:
        """Return the value that was stored."""
        return date.fromisoformat(value)


class TimeAttribute(Attribute[time]):
    """A wall-clock time: ``08:00:00``."""

    attr_type = STRING

    def serialize(self, value: time) -> str:
        """Return the value as it is stored."""
        return value.isoformat()

    def deserialize(self, value: str) -> time:
        """Return the value that was stored."""
        return time.fromisoformat(value)


class PlainMapAttribute(Attribute[Mapping[str, Any]]):
    """A map of plain values (strings, whole numbers, booleans) and of lists and maps of them, without those that are
    None. PynamoDB's own map attribute would make an object of every nested map."""

    attr_type = MAP

    def serialize(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """Return the map as it is stored."""
        return _stored_map(value)

    def deserialize(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return the map that was stored. Raises KeyError for a type that we never store, ValueError for a fraction."""
        return {name: plain_value(stored) for name, stored in value.items()}


def _stored(value: Any) -> dict[str, Any]:
    match value:
        case str():
            return {"S": value}
        case bool():
            return {"BOOL": value}
        case int():
            return {"N": str(value)}
        case Mapping():
            return {"M": _stored_map(value)}
        case _:
            return {"L": [_stored(element) for element in value]}


def _stored_map(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _stored(value) for name, value in values.items() if value is not None}


def plain_value(stored: Mapping[str, Any]) -> Any:
    """Return a stored value without the mark of its type. Raises KeyError and ValueError, as ``deserialize`` does."""
    ((kind, value),) = stored.items()
    return _PLAIN[kind](value)


_PLAIN: Mapping[str, Callable[[Any], Any]] = {
    "S": str,
    "N": int,
    "BOOL": bool,
    "NULL": lambda _: None,
    "M": lambda value: {name: plain_value(stored) for name, stored in value.items()},
    "L": lambda value: [plain_value(stored) for stored in value],
}
