"""The days off of every place, as a table that the package has instead of the ``holidays`` library.

``infra/package/days_off_table.py`` makes it from that library; ``docs/decisions/0006-packaging.md`` says why.

- The file begins with a line of JSON: for each place, where its row begins after that line, and how long it is.
- A row is compressed. It has one bit for each day, set where the day differs from a week of Monday to Friday.
- A region's row holds only the days on which it differs from its country.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)  # a record's dates end a year earlier (schemas/simple_values.py)
FILE = "days_off.bin"
SATURDAY = 5

_DAYS = LAST.toordinal() - FIRST.toordinal() + 1
ROW_BYTES = (_DAYS + 7) // 8


class DaysOff:
    """The table of days off; a day before or after its years is off if it is a Saturday or a Sunday."""

    def __init__(self, table: bytes) -> None:
        places, _, self._rows = table.partition(b"\n")
        self._places: dict[str, tuple[int, int]] = json.loads(places)

    def __contains__(self, place: str) -> bool:
        return place in self._places

    def is_working(self, place: str | None) -> Callable[[date], bool]:
        """A test for working days in a place; for None it knows weekends only. Raises KeyError for an unknown place."""
        unusual = self._row(place) if place else bytes(ROW_BYTES)

        def is_working(day: date) -> bool:
            number = day.toordinal() - FIRST.toordinal()
            is_unusual = 0 <= number < _DAYS and bool(unusual[number >> 3] >> (number & 7) & 1)
            return (day.weekday() < SATURDAY) != is_unusual

        return is_working

    def _row(self, place: str) -> bytes:
        start, length = self._places[place]
        row = zlib.decompress(self._rows[start : start + length])
        country, dash, _ = place.partition("-")
        return difference_of_rows(row, self._row(country)) if dash else row


def difference_of_rows(row: bytes, other: bytes) -> bytes:
    """The days on which two rows differ; applied again with the same ``other``, it restores ``row``."""
    return (int.from_bytes(row) ^ int.from_bytes(other)).to_bytes(ROW_BYTES)


@cache
def packaged_table() -> DaysOff | None:
    """The table that came with the package; None in a checkout."""
    file = Path(__file__).with_name(FILE)
    return DaysOff(file.read_bytes()) if file.exists() else None
