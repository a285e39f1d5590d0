"""Which row of a table continues the process of another one: our own CSV has an event with the next round's day, and
that day stands in the next round's row only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

Process = tuple[str, ...]


class NextRounds:
    """The days of all rows by process: rows with one ``process_id``, or else with one company and position."""

    def __init__(self, rows: Iterable[tuple[Mapping[str, str], date | None]]) -> None:
        self._days: defaultdict[Process, set[tuple[int, date]]] = defaultdict(set)
        for texts, day in rows:
            if day:
                self._days[_process(texts)].add((_round(texts), day))

    def day_after(self, texts: Mapping[str, str], day: date | None) -> date | None:
        """The day of the round that follows this one, None if there is none in the table."""
        own = _round(texts)
        later = [(round_, other) for round_, other in self._days[_process(texts)] if day and other >= day]
        following = [other for other in later if other[0] > own or (other[0] == own and other[1] != day)]
        return min(following)[1] if following else None


def _process(texts: Mapping[str, str]) -> Process:
    own = texts.get("process_id")
    return (own,) if own else (texts.get("company", "").casefold(), texts.get("position", "").casefold())


def _round(texts: Mapping[str, str]) -> int:
    text = texts.get("round", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("1000") else 1
