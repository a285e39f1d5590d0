"""Where sentences begin and end, in prose with wrapped lines, in lists and in tables."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.day_words import MONTH
from chalicelib.drafts.word_lists import words

_WRAPPED = 50  # characters; a shorter line ends where its writer ended it
_BREAK = bounded_pattern(r"\n[^\S\n]*(?:\n\s*)+|\n|[.!?…][)\"'»”“’]{0,3}\s|;\s|\)\s")
_LAST_WORD = bounded_pattern(r"([^\s(«„\"“]+)$")
_NEW_LINE = bounded_pattern(r"\s*(?:[-–—•*·▪◦]\s|\d{1,2}[.)]\s(?!\s*" + MONTH + r")|[^\W\d_][^\n:.!?]{1,30}:\s)")
_SMALL_LETTER = bounded_pattern(r"\s*[\"'«„“(]*[a-zäöüßа-яё]")
_DAY_NUMBER = bounded_pattern(r"\d{1,2}\.?")
_ABBREVIATIONS = words(
    """
    dr mr mrs ms prof st no approx ext inc ltd co corp dept e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct
    nov dec mon tue tues wed thu thur thurs fri sat sun
    ca bzw str hr fr tel z.b u.a d.h inkl ggf evtl mo di mi do sa so okt dez nr dipl bzgl
    ул д г стр корп к кв оф пр просп пер наб пл тел доб моб раб им т.е т.к т.д т.п и.о янв февр фев апр авг сент сен
    окт нояб ноя дек пн вт ср чт пт сб вс ч мин руб эт каб обл р-н м
    """
)


class Span(Struct, frozen=True):
    """A piece of a text, from the character ``start`` to the one before ``end``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether both have a character in common."""
        return self.start < other.end and other.start < self.end

    def moved_by(self, characters: int) -> Span:
        """The same piece, further behind."""
        return Span(self.start + characters, self.end + characters)


@lru_cache(maxsize=4)
def sentences_of(text: str) -> tuple[Span, ...]:
    """The sentences of a text in their order, without the spaces around them."""
    spans, start = [], 0
    for found in _BREAK.finditer(text):
        if _is_end(text, start, found):
            spans.append(_trimmed(text, start, found.end()))
            start = found.end()
    spans.append(_trimmed(text, start, len(text)))
    return tuple(span for span in spans if span.start < span.end)


def _is_end(text: str, start: int, found: re.Match[str]) -> bool:
    sign, after = found[0], found.end()
    if sign.count("\n") > 1 or sign[0] in "!?…;":
        return True
    if sign[0] == ")":  # at the end of a joke, not of a remark in brackets
        return text.find("(", start, found.start()) < 0 and not _SMALL_LETTER.match(text, after)
    if sign[0] == ".":
        return _is_full_stop(text, start, found)
    line_start = text.rfind("\n", 0, found.start()) + 1
    if _NEW_LINE.match(text, after):
        return True
    is_short = found.start() - max(line_start, start) < _WRAPPED
    return is_short and not _SMALL_LETTER.match(text, after)


def _is_full_stop(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the full stop ends a sentence, and no abbreviation, initial or ordinal number ("25. August")."""
    before = _LAST_WORD.search(text, max(start, found.start() - 30), found.start())
    word = before[1].lower() if before else ""
    if "\n" in found[0] and not _SMALL_LETTER.match(text, found.end()):
        return True
    if _DAY_NUMBER.fullmatch(word):
        return not re.compile(rf"\s*(?:{MONTH}|\d)", re.IGNORECASE).match(text, found.end() - 1)
    is_initial = len(word) == 1 and word.isalpha() and word not in "яa"
    return not (is_initial or word in _ABBREVIATIONS or _SMALL_LETTER.match(text, found.end()))


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
