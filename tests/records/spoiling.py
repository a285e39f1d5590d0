"""Spoil stored interviews: values of facts go into the map of facts, all others beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib.playbook.interview import Interview

_BESIDE_THE_FACTS = {"id", "version", "process_id", "attempts_elsewhere"}
_FACTS = set(Interview.__struct_fields__) - _BESIDE_THE_FACTS


def spoilt(item: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The item with these values, each where the table keeps it; an empty value removes one."""
    facts = {name: value for name, value in changes.items() if name in _FACTS}
    beside = {name: value for name, value in changes.items() if name not in _FACTS}
    if facts:
        beside["facts"] = {"M": _held(item["facts"]["M"] | facts)}
    return _held({**item, **beside})


def _held(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
