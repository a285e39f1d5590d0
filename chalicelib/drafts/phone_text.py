"""A phone field as people fill it: one number or several, labels before them, extensions and remarks behind. See
``phone_text``.

The text is kept as it was given; this says which number of it is dialled, the first one. Where a dash may end that
number, ``number_ends`` decides.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from chalicelib.patterns import lazy_pattern

FEWEST_DIGITS, MOST_DIGITS = 3, 15
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_LABEL = (
    r"(?:tel(?:efon|ephone)?|phone|fon|mob(?:ile?|il)?|cell|handy|work|home|office|main|direct|direkt|b(?:ü|ue)ro|"
    r"zentrale|privat|dienstlich|gesch(?:ä|ae)ftlich|whatsapp|telegram|viber|signal|fax|"
    r"телефон|тел|т|моб(?:ильный)?|сот(?:овый)?|раб(?:очий)?|дом(?:ашний)?|гор(?:одской)?|офис|факс)(?![^\W_])[.: ]*"
)
_FAX = ("fax", "факс")
_EXTENSION = (
    r"(?:;ext=|(?:ext(?:ension|n)?|x|доб(?:авочный)?|вн(?:утр(?:енний)?)?|durchwahl|dw|nst|nebenstelle|poste|int(?:erno?)?)"
    r"(?![^\W\d_])[.: ]*|#|,{2,3}|p)"
)
_HOUR = r"[0-9]{1,2}(?:[:.h][0-9]{2})?(?: ?[ap]\.?m\b\.?)?"
_WEEKDAY = (
    r"(?:mon?|tue?|wed|thu?|fri?|sat?|sun?|mi|do|so|daily|weekdays|täglich|werktags|пн|вт|ср|чт|пт|сб|вс|будни)\b\.?"
)
_UNTIL = r" ?(?:-|to|till|until|bis|до) ?"
_WEEKDAYS = rf"{_WEEKDAY}(?:{_UNTIL}{_WEEKDAY})?[:,]? ?"
# Hours are told from numbers by the days before them, by the word that begins them, or by the one behind.
_HOURS = lazy_pattern(
    rf"[ ,;]+(?:{_WEEKDAYS}(?:{_HOUR}{_UNTIL}{_HOUR}(?: ?(?:uhr|h|ч)\b\.?)?)?"
    rf"|(?:from|von|ab|after|nach|с|от|после) {_HOUR}(?:{_UNTIL}{_HOUR})?(?: ?(?:uhr|h|ч)\b\.?)?"
    rf"|{_HOUR}{_UNTIL}{_HOUR} ?(?:uhr|h|ч|o.clock)\b\.?"
    rf"|[0-9]{{1,2}}(?:[:h][0-9]{{2}}| ?[ap]\.?m\b\.?)?{_UNTIL}[0-9]{{1,2}}(?:[:h][0-9]{{2}}| ?[ap]\.?m\b\.?))"
    r"(?=$|[ ,;)])",
    re.IGNORECASE,
)
_BRACKETS = r" ?\(([^()]*)\)"
_ONE = lazy_pattern(
    rf"(?P<label>[mt][.:] ?|{_LABEL})?(?P<number>\(?\+?\(?[0-9](?:[0-9 ()./\\-]*[0-9)])?)"
    rf"(?: ?[,-]? ?{_EXTENSION} ?(?P<extension>[0-9]{{1,8}})#?)?(?: ?-? ?{_LABEL}(?= ?(?:[,;]|$)))?",
    re.IGNORECASE,
)
_BETWEEN = lazy_pattern(
    rf" ?(?:[,;|&/][,;|&/ ]*| (?:or|and|oder|und|или|и|ou|et|o|y|to|bis|до)(?= )| (?={_LABEL})) ?-?", re.IGNORECASE
)
_BEGINNINGS, _WITHIN = frozenset("+0123456789"), frozenset("0123456789 -()")
_SIMPLEST = frozenset("0123456789 ")
_LOOSE_ENDS = " .,;/-"
_SLASH = r" ?[/\\] ?"
_SPACED_DASH = r" -|- "
# Before a slash that parts two numbers stands a whole one; what is shorter is an area code, or begins with one.
_WHOLE, _NEARLY_WHOLE, _SHORT = 8, 7, 2


class PhoneText(Struct, frozen=True):
    """The number that is dialled, in plain digits and signs, and its extension."""

    number: str
    extension: str | None = None


def plain_digits(text: str) -> str:
    """The text with digits of any script as 0 to 9, any white space as a space, and typographic dashes as hyphens."""
    return "".join(map(_plain, text)).translate(_DASHES)


def is_plain_number(text: str) -> bool:
    """Whether a text in plain digits is one number of 3 to 15 digits, with nothing but spaces, hyphens and brackets."""
    is_one = text[:1] in _BEGINNINGS and text[-1:].isdigit() and _WITHIN.issuperset(text[1:])
    return is_one and FEWEST_DIGITS <= digits_in(text) <= MOST_DIGITS


def phone_text(text: str) -> PhoneText | None:
    """What to dial of a text in plain digits; None if it does not begin with a number of 3 to 15 digits, or holds more
    than numbers, their labels, and remarks in brackets or of hours."""
    bare = text.strip()
    if bare.removeprefix("+")[:1].isdigit() and _SIMPLEST.issuperset(bare.removeprefix("+")):
        return PhoneText(bare) if FEWEST_DIGITS <= digits_in(bare) <= MOST_DIGITS else None
    return _of_many_notations(text)


def _of_many_notations(text: str) -> PhoneText | None:
    text = _without_remarks(text)
    first, position = None, 0
    while matched := _ONE.match(text, position):
        if first is None and (matched["label"] or "").lower().startswith(_FAX):
            return None
        first = first or PhoneText(_first_number(matched["number"]), matched["extension"])
        position = matched.end()
        if not text[position:].strip(_LOOSE_ENDS):
            return first if FEWEST_DIGITS <= digits_in(first.number) <= MOST_DIGITS else None
        between = _BETWEEN.match(text, position)
        if between is None:
            return None
        position = between.end()
    return None


def digits_in(text: str) -> int:
    """How many digits of 0 to 9 are in a text."""
    return sum(map(str.isdigit, text))


def _without_remarks(text: str) -> str:
    """The text with a semicolon for each remark, and with extensions out of their brackets."""
    return _HOURS.sub(";", re.sub(_BRACKETS, _of_brackets, text)).lstrip()


def _of_brackets(brackets: re.Match[str]) -> str:
    """Brackets behind a number hold its extension or a remark; what stands before it is a label."""
    before, within = brackets.string[: brackets.start()], brackets[1]
    if re.fullmatch(rf"{_EXTENSION} ?[0-9]{{1,8}}", within, re.IGNORECASE):
        return f" {within}"
    if digits_in(before) >= _NEARLY_WHOLE:
        return ";"
    return "" if re.fullmatch(_LABEL, within, re.IGNORECASE) and not digits_in(before) else brackets[0]


def _first_number(text: str) -> str:
    """The text up to the slash behind which another number begins, such as the other end of "23125020/21", or up to the
    spaced dash between two whole numbers."""
    for slash in re.finditer(_SLASH, text):
        before, after = digits_in(text[: slash.start()]), digits_in(text[slash.end() :])
        if before >= _WHOLE or (before >= _NEARLY_WHOLE and after <= _SHORT):
            return _first_number(text[: slash.start()])
    for dash in re.finditer(_SPACED_DASH, text):
        before, after = digits_in(text[: dash.start()]), digits_in(text[dash.end() :])
        if before >= _WHOLE and (after >= _NEARLY_WHOLE or before + after > MOST_DIGITS):
            return text[: dash.start()].rstrip()
    return text


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    return str(unicodedata.decimal(character, character))
