"""The phone numbers of people in a text, found by phonenumbers; faxes, support lines and ways to dial in are none."""

from __future__ import annotations

import re

from msgspec import Struct

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.sentences import Span

_FEWEST_DIGITS, _MOST_FOUND = 7, 20
_BEGINNING = bounded_pattern(r"^\(?(?:\+|00|0|8|\()")
_AMERICAN = bounded_pattern(r"^\(?[2-9]\d\d\)?[ .-]?[2-9]\d\d[ .-]\d{4}")
_LABEL = bounded_pattern(
    r"(?i)(?<!\w)(?:t|m|p|tel\w*|phone|fon|mob\w*|cell|handy|office|direct|call|ring|reach|dial|whatsapp"
    r"|telegram|durchwahl|rufnummer|unter|тел\w*|моб\w*|раб\w*|звон\w+|набер\w+|номер\w*"
    r"|whats)\W{0,3}(?:me\s+)?(?:on\s+|at\s+|unter\s+|по\s+|:\s*)?$"
)
_NO_CONTACT = bounded_pattern(
    r"(?i)(?:fax|факс|telefax|support|hotline|help ?desk|поддержк\w*|горячая линия|kundenservice|\bid\b|id:"
    r"|code|pin|passcode|код\w*|инн|огрн|iban|ref\w*|account|order|invoice|№|#)\W*(?:\w+\W+)?$"
)
_EXTENSION = bounded_pattern(
    r"(?i)^[\s,(]*(?:ext|extension|x|доб|добавочный|durchwahl|dw|вн)\.?\s?(?P<number>\d{1,6})(?!\d)\)?"
)


class Phone(Struct, frozen=True):
    """A number as it is written, and where; what to dial after it, if that is said."""

    span: Span
    number: str
    extension: str = ""


def phones_in(text: str, country: str) -> tuple[Phone, ...]:
    """The numbers of a text that somebody in ``country`` (ISO 3166) would call."""
    import phonenumbers

    leniency = phonenumbers.Leniency.POSSIBLE
    matcher = phonenumbers.PhoneNumberMatcher(text, country[:2], leniency, max_tries=1000)
    found: list[Phone] = []
    for match in matcher:
        if _is_number(text, match.start, match.raw_string):
            found.append(_phone(text, match.start, match.raw_string))
        if len(found) == _MOST_FOUND:
            break
    return tuple(found)


def _is_number(text: str, start: int, raw: str) -> bool:
    before = text[max(0, start - 30) : start].rpartition("\n")[2]
    if sum(sign.isdecimal() for sign in raw) < _FEWEST_DIGITS or _NO_CONTACT.search(before):
        return False
    return bool(_BEGINNING.match(raw) or _AMERICAN.match(raw) or _LABEL.search(before)) and not re.match(
        r"\d{1,2}[.:]\d\d", raw
    )


def _phone(text: str, start: int, raw: str) -> Phone:
    """The number apart from its extension, which the library takes as a part of what it found."""
    within = re.search(r"(?i)[\s,(]*(?:ext|extension|x|доб|добавочный|durchwahl|dw|вн)\.?\s?(\d{1,6})\)?$", raw)
    number = raw[: within.start()] if within else raw
    end = start + len(raw)
    behind = None if within else _EXTENSION.match(text[end : end + 30])
    extension = within[1] if within else behind["number"] if behind else ""
    return Phone(Span(start, end + (behind.end() if behind else 0)), number.strip(" ,;"), extension)
