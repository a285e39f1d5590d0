"""Days named by their number in a month: "25.08.", "Aug 25th", «25 августа», "24 or 26 August", "8/25", "the 25th"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from chalicelib.capture.words import day_mention
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.day_mention import DayMention
from chalicelib.capture.words.day_words import MONTH, MONTHS
from chalicelib.capture.words.hour_patterns import NO_TIME_BEFORE
from chalicelib.capture.words.sentences import Span

_CENTURY, _MONTHS_IN_A_YEAR = 2000, 12
_LONG_PAST, _FAR_AHEAD = timedelta(days=150), timedelta(days=300)  # a day without a year lies between them
_FEW_DAYS = 7  # a list or a range of days in one month that somebody can choose from
_YEAR = r"(?:,?\s+(?P<year>20\d\d)(?!\d)(?:\s*г(?:\.|ода)?)?)?"
_ORDINAL = r"(?:st|nd|rd|th|\.|-?го|-?е)?"

_ISO = bounded_pattern(r"(?<![\d/-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_POINTS = bounded_pattern(
    r"(?<![\d.:,])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})(?:\.\s?(?P<year>20\d\d|\d\d(?!\d*[.:]\d))"
    r"|(?P<stop>\.)|(?![\d:]|\.\d))(?!\d)"
    r"(?!\s*(?:uhr|h\b|am\b|pm\b|a\.m|p\.m|ч\b|час|утра|дня|вечера|%|€|₽|руб|eur|km\b|км\b))",
    re.IGNORECASE,
)
_BEFORE_AN_HOUR = bounded_pattern(
    r"(?<!\w)(?:um|at|@|в|к|с|со|до|по|ab|gegen|from|till|until|bis|около|после|nach|vor)\s+$", re.IGNORECASE
)
_SLASHES = bounded_pattern(
    r"(?<![\w/.,-])(?P<first>\d{1,2})/(?P<second>\d{1,2})(?:/(?P<year>20\d\d|\d\d))?(?![\w/]|\s*(?:stars|hours?|of)\b)"
)
_DAY_AND_MONTH = bounded_pattern(
    rf"(?<![\d.:])(?P<days>\d{{1,2}}{_ORDINAL}(?:\s*(?:,|/|-|–|—|&|or|and|oder|und|bis|to|или|и)\s*(?:(?:on|the"
    rf"|am|den)\s+)*\d{{1,2}}{_ORDINAL}){{0,6}})"
    rf"\s*(?:of\s+|day\s+of\s+)?(?P<month>{MONTH})\.?{_YEAR}",
    re.IGNORECASE,
)
_MONTH_AND_DAY = bounded_pattern(
    rf"(?<![^\W\d_])(?P<month>{MONTH})\.?\s+(?:the\s+)?(?P<days>\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:,|/|-|–|&|or"
    rf"|and)\s*(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?){{0,6}})"
    rf"(?!\d|:\d|\s*(?:[ap]\.?m|o.clock))(?:,?\s+(?P<year>20\d\d)(?!\d))?",
    re.IGNORECASE,
)
_DAY_ONLY = bounded_pattern(
    r"(?<!\w)(?:the\s+(?P<en>\d{1,2})(?:st|nd|rd|th)\b|(?:am|den|dem|der|vom|zum)\s+(?P<de>\d{1,2})\.(?!\s?\d)"
    r"|(?P<ru>\d{1,2})-?го)(?!\w)"
    r"(?!\s*(?:floor|round|interview|stage|candidate|time|person|step|of|etage|stock|runde|gespräch|этаж|тур"
    r"|раунд|этап|раз|час)\w*)"
    rf"(?!\s*{MONTH}|\s*(?:oder|und|bis|or|and|to|или|и|-|–|,)\s*\d{{1,2}}(?:\.|st|nd|rd|th|-?го)?\s)",
    re.IGNORECASE,
)
_NUMBER = bounded_pattern(r"\d{1,2}")
_LIST = bounded_pattern(r"\d\s*(?:st|nd|rd|th|\.|-?го)?\s*(?:,|/|&|or|and|oder|und|или|и|-|–|—|bis|to)", re.IGNORECASE)
_RANGE = bounded_pattern(r"-|–|—|bis|to")


class Writing(Struct, frozen=True):
    """When and how a text was written: ``today`` where it was sent, and whether months stand before days there.

    ``is_order_doubtful``: sender and owner may be used to different orders.
    """

    today: date
    is_month_first: bool = False
    is_order_doubtful: bool = False


def calendar_days(text: str, writing: Writing) -> Iterator[DayMention]:
    """The days that are named by a number in a month, one form of writing after the other."""
    for pattern, read in _FORMS:
        for found in pattern.finditer(text):
            if mention := read(found, writing):
                yield mention


def _iso(found: re.Match[str], writing: Writing) -> DayMention:
    return _mention(found, writing, [(int(found["day"]), int(found["month"]))])


def _points(found: re.Match[str], writing: Writing) -> DayMention | None:
    """25.08., 25.8.2026, «25.08»; without a full stop or a year two numbers may be an hour: "15.00", «до 15.30»."""
    day, month = int(found["day"]), int(found["month"])
    if not found["stop"] and not found["year"]:
        is_padded = len(found["month"]) == len("08")
        if not is_padded or _BEFORE_AN_HOUR.search(found.string, max(0, found.start() - 10), found.start()):
            return None
    is_number = NO_TIME_BEFORE.search(found.string, max(0, found.start() - 12), found.start())
    if not 1 <= month <= _MONTHS_IN_A_YEAR or not day or is_number:
        return None
    return _mention(found, writing, [(day, month)])


def _slashes(found: re.Match[str], writing: Writing) -> DayMention | None:
    first, second = int(found["first"]), int(found["second"])
    readings = [(day, month) for day, month in ((first, second), (second, first)) if _is_possible(day, month)]
    if not readings:
        return None
    if len(readings) == 1 or first == second:
        return _mention(found, writing, readings[:1])
    if writing.is_order_doubtful:
        return DayMention(_span(found), doubt=day_mention.DAY_OR_MONTH)
    return _mention(found, writing, [readings[writing.is_month_first]])


def _with_a_month(found: re.Match[str], writing: Writing) -> DayMention | None:
    month = MONTHS[found["month"].lower().rstrip(".")]
    numbers = [int(number) for number in _NUMBER.findall(found["days"])]
    if len(numbers) == 2 and _RANGE.search(found["days"]) and 1 < numbers[1] - numbers[0] <= _FEW_DAYS:  # noqa: PLR2004 - from, to
        numbers = list(range(numbers[0], numbers[1] + 1))
    return _mention(found, writing, [(number, month) for number in numbers if number])


def _day_only(found: re.Match[str], writing: Writing) -> DayMention | None:
    """ "the 25th": the next such day, in this month or in the one after."""
    number = int(found["en"] or found["de"] or found["ru"])
    this_month = writing.today.replace(day=1)
    next_month = (this_month + timedelta(days=31)).replace(day=1)
    days = [_day(month.year, month.month, number) for month in (this_month, next_month)]
    day = next((day for day in days if day and day >= writing.today), None)
    return DayMention(_span(found), (day,)) if day else None


def _mention(found: re.Match[str], writing: Writing, days_and_months: list[tuple[int, int]]) -> DayMention:
    year = found["year"]
    days = [_dated(day, month, year, writing.today) for day, month in days_and_months]
    known = tuple(day for day in days if day)
    return DayMention(_span(found), known, None if known else day_mention.NO_SUCH_DAY)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    """The day in the year that is named, or else in the one in which it is nearest: more often ahead than past."""
    if year:
        return _day(int(year) + (_CENTURY if len(year) == len("26") else 0), month, day)
    for number in (today.year, today.year + 1, today.year - 1):
        found = _day(number, month, day)
        if found and -_LONG_PAST <= found - today <= _FAR_AHEAD:
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_possible(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= _MONTHS_IN_A_YEAR  # noqa: PLR2004 - the longest month


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end())


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Writing], DayMention | None]], ...] = (
    (_ISO, _iso),
    (_DAY_AND_MONTH, _with_a_month),
    (_MONTH_AND_DAY, _with_a_month),
    (_POINTS, _points),
    (_SLASHES, _slashes),
    (_DAY_ONLY, _day_only),
)
