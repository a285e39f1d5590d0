"""Days named from the day of writing: "tomorrow", "next Tuesday", "Mittwoch nächster Woche", «послезавтра»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from chalicelib.capture.found import Doubt
from chalicelib.capture.words import day_mention
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.day_mention import DayMention
from chalicelib.capture.words.day_words import (
    COMING,
    LAST,
    LONG_WEEKDAY,
    MONTH,
    NEXT,
    NEXT_WEEK,
    RELATIVE_DAYS,
    SAME_WEEK,
    SHORT_WEEKDAYS,
    THIS_WEEK,
    WEEKDAY,
    WEEKDAYS,
    any_of,
)
from chalicelib.capture.words.sentences import Span

_WEEK = 7
_RELATIVE = bounded_pattern(
    rf"(?<!\w)(?<!-)(?:the\s+)?(?P<word>{any_of(RELATIVE_DAYS)}|завтрашн\w+|сегодняшн\w+|heutige\w?|morgige\w?)(?!\w)",
    re.IGNORECASE,
)
_ADJECTIVES = {"завтраш": 1, "сегодня": 0, "heutige": 0, "morgige": 1}
# "Guten Morgen", "am Morgen", "heute Morgen": morning, not tomorrow.
_GREETING = bounded_pattern(r"(?:guten|am|jeden|diesen|heute|in der|schönen|good)\s+$", re.IGNORECASE)
_SPAN_AHEAD = bounded_pattern(
    r"(?<!\w)(?:in|через)\s+(?P<count>a|an|one|two|three|\d{1,2}|einer?|einem|zwei|drei|vier|два|две|три|неделю|день)"
    r"(?:\s+(?P<unit>days?|weeks?|tagen?|wochen?|дня|дней|недел[июь]))?(?!\w)(?!\s+time\b)",
    re.IGNORECASE,
)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "ein": 1, "eine": 1, "einer": 1, "einem": 1, "two": 2, "zwei": 2, "два": 2, "две": 2,
    "three": 3, "drei": 3, "три": 3, "vier": 4,
}  # fmt: skip
_WEEKDAY = bounded_pattern(
    rf"(?<!\w)(?:(?P<before>{NEXT_WEEK}|{THIS_WEEK})\s+(?:on\s+|am\s+|в\s+|во\s+)?)?"
    rf"(?:(?P<modifier>{NEXT}|{COMING}|{LAST})\s+)?(?P<weekday>{WEEKDAY})(?P<stop>\.?)"
    rf"(?:,?\s+(?P<after>{NEXT_WEEK}|{THIS_WEEK}|{SAME_WEEK}|week\b|in\s+(?:a|einer)\s+(?:week|woche)"
    rf"|через\s+неделю))?",
    re.IGNORECASE,
)
_NEXT, _LAST = bounded_pattern(NEXT, re.IGNORECASE), bounded_pattern(LAST, re.IGNORECASE)
_THIS = bounded_pattern(r"this|diese[nrms]?|эт\w+", re.IGNORECASE)
_NEXT_WEEK, _THIS_WEEK = bounded_pattern(NEXT_WEEK, re.IGNORECASE), bounded_pattern(THIS_WEEK, re.IGNORECASE)
_SAME_WEEK = bounded_pattern(SAME_WEEK, re.IGNORECASE)
_LONG = bounded_pattern(LONG_WEEKDAY, re.IGNORECASE)
# Beside one of these a short form is a weekday, and not "so", "do", "sat", "am Mi".
_BESIDE_SHORT = bounded_pattern(
    rf"(?:[,.)]?\s*(?:the\s+|den\s+)?(?:\d|{MONTH}\.?\s+\d)|\s+(?:at|um|в|@)\s+\d|\s*\()", re.IGNORECASE
)
_BEFORE_SHORT = bounded_pattern(r"(?:\b(?:on|next|this|by|until|am|nächsten|diesen|в|во|на|до)\s+|\()$", re.IGNORECASE)
# "Mon-Fri", "Mo bis Fr", «пн-пт»: office hours.
_WEEKDAYS_IN_A_ROW = bounded_pattern(
    rf"(?<!\w){WEEKDAY}\.?\s*(?:-|–|—|to|bis|till|through|по|до)\s*{WEEKDAY}", re.IGNORECASE
)


def relative_days(text: str, today: date) -> Iterator[DayMention]:
    """The days that are named from ``today``, the day of writing."""
    for found in _RELATIVE.finditer(text):
        is_morning = found["word"].lower() == "morgen" and _GREETING.search(
            text, max(0, found.start() - 12), found.start()
        )
        if not is_morning:
            yield DayMention(_span(found), (today + timedelta(days=_distance(found["word"])),))
    for found in _SPAN_AHEAD.finditer(text):
        if days := _days_ahead(found):
            yield DayMention(_span(found), (today + timedelta(days=days),))
    yield from _weekdays(text, today)


def _distance(word: str) -> int:
    lower = " ".join(word.lower().split())
    return RELATIVE_DAYS[lower] if lower in RELATIVE_DAYS else _ADJECTIVES[lower[:7]]


def _days_ahead(found: re.Match[str]) -> int:
    count, unit = found["count"].lower(), (found["unit"] or "").lower()
    if count in ("неделю", "день"):
        return 0 if unit else (_WEEK if count == "неделю" else 1)
    if not unit:
        return 0
    number = int(count) if count.isdecimal() else _COUNTS[count]
    return number * (_WEEK if unit.startswith(("week", "woche", "недел")) else 1)


def _weekdays(text: str, today: date) -> Iterator[DayMention]:
    rows = [_span(found) for found in _WEEKDAYS_IN_A_ROW.finditer(text)]
    row = 0
    for found in _WEEKDAY.finditer(text):
        while row < len(rows) and rows[row].end <= found.start():
            row += 1
        is_in_a_row = row < len(rows) and rows[row].start < found.end()
        if not is_in_a_row and _is_weekday(text, found):
            yield _weekday_mention(found, today)


def _is_weekday(text: str, found: re.Match[str]) -> bool:
    if found["weekday"].lower() not in SHORT_WEEKDAYS:
        return True
    is_told = found["modifier"] or found["before"] or _BESIDE_SHORT.match(text, found.end())
    return bool(is_told or _BEFORE_SHORT.search(text, max(0, found.start() - 12), found.start())) and not (
        found["weekday"].lower() in ("so", "do", "am", "mo", "sat", "sun") and found["weekday"].islower()
    )


def _weekday_mention(found: re.Match[str], today: date) -> DayMention:
    weekday, span = WEEKDAYS[found["weekday"].lower()], _span(found)
    week, modifier = found["before"] or found["after"] or "", found["modifier"] or ""
    coming = today + timedelta(days=(weekday - today.weekday()) % _WEEK or _WEEK)
    monday = today - timedelta(days=today.weekday())
    if _SAME_WEEK.fullmatch(week):
        return DayMention(span, doubt=day_mention.OF_AN_UNKNOWN_WEEK, weekday=weekday)
    if _NEXT_WEEK.fullmatch(week):
        return _only(span, monday + timedelta(days=_WEEK + weekday), weekday)
    if _THIS_WEEK.fullmatch(week):
        return _only(span, monday + timedelta(days=weekday), weekday)
    if week:
        return _only(span, coming + timedelta(days=_WEEK), weekday, day_mention.NEXT_WEEKDAY)
    if _LAST.fullmatch(modifier):
        return _only(span, coming - timedelta(days=_WEEK), weekday)
    if _NEXT.fullmatch(modifier):
        return _only(span, monday + timedelta(days=_WEEK + weekday), weekday, day_mention.NEXT_WEEKDAY)
    if weekday == today.weekday():
        return _only(span, today if _THIS.fullmatch(modifier) else coming, weekday, day_mention.OF_THE_SAME_WEEKDAY)
    return _only(span, coming, weekday)


def _only(span: Span, day: date, weekday: int, doubt: Doubt | None = None) -> DayMention:
    return DayMention(span, (day,), doubt, weekday, is_weekday_only=True)


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end())
