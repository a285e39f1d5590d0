"""How to address a person whose name has a patronymic."""

from __future__ import annotations

import re

# How patronymics end: Сергеевна, Ильинична; Петрович, Ильич, Никитич, Фомич. Surnames such as Рабинович look like the
# masculine ones. After a woman's name (it ends in -а or -я, as few men's names do) such a word is a surname.
_FEMININE = re.compile(r"\w+(?:овна|евна|ична)", re.IGNORECASE)
_MASCULINE = re.compile(r"\w+(?:ович|евич|[ьвмктн]ич)", re.IGNORECASE)
_WOMANS_NAME = re.compile(r"\w*[ая]", re.IGNORECASE)
_MENS_NAMES_IN_A = frozenset({"илья", "никита", "лука", "фома", "кузьма", "савва", "данила", "добрыня"})


def given_name_and_patronymic(name: str) -> str:
    """Given name and patronymic («Винтер Дана Сергеевна» is «Дана Сергеевна»), or the name unchanged without one."""
    pair = _given_and_patronymic(name)
    return " ".join(pair) if pair else name


def patronymic_gender(name: str) -> str:
    """``feminine`` or ``masculine``, by the patronymic; empty if there is none: no other name tells for sure."""
    pair = _given_and_patronymic(name)
    if not pair:
        return ""
    return "feminine" if _FEMININE.fullmatch(pair[1]) else "masculine"


def _given_and_patronymic(name: str) -> tuple[str, str] | None:
    """«Дана Сергеевна», «Дана Сергеевна Винтер», «Винтер Дана Сергеевна» as a pair; None if it is not clear."""
    words = name.split()
    places = {2: (1,), 3: (1, 2)}.get(len(words), ())
    pairs = ((words[at - 1], words[at]) for at in places)
    return next((pair for pair in pairs if _is_patronymic(*pair)), None)


def _is_patronymic(given: str, word: str) -> bool:
    if _FEMININE.fullmatch(word):
        return True
    is_womans_name = _WOMANS_NAME.fullmatch(given) is not None and given.lower() not in _MENS_NAMES_IN_A
    return _MASCULINE.fullmatch(word) is not None and not is_womans_name
