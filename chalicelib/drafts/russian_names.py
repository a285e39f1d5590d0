"""How to address a person whose name has a patronymic."""

from __future__ import annotations

import re

from chalicelib.patterns import lazy_pattern

# How patronymics end: Сергеевна, Ильинична, Петрівна; Петрович, Ильич, Никитич, Фомич; in Latin letters as well.
# Surnames such as Рабинович look like the masculine ones. After a woman's name (it ends in -а or -я, as few men's names
# do) such a word is a surname.
_FEMININE = lazy_pattern(r"\w+(?:овна|евна|ична|[іїй]вна|ovna|evna|ichna)", re.IGNORECASE)
_MASCULINE = lazy_pattern(r"\w+(?:ович|евич|йович|[ьвмктн]ич|ovich|evich)", re.IGNORECASE)
_WOMANS_NAME = lazy_pattern(r"\w*[аяa]", re.IGNORECASE)
_MENS_NAMES_IN_A = frozenset(
    {"илья", "никита", "лука", "фома", "кузьма", "савва", "данила", "добрыня", "ilya", "nikita", "luka", "foma"}
)


def given_name_and_patronymic(name: str) -> str:
    """Given name and patronymic («Винтер Дана Сергеевна» is «Дана Сергеевна»), or the name unchanged without one."""
    pair = _given_and_patronymic(name)
    return " ".join(pair) if pair else name


def patronymic_gender(name: str) -> str:
    """``feminine`` or ``masculine``, by the patronymic; empty if there is none: no other name tells for sure."""
    pair = _given_and_patronymic(name)
    return gender_of_patronymic(*pair) if pair else ""


def gender_of_patronymic(given: str, word: str) -> str:
    """``feminine`` or ``masculine`` if ``word`` is the patronymic of somebody called ``given``, otherwise empty."""
    if _FEMININE.fullmatch(word):
        return "feminine"
    is_womans_name = _WOMANS_NAME.fullmatch(given) is not None and given.lower() not in _MENS_NAMES_IN_A
    return "masculine" if _MASCULINE.fullmatch(word) is not None and not is_womans_name else ""


def _given_and_patronymic(name: str) -> tuple[str, str] | None:
    """«Дана Сергеевна», «Дана Сергеевна Винтер», «Винтер Дана Сергеевна» as a pair; None if it is not clear."""
    words = name.split()
    places = {2: (1,), 3: (1, 2)}.get(len(words), ())
    pairs = ((words[at - 1], words[at]) for at in places)
    return next((pair for pair in pairs if gender_of_patronymic(*pair)), None)
