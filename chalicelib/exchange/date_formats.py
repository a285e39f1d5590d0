"""Reads days as people write them in tables. Only with slashes it is unclear whether day or month comes first.

The ways in are ``date_format_of``, which finds that out for a file, and ``read_day``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from chalicelib.request_errors import InvalidValue


class DateFormat(StrEnum):
    """The order in a day that is written with slashes."""

    DAY_FIRST = "DD/MM/YYYY"
    MONTH_FIRST = "MM/DD/YYYY"


_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})\.?", re.ASCII)
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})", re.ASCII)
_CENTURY = 2000
_BEFORE_THE_TIME = re.compile(r"[ T](?=\d)")


class AmbiguousDates(Exception):
    """The days of a file can be read in two ways; ``example`` is one of these days."""

    def __init__(self, example: str) -> None:
        super().__init__(example)
        self.example = example


def date_format_of(cells: Iterable[str]) -> DateFormat | None:
    """The order of day and month in these cells.

    - No day has slashes: None.
    - All days with slashes that can be read mean the same in both orders: day first.
    - One order reads all that the other reads, and more: that order.

    Raises AmbiguousDates otherwise: both orders fit and differ, or each fails on a day that the other can read.
    """
    slashed = [day for day in (split(cell)[0] for cell in cells) if _SLASHES.fullmatch(day)]
    fits = {order: [day for day in slashed if read_day(day, order)] for order in DateFormat}
    telling = [day for day in slashed if len({read_day(day, order) for order in DateFormat}) > 1]
    if not telling:
        return DateFormat.DAY_FIRST if slashed else None
    day_first, month_first = (set(fits[order]) for order in DateFormat)
    if day_first > month_first:
        return DateFormat.DAY_FIRST
    if month_first > day_first:
        return DateFormat.MONTH_FIRST
    raise AmbiguousDates(telling[0])


def read_day(text: str, order: DateFormat | None) -> date | None:
    """The day in a text, None if it is no day, or none in this order."""
    if matched := _YEAR_FIRST.fullmatch(text):
        return _day(*matched.groups())
    if matched := _DAY_FIRST.fullmatch(text):
        day, month, year = matched.groups()
        return _day(year, month, day)
    if matched := _SLASHES.fullmatch(text):
        first, second, year = matched.groups()
        return _day(year, first, second) if order is DateFormat.MONTH_FIRST else _day(year, second, first)
    return None


def split(cell: str) -> tuple[str, str]:
    """The day and the time of day in a cell that may hold both."""
    day, *times = _BEFORE_THE_TIME.split(cell.strip(), maxsplit=1)
    return (day, times[0]) if times else (cell.strip(), "")


def date_format(raw: object) -> DateFormat:
    """The order that the sender names. Raises InvalidValue if it is none of them."""
    try:
        return DateFormat(str(raw).strip().upper())
    except ValueError as error:
        raise InvalidValue("is not one of: {choices}", choices=", ".join(DateFormat)) from error


def _day(year: str, month: str, day: str) -> date | None:
    full_year = int(year) + (_CENTURY if len(year) == len("26") else 0)
    try:
        return date(full_year, int(month), int(day))
    except ValueError:
        return None
