"""How long an interview takes: "45 minutes", "about an hour", «полтора часа», "anderthalb Stunden"."""

from __future__ import annotations

import re

from msgspec import Struct

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.sentences import Span

_LONGEST, _SHORTEST = 480, 5  # minutes
_WORDS = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50,
    "sixty": 60, "ninety": 90, "fünf": 5, "zehn": 10, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "vierzig": 40,
    "fünfundvierzig": 45, "fünfzig": 50, "sechzig": 60, "neunzig": 90,
    "пять": 5, "десять": 10, "пятнадцать": 15, "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50,
}  # fmt: skip
_MINUTES = bounded_pattern(
    r"(?<![\w.,])(?:\d{1,3}\s*(?:-|–|—|to|bis|до)\s*)?(?P<number>\d{1,3}|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")"
    r"(?:[\s-]*)(?P<unit>minut\w*|min\b\.?|минут\w*|мин\b\.?|минутн\w+)",
    re.IGNORECASE,
)
_RANGE = bounded_pattern(r"\d\s*(?:-|–|—|to|bis|до)\s*\d")
_HOURS = bounded_pattern(
    r"(?<![\w.,])(?:(?P<half_more>an\s+hour\s+and\s+a\s+half|one\s+and\s+a\s+half\s+hours?"
    r"|anderthalb\s+stunden|eineinhalb\s+stunden|полтора\s+часа)"
    r"|(?P<half>half\s+an\s+hour|half-?\s?hour|eine\s+halbe\s+stunde|halbstündig\w*|полчаса|получасов\w+)"
    r"|(?P<quarters>three\s+quarters\s+of\s+an\s+hour|eine\s+dreiviertelstunde)"
    r"|(?P<one>an\s+hour|one\s+hour|1\s+hour|one-hour|1-hour|hour-long|hour\s+long|eine\s+stunde|1\s+stunde"
    r"|einstündig\w*|1\s+час|один\s+час|(?:около|примерно|на|не\s+более|порядка)\s+час[а]?"
    r"|часов\w+\s+(?:встреч|созвон|интервью|собеседован)\w*|час(?=\s*[,.!)]))"
    r"|(?P<number>\d(?:[.,]5)?|two|zwei|два)[\s-]*(?:hours?|stunden|h\b|час(?:а|ов)?))(?!\w)",
    re.IGNORECASE,
)
_TAKES = bounded_pattern(
    r"(?<!\w)(?:tak(?:e|es|ing)|last(?:s|ing)?|allow|allocat\w+|plan|block|set\s+aside|schedul\w+|duration"
    r"|length|for\s+(?:about|around|approximately|approx)|about|around|approximately|approx\.?|roughly|up\s+to"
    r"|dauer\w*|dauert|planen|rund|etwa|ca\.?|ungefähr|circa|zeit|einplanen|займ\w+|длит\w+|продл\w+"
    r"|продолж\w+|займет|рассчит\w+|заложите|потребуется|около|примерно|порядка|минут\s+на|call|interview|chat"
    r"|conversation|meeting|gespräch|termin|созвон|встреча|интервью|собеседование|разговор)\W+(?:\S+\s+){0,4}$",
    re.IGNORECASE,
)
_TALK = bounded_pattern(
    r"(?:s|ig\w*|n\w{1,4})?[\s,-]+(?:\w+\s+){0,2}(?:call|interview|chat|conversation|meeting|talk|video|phone"
    r"|zoom|teams|session|slot|gespräch\w*|telefonat\w*|termin\w*|созвон\w*|встреч\w*|интервью|собеседовани\w*"
    r"|разговор\w*|звон\w+)"
    r"|(?:s|\.)?\s*(?:long|dauern|lang|einplanen|\)|$)",
    re.IGNORECASE,
)
# "ten minutes before", "15 minutes' walk", «в 15 минутах от метро», "within 30 minutes": no length of a talk.
_NOT_ITS_LENGTH = bounded_pattern(
    r"\w*\W{1,3}(?:early|earlier|before|beforehand|prior|in\s+advance|walk|from|away|late|later|drive|vorher"
    r"|früher|vor\b|zu\s+fuß|entfernt|fußweg|eher|раньше|заранее|до\b|пешком|от\b|езды|ходьбы|опозда\w+|ago"
    r"|notice)",
    re.IGNORECASE,
)
_NOT_BEFORE = bounded_pattern(
    r"(?<!\w)(?:within|every|in|innerhalb|alle|binnen|за|через|в|каждые|vor|spätestens)\s+$", re.IGNORECASE
)


class Duration(Struct, frozen=True):
    """How long it takes, in minutes, and where that is said; ``is_range``: from … to …, of which it is the longer."""

    span: Span
    minutes: int
    is_range: bool = False


def duration_in(text: str, sentence: Span) -> Duration | None:
    """The length of a talk that a sentence tells."""
    for pattern in (_MINUTES, _HOURS):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            minutes = _minutes(found) if pattern is _MINUTES else _of_hours(found)
            if _SHORTEST <= minutes <= _LONGEST and _is_length(text, found, sentence):
                return Duration(Span(found.start(), found.end()), minutes, _RANGE.match(found[0]) is not None)
    return None


def _is_length(text: str, found: re.Match[str], sentence: Span) -> bool:
    before = text[max(sentence.start, found.start() - 60) : found.start()]
    if _NOT_ITS_LENGTH.match(text, found.end()) or _NOT_BEFORE.search(before):
        return False
    return bool(_TAKES.search(before) or before.endswith("(") or _TALK.match(text, found.end()))


def _minutes(found: re.Match[str]) -> int:
    word = found["number"].lower()
    return int(word) if word.isdecimal() else _WORDS[word]


def _of_hours(found: re.Match[str]) -> int:
    if found["number"]:
        word = found["number"].lower().replace(",", ".")
        return round(60 * (float(word) if word[0].isdecimal() else 2))
    named = {"half_more": 90, "half": 30, "quarters": 45, "one": 60}
    return next(minutes for name, minutes in named.items() if found[name])
