"""The hours that a text names: "15.00 Uhr", "3 pm", "halb drei", «без четверти пять», "10:00 to 11:30", "noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from itertools import chain

from msgspec import Struct

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.day_words import MONTH
from chalicelib.capture.words.hour_words import AFTERNOON, MORNING, NOON, NUMBERS, ORDINALS, SAID_HOURS
from chalicelib.capture.words.sentences import Span

_HALF_A_DAY, _HOURS, _MINUTES = 12, 24, 60
_FIRST_OF_WORK, _EARLIEST_SURE = 7, 8  # "at 6" is in the afternoon, "at 8" in the morning, "at 7" may be either
_LONGEST_TALK = 240  # minutes; what is longer, from one hour to another, is a time to choose from
_DIGITAL = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::00)?"
_HALF = r"(?:\s*(?:[ap]\.?\s?m\b\.?))"
_UNIT = r"(?:\s*(?:uhr(?:\s+[0-5]\d\b)?|h\b|ч\b\.?|час(?:ов|а)?\b))"
_TO = r"\s*(?:-|–|—|―|−|to|till|until|bis(?:\s+(?:gegen|ca\.))?|до)\s*"
_ONE = rf"(?:{_DIGITAL}{_HALF}?{_UNIT}?|(?:1[0-2]|[1-9]){_HALF}|(?:[01]?\d|2[0-3])(?:{_UNIT}|h[0-5]\d\b))"
_RANGE = bounded_pattern(
    rf"(?<![\d.:,/+–-])(?:(?P<start>{_ONE}|[01]?\d|2[0-3]){_TO}(?P<end>{_ONE})|(?P<only>{_ONE}))(?![\d:])"
    rf"(?P<part>\s+(?:{MORNING}|{AFTERNOON}))?",
    re.IGNORECASE,
)
_BARE = bounded_pattern(
    r"(?<!\w)(?:at|um|gegen|в|к|@)\s*(?P<only>(?:1\d|2[0-3]|\d))(?![\d:./°%-]|\.\d)"
    rf"(?P<part>\s+(?:{MORNING}|{AFTERNOON}))?"
    r"(?=\s*(?:[,.;!?)(]|$|on\b|tomorrow|today|sharp|am\s|по\s+\w+\s+времени|в\s+(?:понед|вторн|сред|четв|пятн"
    r"|офис)|завтра|сегодня|у\s|(?-i:[A-ZМ][A-ZСК]{1,3})\b|msk\b|мск\b))",
    re.IGNORECASE,
)
_FROM_TO = bounded_pattern(
    r"(?<!\w)(?:from|von|с|(?P<choice>between|zwischen|между))\s+(?P<start>[01]?\d|2[0-3]|" + _ONE + r")"
    r"\s*(?:-|–|—|to|till|until|bis|до|and|und|и)\s*(?P<end>" + _ONE + r"|[01]?\d|2[0-3])(?![\d:./])(?P<only>(?!))?"
    rf"(?P<part>\s+(?:{MORNING}|{AFTERNOON}))?(?!\s*(?:дн|недел|days?|weeks?|tage|woche|{MONTH}|%|тыс))",
    re.IGNORECASE,
)
_DIGITS = bounded_pattern(r"(\d{1,2})(?:(?:[:.h]|\s*uhr\s+)([0-5]\d))?", re.IGNORECASE)
_MORNING, _AFTERNOON = bounded_pattern(MORNING, re.IGNORECASE), bounded_pattern(AFTERNOON, re.IGNORECASE)
_HALF_SAID = bounded_pattern(r"[ap]\.?\s?m\b", re.IGNORECASE)
_NOON = bounded_pattern(rf"(?<!\w)(?:{NOON})(?!\w)", re.IGNORECASE)
_SAID = tuple(
    (bounded_pattern(rf"(?<!\w){words}(?!\w)(?P<part>\s+(?:{MORNING}|{AFTERNOON}))?", re.IGNORECASE), minutes)
    for words, minutes in SAID_HOURS
)
# "after 3", "any time before noon", "ab 14 Uhr", «до 18:00»: a time to choose from, or one that something ends at.
_OPEN = bounded_pattern(
    r"(?:\b(?:after|before|until|till|by|from|between|any\s*time|bis|ab|nach|vor|zwischen|spätestens|jederzeit"
    r"|после|до|с|между|не позднее|не раньше)"
    r"|before\s+or|not\s+later\s+than)\s+(?:um\s+|ca\.\s+)?$",
    re.IGNORECASE,
)
_FROM = bounded_pattern(r"\b(?:from|von|с)\s+$", re.IGNORECASE)
_CHOICE = bounded_pattern(
    r"\b(?:between|any\s*time(?:\s+(?:from|between))?|zwischen|между|jederzeit(?:\s+von)?"
    r"|(?:в\s+)?любое\s+время(?:\s+с)?|office hours|окошко)\W+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "7.30 EUR", "room 3.05", "v 2.10", "12.50 €", "9.5 hours": numbers that are no hours.
_NO_HOUR_BEFORE = bounded_pattern(
    r"(?:[€$£₽#№]\s?|\b(?:room|raum|zimmer|version|v|office|gate|no\.?|nr\.?|каб\w*\.?|офис|ауд\w*\.?"
    r"|комн\w*\.?|корп\w*\.?|стр|д|домофон|кв)\.?\s?)$",
    re.IGNORECASE,
)
_NO_HOUR_AFTER = bounded_pattern(
    r"\s?(?:[€$£₽%°]|eur\b|usd\b|rub\b|руб|тыс|млн|k\b|km\b|км\b|hours?\b|stunden?\b|(?:минут|мин"
    r"|min(?:ute[ns]?)?)\b|дн(?:я|ей)\b|days?\b|people|человек|этаж|floor|years?)",
    re.IGNORECASE,
)


class HourMention(Struct, frozen=True):
    """An hour that is named, and where.

    - ``until``: the hour at which it ends, if that is named
    - ``is_open``: not an hour at which something begins, but one before or after which it may
    - ``is_half_doubtful``: it may be in the morning or in the evening
    """

    span: Span
    at: time
    until: time | None = None
    is_open: bool = False
    is_half_doubtful: bool = False

    @property
    def minutes(self) -> int | None:
        """How long it lasts, if that is named."""
        if self.until is None:
            return None
        return (self.until.hour - self.at.hour) * _MINUTES + self.until.minute - self.at.minute


def hours_in(text: str) -> tuple[HourMention, ...]:
    """The hours of a text in their order; of those that overlap the longest."""
    kept: list[HourMention] = []
    for mention in sorted(_all(text), key=lambda one: (one.span.start, -one.span.end)):
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return tuple(kept)


def _all(text: str) -> Iterator[HourMention]:
    for found in _NOON.finditer(text):
        yield HourMention(Span(found.start(), found.end()), time(_HALF_A_DAY), is_open=_is_open(text, found.start()))
    for pattern, minutes in _SAID:
        for found in pattern.finditer(text):
            yield _said(text, found, minutes)
    for found in chain(_FROM_TO.finditer(text), _RANGE.finditer(text)):
        if _may_be_hour(text, found) and (mention := _numbers(text, found)):
            yield mention
    for found in _BARE.finditer(text):
        if mention := _single(text, found, found["only"], found["part"] or ""):
            yield mention


def _said(text: str, found: re.Match[str], minutes: int) -> HourMention:
    word = found["number"].lower()
    hour = int(word) if word.isdecimal() else NUMBERS.get(word) or ORDINALS[word]
    total = (hour * _MINUTES + minutes) % (_HALF_A_DAY * _MINUTES)
    clock, is_doubtful = _half(total // _MINUTES, found["part"] or "")
    span = Span(found.start(), found.end())
    return HourMention(span, time(clock, total % _MINUTES), None, _is_open(text, found.start()), is_doubtful)


def _numbers(text: str, found: re.Match[str]) -> HourMention | None:
    part = found["part"] or ""
    if found["only"]:
        return _single(text, found, found["only"], part)
    end, _ = _clock(found["end"], part)
    start, _ = _clock(
        found["start"], "" if _HALF_SAID.search(found["start"]) else _shared(found["start"], found["end"] + part)
    )
    if start is None or end is None:
        return None
    if start >= end and start.hour >= _HALF_A_DAY and not _HALF_SAID.search(found["start"]):
        start = start.replace(hour=start.hour - _HALF_A_DAY)  # 11-1pm
    mention = HourMention(Span(found.start(), found.end()), start, end if end > start else None)
    is_choice = (mention.minutes or 0) > _LONGEST_TALK or _CHOICE.search(
        text, max(0, found.start() - 40), found.start()
    )
    is_open = bool(is_choice) or (
        _is_open(text, found.start()) and not _FROM.search(text, max(0, found.start() - 8), found.start())
    )
    return HourMention(mention.span, start, mention.until, is_open)


def _single(text: str, found: re.Match[str], written: str, part: str) -> HourMention | None:  # type: ignore[return]
    at, is_doubtful = _clock(written, part)
    if at is not None:
        return HourMention(Span(found.start(), found.end()), at, None, _is_open(text, found.start("only")), is_doubtful)


def _shared(start: str, end: str) -> str:
    """What the end of a range says about its start: in "10-11am" both are in the morning."""
    return end if _HALF_SAID.search(end) and not _HALF_SAID.search(start) else ""


def _clock(written: str, part: str) -> tuple[time | None, bool]:
    digits = _DIGITS.match(written.strip())
    if digits is None:
        return None, False
    hour, minute = int(digits[1]), int(digits[2] or 0)
    said = f"{written} {part}"
    if hour >= _HOURS:
        return None, False
    is_padded = digits[1].startswith("0")
    if hour > _HALF_A_DAY or (is_padded and not _HALF_SAID.search(said)):
        return time(hour, minute), False
    clock, is_doubtful = _half(hour, said)
    return time(clock, minute), is_doubtful


def _half(hour: int, said: str) -> tuple[int, bool]:
    """The hour of the day of one on the clock's face; whether it may as well be in the other half."""
    if _AFTERNOON.search(said):
        return hour % _HALF_A_DAY + _HALF_A_DAY, False
    if _MORNING.search(said):
        return hour % _HALF_A_DAY, False
    if hour < _FIRST_OF_WORK:
        return hour + _HALF_A_DAY, False
    return hour, hour < _EARLIEST_SURE


def _may_be_hour(text: str, found: re.Match[str]) -> bool:
    is_number = _NO_HOUR_BEFORE.search(text, max(0, found.start() - 12), found.start())
    return not is_number and not _NO_HOUR_AFTER.match(text, found.end())


def _is_open(text: str, start: int) -> bool:
    return _OPEN.search(text, max(0, start - 24), start) is not None
