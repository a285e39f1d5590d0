"""Interviews as the first release stored them: each fact in an attribute of its own, contacts and events without ids.

Such an item is converted when it is read, and stored in today's schema by its next write.
"""

from __future__ import annotations

from typing import Any

_NOT_FACTS = {
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
_ID_PREFIXES = {"contacts": "c", "events": "e"}


def with_facts_in_one_map(data: dict[str, Any]) -> dict[str, Any]:
    """Return the item in today's schema; one that has it already is returned unchanged."""
    if "facts" in data:
        return data
    facts = {name: value for name, value in data.items() if name not in _NOT_FACTS}
    with_ids = {name: _with_ids(facts[name], prefix) for name, prefix in _ID_PREFIXES.items() if name in facts}
    attributes = {name: value for name, value in data.items() if name in _NOT_FACTS}
    return attributes | {"facts": {"M": facts | with_ids}}


def _with_ids(parts: dict[str, Any], begin: str) -> dict[str, Any]:
    """Give each map of the list an id by its position, so that it is the same on every reading."""
    numbered = enumerate(parts["L"], start=1)
    return {"L": [{"M": {"id": {"S": f"{begin}{number}"}} | part["M"]} for number, part in numbered]}
