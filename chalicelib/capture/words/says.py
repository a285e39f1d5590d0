"""What a sentence of a message can say, and how the tables of phrases are written."""

from __future__ import annotations

import re
from enum import Enum, auto

from chalicelib.capture.words.bounded import bounded_pattern


class Says(Enum):
    """What a phrase says. The tables of the languages have the phrases of each."""

    INVITES = auto()  # to an interview, which the phrase names
    MEETS = auto()  # there is an appointment, or will be; an interview only if the text names one
    NAMES_INTERVIEW = auto()  # the word alone
    NEXT_ROUND = auto()  # they go on with the reader
    LATER_ROUND = auto()  # another conversation, which may be the reader's or others'
    MOVES = auto()
    CANCELS = auto()
    REFUSES = auto()
    REGRETS = auto()  # politely, whatever follows
    OFFERS = auto()
    WAITS = auto()
    MET_BEFORE = auto()  # there was an interview already
    APPLICATION_ARRIVED = auto()
    ADVERTISES = auto()
    UNDELIVERED = auto()
    ANSWERED_CALENDAR = auto()  # somebody accepted or declined an entry
    IS_AWAY = auto()

    # What takes from a sentence what its phrases would say.
    IF_CHOSEN = auto()  # "if your profile fits"
    IF_YOU_NEED = auto()  # "should you have to move it"
    OF_OTHERS = auto()  # of other people, or of what might have been
    OF_THE_WRITER = auto()  # their own interview
    DENIES = auto()  # right before a phrase: "we cannot …"


Phrases = dict[Says, str]

_LONGEST_GAP = 70  # characters that may stand where a phrase has "…"


def pattern_of(phrases: str) -> str:
    """The pattern of a table: one phrase a line, with alternatives in brackets.

    A space is any white space, ``…`` some words of the same sentence, ``*`` the end of a word however it is inflected;
    ``ё`` is also written "е", an umlaut with "e", an apostrophe in any form.
    """
    lines = [line.strip() for line in phrases.strip().splitlines()]
    return rf"(?<!\w)(?:{'|'.join(map(_phrase, lines))})(?!\w)"


def _phrase(line: str) -> str:
    for written, means in _NOTATION:
        line = line.replace(written, means)
    return line


_SPACE = r"[,:)»\"]{0,2}\s{1,12}"  # with limits, so that reading never takes the square of a length
_NOTATION = (
    ("*", r"\w*"),
    ("('", r"(\w{0,5}'"),
    ("|'", r"|\w{0,5}'"),
    ("n't", r"\w{0,6}n't"),
    (r"\S+", r"\S{1,30}"),
    (" … ", rf"(?:\s[^.!?]{{0,{_LONGEST_GAP}}}?)?{_SPACE}"),
    (" ", _SPACE),
    ("ё", "[её]"),
    ("ä", "(?:ä|ae)"), ("ö", "(?:ö|oe)"), ("ü", "(?:ü|ue)"), ("ß", "(?:ß|ss)"),
    ("'", "['’`´]"),
)  # fmt: skip


def compiled(tables: tuple[Phrases, ...]) -> dict[Says, re.Pattern[str]]:
    """Each thing to say with the pattern of its phrases in all tables."""
    return {
        says: bounded_pattern("|".join(pattern_of(table[says]) for table in tables if says in table), re.IGNORECASE)
        for says in Says
    }
