"""A passage with its days, hours and statements, each in its sentence: what the choice of a day is made from."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct

from chalicelib.capture.words.calendar_days import Writing
from chalicelib.capture.words.day_mention import DayMention
from chalicelib.capture.words.day_roles import DayRole, role_of
from chalicelib.capture.words.days import days_in
from chalicelib.capture.words.hours import HourMention, hours_in
from chalicelib.capture.words.passage import Passage
from chalicelib.capture.words.phrase_book import Statement
from chalicelib.capture.words.sentences import Span

_Mention = TypeVar("_Mention")


class DayInText(Struct, frozen=True):
    """A day with its role, and the number of its sentence."""

    mention: DayMention
    role: DayRole
    sentence: int


class HourInText(Struct, frozen=True):
    """An hour, and the number of its sentence."""

    mention: HourMention
    sentence: int


class DatedText(Struct, frozen=True):
    """All that a passage says of time, in its order."""

    passage: Passage
    sentences: tuple[Span, ...]
    statements: tuple[Statement, ...]
    days: tuple[DayInText, ...]
    hours: tuple[HourInText, ...]

    def days_of(self, role: DayRole) -> tuple[DayInText, ...]:
        """The days with this role."""
        return tuple(day for day in self.days if day.role is role)


def dated_text(passage: Passage, statements: tuple[Statement, ...], writing: Writing) -> DatedText:
    """The passage with all that it says of time."""
    sentences = passage.sentences()
    said: dict[Span, list[Statement]] = {}
    for statement in statements:
        said.setdefault(statement.sentence, []).append(statement)
    days = [
        DayInText(
            mention,
            role_of(passage.said, mention, sentences[number], said.get(sentences[number], ()), writing.today),
            number,
        )
        for mention, number in _placed([(day, day.span) for day in days_in(passage.said, writing)], sentences)
    ]
    taken = [day.mention.span for day in days]
    hours = [(hour, hour.span) for hour in hours_in(passage.said) if not _is_within(hour.span, taken)]
    return DatedText(
        passage,
        sentences,
        statements,
        tuple(days),
        tuple(HourInText(mention, number) for mention, number in _placed(hours, sentences)),
    )


def _placed(mentions: list[tuple[_Mention, Span]], sentences: tuple[Span, ...]) -> list[tuple[_Mention, int]]:
    """Each mention with the number of its sentence; both are in their order."""
    placed, number = [], 0
    for mention, span in mentions:
        while number + 1 < len(sentences) and sentences[number + 1].start <= span.start:
            number += 1
        placed.append((mention, number))
    return placed


def _is_within(span: Span, others: list[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)
