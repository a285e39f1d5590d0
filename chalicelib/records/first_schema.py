"""Interviews as the first release stored them: every fact an attribute of its own, contacts and events without ids.

Such an item is read as what it would be today, and stored so on its next write.
"""

from __future__ import annotations

from typing import Any

_STILL_ATTRIBUTES = {
    "owner_id",
    "item_id",
    "schema",
    "expires_at",
    "written_as",
    "version",
    "process_id",
    "attempts_elsewhere",
    "next_step",
    "next_due_on",
    "has_rounds",
}
_PARTS = {"contacts": "c", "events": "e"}  # what their ids begin with


def with_facts_in_one_map(data: dict[str, Any]) -> dict[str, Any]:
    """The item as it is stored today; one of today as it is."""
    if "facts" in data:
        return data
    facts = {name: value for name, value in data.items() if name not in _STILL_ATTRIBUTES}
    identified = {name: _with_ids(facts[name], begin) for name, begin in _PARTS.items() if name in facts}
    kept = {name: value for name, value in data.items() if name in _STILL_ATTRIBUTES}
    return kept | {"facts": {"M": facts | identified}}


def _with_ids(parts: dict[str, Any], begin: str) -> dict[str, Any]:
    """The list with an id in each of its maps, by their places: the same whenever it is read."""
    numbered = enumerate(parts["L"], start=1)
    return {"L": [{"M": {"id": {"S": f"{begin}{number}"}} | part["M"]} for number, part in numbered]}
