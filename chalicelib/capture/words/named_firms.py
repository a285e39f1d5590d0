"""Firms that sentences name: by a legal form, or as "interview with …", "the team at …", "this is Dev from …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.firm_name import CLEAR, LIKELY, WEAK, FirmName, firm_name
from chalicelib.capture.words.known_words import LEGAL_FORMS
from chalicelib.capture.words.named_sources import is_of_domain
from chalicelib.capture.words.person_words import NAME, is_person

_CAPS = r"[A-ZÄÖÜ0-9][\w&'’.+-]*(?:[ \t](?:(?:&|and|und|of|for|the|de|et|\+)[ \t])?[A-ZÄÖÜ0-9&][\w&'’+-]*){0,5}"
_WITH_LEGAL_FORM = bounded_pattern(rf"(?<!\w)(?P<name>(?:[A-ZÄÖÜ0-9&][\w&'’.+-]*[ \t]){{1,6}}?{LEGAL_FORMS})(?!\w)")
_BEFORE_THE_NAME = bounded_pattern(
    r"^(?:.*[ \t])?(?:[Dd](?:er|ie|as)|[Bb]ei|[Ff]ür|The|[Vv]on|Interview|Einladung|Bewerbung|\w*[Gg]espräch)"
    r"[ \t](?=\S)"
)
_AT = bounded_pattern(
    rf"(?<![\w@])(?:at|join|joining|interest\s+in|applying\s+(?:to|at|with)|application\s+(?:to|at|with)"
    rf"|on\s+behalf\s+of|here\s+at|team\s+at|[Bb]ewerbung\s+(?:bei|an)(?:\s+(?:der|dem|die))?|bei\s+uns\s+bei(?:\s+der)?|position\s+with|role\s+with)\s+(?:the\s+)?(?P<name>{_CAPS})"
)
_ONESELF = bounded_pattern(
    rf"(?:(?<!\w)(?i:this\s+is|it['’]?s|i['’]?m|i\s+am|hier\s+ist|ich\s+bin|это)\s+|(?:^"
    rf"|(?<=[.!?\n]))[ \t]*){NAME}[ \t]+(?:from|at|with|von(?:[ \t]+(?:der|dem))?|vom|bei(?:[ \t]+der)?"
    rf"|из)[ \t]+(?:the[ \t]+)?(?P<name>{_CAPS})",
    re.MULTILINE,
)
_INTERVIEW_WITH = bounded_pattern(
    rf"(?<!\w)(?:[Ii]nterview\w*|[Pp]osition|[Rr]ole|[Jj]ob|[Oo]pening|[Vv]acancy)\s[^.!?\n]{{0,80}}?\b(?:with"
    rf"|at)\s+(?:the\s+)?(?P<name>{_CAPS})"
)
_WITH = bounded_pattern(
    rf"(?<!\w)(?:with|from|of|for|by|[Bb]ei|[Vv]on|[Ff]ür)\s+(?:the\s+|der\s+|dem\s+|die\s+|das\s+"
    rf"|uns\s+bei\s+(?:der\s+)?)?(?P<name>{_CAPS})"
)
_NAMES_OF_A_PERSON = 2  # words


def named_firms(text: str, domain: str) -> Iterator[FirmName]:
    """The firms that a text names; ``domain`` tells some of them from people."""
    for found in _WITH_LEGAL_FORM.finditer(text):
        yield firm_name(_BEFORE_THE_NAME.sub("", found["name"]), CLEAR)
    for found in _AT.finditer(text):
        if not is_person(found["name"]):
            yield firm_name(found["name"], LIKELY)
    for found in _INTERVIEW_WITH.finditer(text):
        if not is_person(found["name"], is_introduced=len(found["name"].split()) == _NAMES_OF_A_PERSON):
            yield firm_name(found["name"], LIKELY)
    yield from (firm_name(found["name"], LIKELY) for found in _ONESELF.finditer(text))
    for found in _WITH.finditer(text):
        may_be_person = " " in found["name"] and not is_of_domain(found["name"], domain)
        if not is_person(found["name"], is_introduced=may_be_person):
            yield firm_name(found["name"], WEAK)
