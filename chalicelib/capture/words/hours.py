"""The hours that a text names: "15.00 Uhr", "3 pm", "halb drei", «без четверти пять», "10:00 to 11:30", "noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from itertools import chain

from msgspec import Struct

from chalicelib.capture.words import hour_patterns as written
from chalicelib.capture.words.hour_words import NUMBERS, ORDINALS
from chalicelib.capture.words.sentences import Span

_HALF_A_DAY, _HOURS, _MINUTES = 12, 24, 60
_FIRST_OF_WORK, _EARLIEST_SURE = 7, 8  # "at 6" is in the afternoon, "at 8" in the morning, "at 7" may be either
_LONGEST_TALK = 240  # minutes; what is longer, from one hour to another, is a time to choose from


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
    for found in written.AT_NOON.finditer(text):
        yield HourMention(Span(found.start(), found.end()), time(_HALF_A_DAY), is_open=_is_open(text, found.start()))
    for pattern, minutes in written.SAID:
        for found in pattern.finditer(text):
            yield _said(text, found, minutes)
    for found in chain(written.FROM_TO.finditer(text), written.RANGE.finditer(text)):
        if _may_be_hour(text, found) and (mention := _numbers(text, found)):
            yield mention
    for found in written.BARE.finditer(text):
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
        found["start"], "" if written.HALF_SAID.search(found["start"]) else _shared(found["start"], found["end"] + part)
    )
    if start is None or end is None:
        return None
    if start >= end and start.hour >= _HALF_A_DAY and not written.HALF_SAID.search(found["start"]):
        start = start.replace(hour=start.hour - _HALF_A_DAY)  # 11-1pm
    mention = HourMention(Span(found.start(), found.end()), start, end if end > start else None)
    is_choice = (
        found.groupdict().get("choice")
        or (mention.minutes or 0) > _LONGEST_TALK
        or written.CHOICE.search(text, max(0, found.start() - 40), found.start())
    )
    is_open = bool(is_choice) or (
        _is_open(text, found.start()) and not written.FROM.search(text, max(0, found.start() - 8), found.start())
    )
    return HourMention(mention.span, start, mention.until, is_open)


def _single(text: str, found: re.Match[str], figures: str, part: str) -> HourMention | None:
    at, is_doubtful = _clock(figures, part)
    return (
        None
        if at is None
        else HourMention(Span(found.start(), found.end()), at, None, _is_open(text, found.start("only")), is_doubtful)
    )


def _shared(start: str, end: str) -> str:
    """What the end of a range says about its start: in "10-11am" both are in the morning."""
    return end if written.HALF_SAID.search(end) and not written.HALF_SAID.search(start) else ""


def _clock(figures: str, part: str) -> tuple[time | None, bool]:
    digits = written.DIGITS.match(figures.strip())
    if digits is None:
        return None, False
    hour, minute = int(digits[1]), int(digits[2] or 0)
    said = f"{figures} {part}"
    if hour >= _HOURS:
        return None, False
    is_padded = digits[1].startswith("0")
    if hour > _HALF_A_DAY or (is_padded and not written.HALF_SAID.search(said)):
        return time(hour, minute), False
    clock, is_doubtful = _half(hour, said)
    return time(clock, minute), is_doubtful


def _half(hour: int, said: str) -> tuple[int, bool]:
    """The hour of the day of one on the clock's face; whether it may as well be in the other half."""
    if written.IN_THE_AFTERNOON.search(said):
        return hour % _HALF_A_DAY + _HALF_A_DAY, False
    if written.IN_THE_MORNING.search(said):
        return hour % _HALF_A_DAY, False
    if hour < _FIRST_OF_WORK:
        return hour + _HALF_A_DAY, False
    return hour, hour < _EARLIEST_SURE


def _may_be_hour(text: str, found: re.Match[str]) -> bool:
    is_number = written.NO_TIME_BEFORE.search(text, max(0, found.start() - 12), found.start())
    return not is_number and not written.NO_HOUR_AFTER.match(text, found.end())


def _is_open(text: str, start: int) -> bool:
    return written.OPEN.search(text, max(0, start - 24), start) is not None
