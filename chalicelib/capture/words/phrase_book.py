"""What each sentence of a text says, by the phrases of all languages; which one it is written in need not be known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.passage import Passage
from chalicelib.capture.words.phrases_de import GERMAN
from chalicelib.capture.words.phrases_en import ENGLISH
from chalicelib.capture.words.phrases_ru import RUSSIAN
from chalicelib.capture.words.says import Says, compiled, pattern_of
from chalicelib.capture.words.sentences import Span

_TABLES = (ENGLISH, RUSSIAN, GERMAN)
_PATTERNS = compiled(_TABLES)
_DENIED = bounded_pattern("|".join(rf"{pattern_of(table[Says.DENIES])}\W*$" for table in _TABLES), re.IGNORECASE)
_DENIED_WITHIN = bounded_pattern(r"(?<!\w)(?:not|cannot|unable|nicht|keine?n?|не|\w{1,6}n['’]t)(?!\w)", re.IGNORECASE)
_POLITE = bounded_pattern(
    r"(?<!\w)(?:why\s+(?:don['’]t|not)|почему\s+бы\s+(?:нам\s+)?не|не\s+могли\s+бы|не\s+хотите|не\s+против"
    r"|warum\s+nicht|не\s+только|not\s+only"
    r"|не\s+забудьте|nicht\s+nur|don['’]t\s+forget|hesitate)",
    re.IGNORECASE,
)
_YOU = bounded_pattern(
    r"(?<!\w)(?:you|your|(?-i:Sie|Ihnen|Ihr(?:e|en|em|er)?)|dich|dir|dein(?:e|en|em)?|вас|вам|вами|тебя|тебе"
    r"|ваш\w*)(?!\w)",
    re.IGNORECASE,
)
_WINDOW = 36  # characters before a phrase in which it may be denied

_GUARDS = (Says.IF_CHOSEN, Says.IF_YOU_NEED, Says.OF_OTHERS, Says.OF_THE_WRITER, Says.REGRETS, Says.DENIES)
_OF_AN_INVITATION = {Says.INVITES, Says.MEETS, Says.NEXT_ROUND, Says.NAMES_INTERVIEW, Says.LATER_ROUND}
# What each guard takes from its sentence; who is away or was met says so under any condition.
_GUARDED = {
    Says.IF_CHOSEN: _OF_AN_INVITATION | {Says.OFFERS, Says.REFUSES},
    Says.IF_YOU_NEED: {Says.MOVES, Says.CANCELS, Says.MEETS},
    Says.OF_OTHERS: _OF_AN_INVITATION | {Says.OFFERS},
    Says.OF_THE_WRITER: _OF_AN_INVITATION | {Says.MOVES, Says.CANCELS, Says.WAITS, Says.IS_AWAY},
    Says.REGRETS: {Says.OFFERS},
}
_DENIABLE = {Says.INVITES, Says.OFFERS, Says.NEXT_ROUND}


class Statement(Struct, frozen=True):
    """One thing that is said: the phrase for it, and the sentence that it stands in."""

    says: Says
    phrase: Span
    sentence: Span


def statements_in(passage: Passage) -> tuple[Statement, ...]:
    """What the sentences of a text say, without what is only a condition, denied, or about others."""
    return tuple(one for sentence in passage.sentences() for one in _said(passage.said, sentence))


def is_addressed(text: str, sentence: Span) -> bool:
    """Whether a sentence speaks to the reader, as advertisements seldom do."""
    return _YOU.search(text, sentence.start, sentence.end) is not None


def _said(text: str, sentence: Span) -> Iterator[Statement]:
    guards = {guard for guard in _GUARDED if _PATTERNS[guard].search(text, sentence.start, sentence.end)}
    silenced = set().union(*(_GUARDED[guard] for guard in guards if guard in _GUARDED))
    for says, pattern in _PATTERNS.items():
        if says in silenced or says in _GUARDS:
            continue
        found = pattern.search(text, sentence.start, sentence.end)
        if found and not (says in _DENIABLE and _is_denied(text, sentence, found)):
            yield Statement(says, Span(found.start(), found.end()), sentence)


def _is_denied(text: str, sentence: Span, found: re.Match[str]) -> bool:
    start = max(sentence.start, found.start() - _WINDOW)
    if _POLITE.search(text, start, found.end()):
        return False
    before = text[start : found.start()]
    return _DENIED.search(before) is not None or _DENIED_WITHIN.search(found[0]) is not None
