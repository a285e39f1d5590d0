"""Days as people and machines write them: by numbers, run together, or with the name of a month.

The ways in are ``read_day`` for a text whose order of day and month is known, ``sure_day`` for one that stands alone,
and ``split`` for what may have a time behind the day. All take a text as ``plain`` makes it.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum

from chalicelib.schemas.invisible_marks import unmarked
from chalicelib.schemas.month_names import MONTHS


class DateFormat(StrEnum):
    """The order of day, month and year, whatever stands between them; ``YEAR_FIRST`` has years of two figures."""

    DAY_FIRST = "DD/MM/YYYY"
    MONTH_FIRST = "MM/DD/YYYY"
    YEAR_FIRST = "YY/MM/DD"


# Compiled on first use: JSON has plain days, and a fresh function has no time for them.
_CLEAR = r"(?a)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?"
_RUN_TOGETHER = r"(?a)((?:19|20)\d\d)(\d\d)(\d\d)"
_IN_AN_ORDER = r"(?a)(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?(?:\s?(?:г\.?|р\.?))?"
_MONTH = r"([^\W\d_]{3,}?)"
_DAY_AND_NAME = (
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|\.)?[\s-]*(?:de\s+)?{_MONTH}\.?[\s,.-]+(?:de\s+)?"
    r"(\d{4}|\d{2})(?:\s?г\.?|\s?р\.?)?"
)
_NAME_AND_DAY = rf"{_MONTH}\.?[\s-]+(\d{{1,2}})(?:st|nd|rd|th)?,?[\s-]+(\d{{4}})"
_WEEKDAY = r"[^\W\d_]{2,},?\.?,?\s+(?=\d|[^\W\d_]+\.?\s+\d)"
_BEFORE_THE_TIME = (
    r"(?i)(?:,?\s+(?:at\s+|um\s+|в\s+|à\s+|-\s+)?|T)(?=\d{1,2}(?:[:h]\d\d|\.\d\d(?:\s|$)|\s*[ap]\.?m|\s*uhr))"
)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_CENTURY, _LONGEST = 2000, 100  # no day and time are written with more characters


def plain(text: str) -> str:
    """The text with each white space as one space, digits and signs of full width as usual ones, and dashes as
    hyphens; without invisible marks. One that is too long for a day keeps its signs: to compose it takes the square."""
    text = unmarked(text)
    if not text.isascii() and len(text) <= _LONGEST:
        text = unicodedata.normalize("NFKC", text.translate(_DASHES))
    return " ".join(text.split())


def is_in_an_order(text: str) -> bool:
    """Whether a text is a day by numbers of which it has to be told, or found out, which is which."""
    return re.fullmatch(_IN_AN_ORDER, text) is not None


def read_day(text: str, order: DateFormat | None) -> date | None:
    """The day in a text, None if it is no day, or none in this order."""
    if len(text) > _LONGEST:
        return None
    if matched := re.fullmatch(_IN_AN_ORDER, text):
        return _in_order((matched[1], matched[3], matched[4]), order or DateFormat.DAY_FIRST)
    return _unmistakable(text)


def sure_day(text: str) -> date | None:
    """The day in a text; None if it is none, or if it can be read in two ways, as 3/8/2026. Dots mean day first, and a
    year by numbers has four figures."""
    if len(text) > _LONGEST:
        return None
    matched = re.fullmatch(_IN_AN_ORDER, text)
    if matched is None:
        return _unmistakable(text)
    numbers = matched[1], matched[3], matched[4]
    if len(matched[4]) < len("2026"):
        return None
    day_first, month_first = (_in_order(numbers, order) for order in (DateFormat.DAY_FIRST, DateFormat.MONTH_FIRST))
    if matched[2] == ".":
        return day_first
    is_either = day_first is not None and month_first is not None and day_first != month_first
    return None if is_either else day_first or month_first


def split(text: str) -> tuple[str, str]:
    """The day and the time of day in a text that may hold both; a text too long for them is taken for a day."""
    if len(text) > _LONGEST:
        return text, ""
    day, *times = re.split(_BEFORE_THE_TIME, text.strip(), maxsplit=1)
    return (day, times[0]) if times else (text.strip(), "")


def _unmistakable(text: str) -> date | None:
    if matched := re.fullmatch(_CLEAR, text):
        return _day(matched[1], matched[3], matched[4])
    if matched := re.fullmatch(_RUN_TOGETHER, text):
        return _day(*matched.groups())
    return _with_name(text) or _with_name(re.sub(f"^{_WEEKDAY}", "", text))


def _in_order(numbers: tuple[str, str, str], order: DateFormat) -> date | None:
    first, second, third = numbers
    match order:
        case DateFormat.DAY_FIRST:
            return _day(third, second, first)
        case DateFormat.MONTH_FIRST:
            return _day(third, first, second)
        case DateFormat.YEAR_FIRST:
            return _day(first, second, third) if len(third) <= len("26") and len(first) == len("26") else None


def _with_name(text: str) -> date | None:
    """The day whose month is written as a word: "3 August 2026", "Aug 3, 2026", "03-авг-26"."""
    if matched := re.fullmatch(_DAY_AND_NAME, text):
        day, name, year = matched.groups()
    elif matched := re.fullmatch(_NAME_AND_DAY, text):
        name, day, year = matched.groups()
    else:
        return None
    month = MONTHS.get(name.casefold())
    return _day(year, str(month), day) if month else None


def _day(year: str, month: str, day: str) -> date | None:
    full_year = int(year) + (_CENTURY if len(year) == len("26") else 0)
    try:
        return date(full_year, int(month), int(day))
    except ValueError:
        return None
