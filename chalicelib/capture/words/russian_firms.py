"""Russian firms: in quotes, mostly behind a word for what they are (ООО, завод, типография)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.firm_name import CLEAR, LIKELY, FirmName, firm_name
from chalicelib.capture.words.known_words import RUSSIAN_ORG
from chalicelib.drafts.word_lists import words

_QUOTED = bounded_pattern(
    rf"(?<!\w)(?P<org>{RUSSIAN_ORG})\s+(?P<inner>(?:{RUSSIAN_ORG}\s+)?(?:[А-ЯЁ][\w-]+\s+){{0,2}}[«„\"“](?P<name>[^»“”\"\n]{{2,60}})[»“”\"])"
)
_FROM = bounded_pattern(r"(?<!\w)(?:в|из|от|к\s+нам\s+в|на)\s+[«„\"“](?P<name>[^»“”\"\n]{2,60})[»“”\"]")
_PLAIN = bounded_pattern(
    r"(?<!\w)(?:[Кк]омпани[яиюей]+|[Фф]ирм[аыуе])\s+(?P<name>[A-ZА-ЯЁ](?:[\w&-]|\.(?=\w))*"
    r"(?:[ \t][A-ZА-ЯЁ](?:[\w&-]|\.(?=\w))*){0,3})"
    r"|(?<!\w)из\s+(?:компании\s+)?(?P<latin>[A-Z][\w.&-]+(?:[ \t][A-Z][\w.&-]+){0,2})"
)
_IN_QUOTES = bounded_pattern(r"[«„\"“](?P<name>[^»“”\"\n]{2,60})[»“”\"]")
_LEGAL_FORMS = words("ООО АО ПАО ЗАО ОАО ИП ГК ПК ТД НКО АНО")
_SAYS_NOTHING = words("компания компании компанию компанией фирма фирмы фирму фирме группа группы")


def russian_firms(text: str) -> Iterator[FirmName]:
    """The firms that a text names in Russian."""
    for found in _QUOTED.finditer(text):
        yield FirmName(_with_its_kind(text, found), found[0], CLEAR)
    yield from (firm_name(found["name"], LIKELY) for found in _FROM.finditer(text))
    yield from (firm_name(found["name"] or found["latin"], LIKELY) for found in _PLAIN.finditer(text))


def firms_of_signature(written: str) -> Iterator[FirmName]:
    """The firm at the end of a letter: what stands in quotes, or else all of it."""
    named = [FirmName(one.name, written, CLEAR) for one in russian_firms(f" {written}") if one.weight == CLEAR]
    if named:
        yield from named
    elif found := _IN_QUOTES.search(written):
        yield FirmName(found["name"], written, CLEAR)
    else:
        yield firm_name(written, CLEAR)


def _with_its_kind(text: str, found: re.Match[str]) -> str:
    """«Лаборатория „Вереск“»: a kind with a capital within a sentence is a part of the name."""
    before = found["inner"][: found.start("name") - found.start("inner") - 1].strip()
    starts_a_sentence = text[max(0, found.start() - 2) : found.start()].strip() in ("", ".", "!", "?")
    kind = before or ("" if starts_a_sentence else found["org"])
    is_part = kind[:1].isupper() and kind not in _LEGAL_FORMS and kind.lower() not in _SAYS_NOTHING
    return f"{kind} «{found['name']}»" if is_part else found["name"]
