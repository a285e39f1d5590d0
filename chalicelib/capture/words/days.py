"""The days that a text names, each once: a weekday beside a date belongs to it, and has to be right."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from chalicelib.capture.words import day_mention
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.calendar_days import Writing, calendar_days
from chalicelib.capture.words.day_mention import DayMention
from chalicelib.capture.words.relative_days import relative_days
from chalicelib.capture.words.sentences import Span

# Between a weekday and its date: "Tuesday, the 25th", "Dienstag, den 25.08.", «вторник (25 августа», "morgen (Di".
_BEFORE_ITS_DATE = bounded_pattern(r"[,.]?\s*(?:[(–—-]\s*)?(?:(?:the|den|dem|der|am|on|день)\s+)?")
_AFTER_ITS_DATE = bounded_pattern(r"\s*[(,]\s*(?:an?\s+|ein\s+)?|\s+\(?")
_LONGEST_GAP = 12


def days_in(text: str, writing: Writing) -> tuple[DayMention, ...]:
    """The days of a text in their order."""
    mentions = _longest([*calendar_days(text, writing), *relative_days(text, writing.today)])
    return tuple(_joined(text, mentions))


def _longest(mentions: list[DayMention]) -> list[DayMention]:
    """The mentions in their order; of those that overlap the one that begins first, and of those the longest."""
    kept: list[DayMention] = []
    for mention in sorted(mentions, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return kept


def _joined(text: str, mentions: list[DayMention]) -> Iterator[DayMention]:
    at = 0
    while at < len(mentions):
        first = mentions[at]
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        if following and _belong_together(text, first, following, mentions[at + 2] if at + 2 < len(mentions) else None):
            yield _join(first, following)
            at += 2
        else:
            yield first
            at += 1


def _belong_together(text: str, first: DayMention, second: DayMention, third: DayMention | None) -> bool:
    if second.span.start - first.span.end > _LONGEST_GAP:
        return False
    gap = text[first.span.end : second.span.start]
    if first.is_weekday_only and not second.is_weekday_only:
        return _BEFORE_ITS_DATE.fullmatch(gap) is not None
    if second.is_weekday_only and not first.is_weekday_only:
        begins_another = third is not None and _belong_together(text, second, third, None) and "(" not in gap
        return _AFTER_ITS_DATE.fullmatch(gap) is not None and not begins_another
    is_told_twice = not first.is_weekday_only and first.days == second.days
    return is_told_twice and _BEFORE_ITS_DATE.fullmatch(gap) is not None


def _join(first: DayMention, second: DayMention) -> DayMention:
    dated, named = (second, first) if first.is_weekday_only else (first, second)
    joined = replace(dated, span=Span(first.span.start, second.span.end), weekday=named.weekday)
    if named.weekday is None or not dated.days:
        return joined
    fitting = tuple(day for day in dated.days if day.weekday() == named.weekday)
    if len(dated.days) > 1:
        return joined
    return replace(joined, days=fitting, doubt=None if fitting else day_mention.CONTRADICTION)
