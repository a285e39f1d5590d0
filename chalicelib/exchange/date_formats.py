"""Decides for a whole file in which order its days have day, month and year, whatever stands between them.

The way in is ``date_format_of``; days are read by ``schemas.written_days``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.written_days import DateFormat, is_in_an_order, read_day, split

_FARTHEST_BACK, _FARTHEST_AHEAD = 10, 2  # years: which century, and which order, a year of two figures can mean


class AmbiguousDates(Exception):
    """The days of a file can be read in several ways; ``example`` is one of these days."""

    def __init__(self, example: str) -> None:
        super().__init__(example)
        self.example = example


def date_format_of(cells: Iterable[str], today: date) -> DateFormat | None:
    """The order of day, month and year in these cells.

    - The order of no day is in question: None.
    - One order reads all that the others read: that one. A year of two figures is one from ten years before ``today``
      to two after it; in another order it cannot be read.
    - Several do, and all days are the same in each: the first of them.
    - Several do, and there are points between the numbers: day first, as everybody writes it who writes points.

    Raises AmbiguousDates otherwise: several orders fit and differ, or each fails on a day that another can read.
    """
    days = [day for day in dict.fromkeys(split(cell)[0] for cell in cells) if is_in_an_order(day)]
    if not days:
        return None
    readings = {order: _plausible(days, order, today) for order in DateFormat}
    readable = set().union(*readings.values())
    fitting = {order: found for order, found in readings.items() if found.keys() == readable}
    if not fitting:
        raise AmbiguousDates(next(day for day in days if any(day not in found for found in readings.values())))
    differing = next((day for day in readable if len({found[day] for found in fitting.values()}) > 1), None)
    has_points = DateFormat.DAY_FIRST in fitting and any("." in day for day in days)
    if differing is None or has_points:
        return next(iter(fitting))
    raise AmbiguousDates(next(day for day in days if len({found.get(day) for found in fitting.values()}) > 1))


def _plausible(days: Iterable[str], order: DateFormat, today: date) -> Mapping[str, date]:
    years = range(today.year - _FARTHEST_BACK, today.year + _FARTHEST_AHEAD + 1)
    read = {day: read_day(day, order) for day in days}
    return {day: found for day, found in read.items() if found and (found.year in years or str(found.year) in day)}


def date_format(raw: object) -> DateFormat:
    """The order that the sender names. Raises InvalidValue if it is none of them."""
    try:
        return DateFormat(str(raw).strip().upper())
    except ValueError as error:
        raise InvalidValue("is not one of: {choices}", choices=", ".join(DateFormat)) from error
