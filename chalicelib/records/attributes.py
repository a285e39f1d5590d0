"""Days and times of day as DynamoDB keeps them: ISO 8601 strings, so that they sort as they follow one another."""

from __future__ import annotations

from datetime import date, time

from pynamodb.attributes import Attribute
from pynamodb.constants import STRING


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
