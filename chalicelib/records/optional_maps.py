"""Plain maps within an item: a field that is None is left out, and reads back as None."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")
Map = Mapping[str, Any]


def present(**fields: Any) -> Map:
    """The fields that are not None."""
    return {name: value for name, value in fields.items() if value is not None}


def if_any(convert: Callable[[Any], T], value: Any) -> T | None:
    """The value converted; None stays None."""
    return None if value is None else convert(value)
