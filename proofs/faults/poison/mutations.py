"""Spoil a stored item in every way: each of its values, at each depth, by each kind of poison.

Items are DynamoDB's own maps, ``{"company": {"S": "Acme"}}``. Lone surrogates are not among the poison: DynamoDB keeps
UTF-8, which cannot hold them. Nor is the key of the table or of an index given another type: DynamoDB refuses that.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Item = dict[str, Any]
Path = tuple[str | int, ...]

GONE = "gone"
KEYS = frozenset({"owner_id", "item_id"})
KEYS_OF_INDEXES = frozenset({"next_due_on", "next_digest_at", "shard"})
POISON: dict[str, Any] = {
    GONE: None,
    "null": {"NULL": True},
    "empty": {"S": ""},
    "a nul": {"S": "\0"},
    "controls": {"S": "a\r\nb\x1b[31m\u2028c\u202ed"},
    "markup": {"S": "</td><script>alert(1)</script>{{ 7 * 7 }}"},
    "huge": {"S": "x" * 60_000},
    "words": {"S": "no such thing"},
    "the last day": {"S": "9999-12-31"},
    "the first day": {"S": "0001-01-01"},
    "no day": {"S": "2026-02-30"},
    "an instant without a zone": {"S": "2026-08-03T16:00:00"},
    "an instant out of bounds": {"S": "9999-12-31T23:59:59.999999-23:59"},
    "a zone that is none": {"S": "Europe/../Atlantis"},
    "a country that is none": {"S": "ZZ-99"},
    "a number": {"N": "7"},
    "a negative number": {"N": "-1"},
    "a number beyond bounds": {"N": "1E125"},
    "a fraction": {"N": "0.5"},
    "yes": {"BOOL": True},
    "bytes": {"B": b"\xff\xfe"},
    "a set": {"SS": ["a", "b"]},
    "an empty list": {"L": []},
    "a list of garbage": {"L": [{"NULL": True}, {"N": "1"}, {"S": "x"}, {"L": []}, {"M": {}}]},
    "an empty map": {"M": {}},
    "a map of garbage": {"M": {"x": {"NULL": True}, "role": {"N": "1"}, "kind": {"L": []}}},
}
LATER = "a later release's"


@dataclass(frozen=True, slots=True)
class Mutation:
    """A replacement for one value of an item."""

    item_id: str
    path: Path
    poison: str

    def __str__(self) -> str:
        return f"{self.item_id} {'.'.join(map(str, self.path))}: {self.poison}"

    def of(self, item: Item) -> Item:
        """The spoilt item."""
        spoilt = copy.deepcopy(item)
        if self.poison == LATER:
            return spoilt | {"schema": {"N": "3"}, "hue": {"S": "blue"}}
        *way, last = self.path
        holder: Any = spoilt
        for one in way:
            holder = _inside(holder[one])
        if self.poison == GONE:
            del holder[last]
        else:
            holder[last] = copy.deepcopy(POISON[self.poison])
        return spoilt


def mutations(item: Item) -> Iterator[Mutation]:
    """All mutations of an item."""
    item_id = item["item_id"]["S"]
    yield Mutation(item_id, ("schema",), LATER)
    for path in _paths(item):
        for poison in POISON:
            if _can_be_stored(path, poison):
                yield Mutation(item_id, path, poison)


def _paths(holder: Any) -> Iterator[Path]:
    for name in holder if isinstance(holder, dict) else range(len(holder)):
        if name in KEYS:
            continue
        yield (name,)
        inside = _inside(holder[name])
        if inside is not None:
            yield from ((name, *deeper) for deeper in _paths(inside))


def _inside(value: Any) -> Any:
    """The members of a list or a map, None for any other value."""
    return value.get("L", value.get("M"))


def _can_be_stored(path: Path, poison: str) -> bool:
    if path[0] not in KEYS_OF_INDEXES or poison == GONE:
        return True
    kind = "N" if path[0] == "shard" else "S"
    return kind in POISON[poison] and POISON[poison][kind] not in ("", "1E125", "x" * 60_000)
