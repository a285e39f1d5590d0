"""«на вакансию системного администратора»: a position back from the genitive, where its ending leaves no doubt."""

from __future__ import annotations

import re

from chalicelib.capture.words.bounded import bounded_pattern

_ADJECTIVE = bounded_pattern(r"(?i)^(?P<stem>[а-яё-]{2,})(?P<ending>ого|его|ой|ей)$")
_OF_A_MAN = bounded_pattern(
    r"(?i)^(?:[а-яё-]*(?:ер|ёр|ор|ир|ик|ист|лог|граф|ент|ант|щик|чик|вод|ач|вар|кур|нт|тик|ейстер|мен|хник"
    r"|дник|тер|овод))(?P<end>а)$"
)
_SOFT = bounded_pattern(r"(?i)^[а-яё-]*(?:тел|ар|вател|ител|ател)(?P<end>я)$")
_OF_A_WOMAN = bounded_pattern(r"(?i)^[а-яё-]*(?:ниц|истк|терк|ёрк|сестр|щиц|чиц)(?P<end>[ыи])$")
_HARD_TO_SOFT = "гкхжшщч"


def nominative(position: str) -> str:
    """The position as one says who somebody is; unchanged if its endings do not tell it for sure."""
    words = position.split()
    turned: list[str] = []
    for at, word in enumerate(words):
        found = _ADJECTIVE.match(word)
        if found and len(words) > at + 1:
            turned.append(_adjective(found))
            continue
        noun = "-".join(map(_noun, word.split("-")))
        is_all_turned = noun != word or not turned or turned == words[:at]
        return " ".join([*turned, noun, *words[at + 1 :]]) if is_all_turned else position
    return position


def _adjective(found: re.Match[str]) -> str:
    stem, ending = found["stem"], found["ending"].lower()
    if ending in ("ой", "ей"):
        return f"{stem}{'ая' if ending == 'ой' else 'яя'}"
    is_soft = ending == "его" or stem[-1].lower() in _HARD_TO_SOFT
    return f"{stem}{'ий' if is_soft else 'ый'}"


def _noun(word: str) -> str:
    if found := _OF_A_MAN.match(word):
        return word[: found.start("end")]
    if found := _SOFT.match(word):
        return f"{word[: found.start('end')]}ь"
    if found := _OF_A_WOMAN.match(word):
        return f"{word[: found.start('end')]}а"
    return word
