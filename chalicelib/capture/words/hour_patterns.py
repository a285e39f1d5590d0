"""How hours are written, by figures and by words, and what beside them makes an hour open, or no hour at all."""

from __future__ import annotations

import re

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.day_words import MONTH
from chalicelib.capture.words.hour_words import AFTERNOON, MORNING, NOON, SAID_HOURS

_DIGITAL = r"(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?::00)?|(?:[01]?\d|2[0-3])-(?:00|30|45)(?![\d-]))"
_HALF = r"(?:\s*[ap]\.?\s?m\b\.?|[ap]\b)"
_UNIT = r"(?:\s*(?:uhr(?:\s+[0-5]\d\b)?|h\b|ч\b\.?|час(?:ов|а)?\b))"
_TO = r"\s*(?:-|–|—|―|−|to|till|until|bis(?:\s+(?:gegen|ca\.))?|до)\s*"
_ONE = rf"(?:{_DIGITAL}{_HALF}?{_UNIT}?|(?:1[0-2]|[1-9]){_HALF}|(?:[01]?\d|2[0-3])(?:{_UNIT}|h[0-5]\d\b))"
RANGE = bounded_pattern(
    rf"(?<![\d.:,/+–-])(?:(?P<start>{_ONE}|[01]?\d|2[0-3]){_TO}(?P<end>{_ONE})|(?P<only>{_ONE}))(?![\d:])"
    rf"(?P<part>\s+(?:{MORNING}|{AFTERNOON}))?",
    re.IGNORECASE,
)
BARE = bounded_pattern(
    r"(?<!\w)(?:at|um|gegen|в|к|@)\s*(?P<only>(?:1\d|2[0-3]|\d))(?![\d:/°%-]|\.\d)"
    rf"(?P<part>\s+(?:{MORNING}|{AFTERNOON}))?"
    r"(?=\s*(?:[,.;!?)(]|$|on\b|tomorrow|today|sharp|(?:or|oder|или)\s+\d|am\s|по\s+\w+\s+времени|в\s+(?:понед|вторн|сред|четв|пятн"
    r"|офис)|завтра|сегодня|у\s|(?-i:[A-ZМ][A-ZСК]{1,3})\b|msk\b|мск\b))",
    re.IGNORECASE,
)
FROM_TO = bounded_pattern(
    r"(?<!\w)(?:from|von|с|(?P<choice>between|zwischen|между))\s+(?P<start>[01]?\d|2[0-3]|" + _ONE + r")"
    r"\s*(?:-|–|—|to|till|until|bis|до|and|und|и)\s*(?P<end>" + _ONE + r"|[01]?\d|2[0-3])(?![\d:/]|\.\d)(?P<only>(?!))?"
    rf"(?P<part>\s+(?:{MORNING}|{AFTERNOON}))?(?!\s*(?:дн|недел|days?|weeks?|tage|woche|{MONTH}|%|тыс))",
    re.IGNORECASE,
)
DIGITS = bounded_pattern(r"(\d{1,2})(?:(?:[:.h-]|\s*uhr\s+)([0-5]\d))?", re.IGNORECASE)
IN_THE_MORNING, IN_THE_AFTERNOON = bounded_pattern(MORNING, re.IGNORECASE), bounded_pattern(AFTERNOON, re.IGNORECASE)
HALF_SAID = bounded_pattern(r"[ap]\.?\s?m\b|(?<=\d)[ap]\b", re.IGNORECASE)
AT_NOON = bounded_pattern(rf"(?<!\w)(?:{NOON})(?!\w)", re.IGNORECASE)
SAID = tuple(
    (bounded_pattern(rf"(?<!\w){words}(?!\w)(?P<part>\s+(?:{MORNING}|{AFTERNOON}))?", re.IGNORECASE), minutes)
    for words, minutes in SAID_HOURS
)
# "after 3", "any time before noon", "ab 14 Uhr", «до 18:00»: a time to choose from, or one that something ends at.
OPEN = bounded_pattern(
    r"(?:\b(?:after|before|until|till|by|from|between|any\s*time|bis|ab|nach|vor|zwischen|spätestens|jederzeit"
    r"|после|до|с|между|не позднее|не раньше)"
    r"|before\s+or|not\s+later\s+than)\s+(?:um\s+|ca\.\s+)?$",
    re.IGNORECASE,
)
FROM = bounded_pattern(r"\b(?:from|von|с)\s+$", re.IGNORECASE)
CHOICE = bounded_pattern(
    r"\b(?:between|any\s*time(?:\s+(?:from|between))?|zwischen|между|jederzeit(?:\s+von)?"
    r"|(?:в\s+)?любое\s+время(?:\s+с)?|office hours|окошко)\W+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "7.30 EUR", "room 3.05", "v 2.10", "12.50 €", "9.5 hours": numbers that are no hours.
NO_TIME_BEFORE = bounded_pattern(
    r"(?:[€$£₽#№]\s?|\b(?:room|raum|zimmer|version|v|office|gate|no\.?|nr\.?|каб\w*\.?|офис|ауд\w*\.?"
    r"|комн\w*\.?|корп\w*\.?|стр|д|домофон|кв)\.?\s?)$",
    re.IGNORECASE,
)
NO_HOUR_AFTER = bounded_pattern(
    r"\s?(?:[€$£₽%°]|eur\b|usd\b|rub\b|руб|тыс|млн|k\b|km\b|км\b|hours?\b|stunden?\b|(?:минут|мин"
    r"|min(?:ute[ns]?)?)\b|дн(?:я|ей)\b|days?\b|people|человек|этаж|floor|years?)",
    re.IGNORECASE,
)
