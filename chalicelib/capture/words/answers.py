"""Until when: the day to answer an offer by, or the one to which they ask to wait."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.capture.found import Doubt, Found
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.dated_text import DatedText, DayInText
from chalicelib.capture.words.day_roles import DayRole
from chalicelib.capture.words.says import Says
from chalicelib.capture.words.vague_days import ROUGHLY, vague_day_in
from chalicelib.playbook.event import Result
from chalicelib.playbook.step import translatable

UNTIL = "until"
SEVERAL_DEADLINES = Doubt(UNTIL, translatable("is told in several ways"))
_ANSWER_WORDS = bounded_pattern(
    r"(?i)(?<!\w)(?:decision|decide|answer|reply|respond|let (?:us|me) know|accept|sign|confirm|hear from you"
    r"|get back|rückmeldung|antwort|entscheidung|unterschr\w+|unterzeichn\w+|bestätig\w+|zusage|bescheid"
    r"|gültig|valid|expires?|ответ\w*|решени\w+|подтверд\w+|подпи\w+|сообщ\w+|дайте знать|действу\w+"
    r"|определ\w+)"
)
_MOST_WAITED = 120  # days ahead; a later day is none that one waits for


class Until(Struct, frozen=True):
    """The day, with its quote; and what has to be asked about it."""

    found: Found | None = None
    doubts: tuple[Doubt, ...] = ()


def until_in(text: DatedText, result: Result | None, today: date) -> Until:
    """The day that goes with an answer; none for one that needs none."""
    if result is Result.OFFER:
        return _deadline(text, [day for day in text.days if day.role is DayRole.DEADLINE], today)
    if result is Result.TOLD_TO_WAIT:
        days = _in_waiting_sentences(text, (DayRole.DEADLINE, DayRole.ANSWER, DayRole.APPOINTMENT)) or text.days_of(
            DayRole.DEADLINE
        )
        return _last(text, days, today) or _vague(text, today) or _named(text, today)
    return Until()


def _deadline(text: DatedText, days: list[DayInText], today: date) -> Until:
    """The day by which an offer has to be answered: where several things are due, the one that speaks of the answer."""
    asked = [day for day in days if _ANSWER_WORDS.search(_sentence(text, day))] or days
    named = {day.mention.day for day in asked if day.mention.day}
    if len(named) > 1:
        return Until(None, (SEVERAL_DEADLINES,))
    return _last(text, asked, today) or _vague(text, today) or Until()


def _in_waiting_sentences(text: DatedText, roles: Iterable[DayRole]) -> tuple[DayInText, ...]:
    waiting = {one.sentence for one in text.statements if one.says in (Says.WAITS, Says.IS_AWAY)}
    roles = tuple(roles)
    return tuple(day for day in text.days if day.role in roles and text.sentences[day.sentence] in waiting)


def _last(text: DatedText, days: Iterable[DayInText], today: date) -> Until | None:
    """The last of the days: whoever names two asks to wait until the later one."""
    known = [day for day in days if day.mention.day and 0 <= (day.mention.day - today).days <= _MOST_WAITED]
    if not known:
        return None
    last = max(known, key=lambda day: (day.mention.day or today, -day.mention.span.start))
    doubt = last.mention.doubt
    found = Found(last.mention.day, text.passage.quote(last.mention.span))
    return Until(found, (replace(doubt, field=UNTIL),) if doubt else ())


def _vague(text: DatedText, today: date) -> Until | None:
    for sentence in text.sentences:
        if vague := vague_day_in(text.passage.said, sentence, today):
            found = Found(vague.day, text.passage.quote(vague.span)) if vague.day else None
            return Until(found, (vague.doubt,) if vague.doubt else ())
    return None


def _named(text: DatedText, today: date) -> Until:
    """ "I will ring you on the 1st": a day to come that is named for nothing else."""
    last = _last(text, text.days_of(DayRole.APPOINTMENT), today)
    return Until(last.found, (ROUGHLY,)) if last else Until()


def _sentence(text: DatedText, day: DayInText) -> str:
    span = text.sentences[day.sentence]
    return text.passage.said[span.start : span.end]
