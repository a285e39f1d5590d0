"""Days that are told roughly: "by the end of the week", "within ten days", «до конца месяца»."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import Struct

from chalicelib.capture.found import Doubt
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.sentences import Span
from chalicelib.playbook.step import translatable

ROUGHLY = Doubt("until", translatable("is told roughly: is it this day?"))
NO_EXACT_DAY = Doubt("until", translatable("is told without a day"))
_FRIDAY, _WEEK, _MOST_DAYS = 4, 7, 60
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "einer": 1, "eines": 1, "next": 1, "nächsten": 1, "": 1, "two": 2, "zwei": 2, "двух": 2,
    "three": 3, "drei": 3, "трёх": 3, "трех": 3, "four": 4, "vier": 4, "five": 5, "fünf": 5, "пяти": 5, "seven": 7,
    "семи": 7, "ten": 10, "zehn": 10, "десяти": 10, "couple": 2, "few": 0, "paar": 0, "нескольких": 0,
}  # fmt: skip
_COUNT = r"\d{1,2}|" + "|".join(sorted(filter(None, _NUMBERS), key=len, reverse=True))
_END_OF_WEEK = bounded_pattern(
    r"end\s+of\s+(?:the|this|(?P<en>next))\s+week|(?:ende|ablauf)\s+(?:der|dieser"
    r"|(?P<de>(?:der\s+)?(?:nächsten?|nächster|kommenden?|kommender)))\s+woche"
    r"|(?:до\s+)?конц[аеу]\s+(?:этой\s+|(?P<ru>следующей\s+))?недели",
    re.IGNORECASE,
)
_END_OF_MONTH = bounded_pattern(
    r"end\s+of\s+(?:the|this)\s+month|ende\s+(?:des|dieses)\s+monats|monatsende|конц[аеу]\s+(?:этого\s+)?месяца",
    re.IGNORECASE,
)
_WITHIN = bounded_pattern(
    rf"(?<!\w)(?:within|over|during|in|innerhalb|binnen|im\s+laufe|in\s+den|в\s+течение|через|до)\s+(?:(?:the"
    rf"|von|der|a|следующих|ближайших|nächsten"
    rf"|next)\s+)*(?P<count>{_COUNT})?\s*(?:of\s+)?(?P<working>(?:working|business|рабочих)\s+|werktag\w*"
    rf"|arbeitstag\w*)?"
    r"(?P<unit>days?|weeks?|tag\w{0,3}|wochen?|дн(?:я|ей)|недел[ьиюе])?(?!\w)",
    re.IGNORECASE,
)
_SOME_TIME = bounded_pattern(
    r"next\s+week|(?:nächste[rn]?|kommende[rn]?)\s+woche|(?:на\s+)?следующ(?:ей|ую)\s+недел[еюи]|next\s+month"
    r"|nächsten\s+monat|в\s+ближайшее\s+время|in\s+kürze|shortly|soon",
    re.IGNORECASE,
)


class VagueDay(Struct, frozen=True):
    """A day that is told roughly: None if it tells none, and where."""

    span: Span
    day: date | None
    doubt: Doubt | None


def vague_day_in(text: str, sentence: Span, today: date) -> VagueDay | None:
    """The first day that a sentence tells roughly, from ``today``, the day of writing."""
    where = (text, sentence.start, sentence.end)
    friday = today + timedelta(days=(_FRIDAY - today.weekday()) % _WEEK)
    if found := _END_OF_WEEK.search(*where):
        is_next = found["en"] or found["de"] or found["ru"]
        return VagueDay(_span(found), friday + timedelta(days=_WEEK) if is_next else friday, ROUGHLY)
    if found := _END_OF_MONTH.search(*where):
        next_month = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
        return VagueDay(_span(found), next_month - timedelta(days=1), ROUGHLY)
    for found in _WITHIN.finditer(*where):
        if found["unit"] or found["working"]:
            return _within(found, today)
    found = _SOME_TIME.search(*where)
    return VagueDay(_span(found), None, NO_EXACT_DAY) if found else None


def _within(found: re.Match[str], today: date) -> VagueDay:
    count = (found["count"] or "").lower()
    number = int(count) if count.isdecimal() else _NUMBERS[count]
    unit = (found["unit"] or "").lower()
    days = number * (_WEEK if unit.startswith(("week", "woche", "недел")) else 1)
    if not 0 < days <= _MOST_DAYS or found["working"]:
        return VagueDay(_span(found), None, NO_EXACT_DAY)
    return VagueDay(_span(found), today + timedelta(days=days), ROUGHLY)


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end())
