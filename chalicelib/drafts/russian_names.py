"""How a person is addressed where names have a patronymic."""

from __future__ import annotations

import re

# How patronymics end: Сергеевна, Ильинична; Петрович, Ильич, Никитич, Фомич. Surnames such as Рабинович look like the
# latter: behind a woman's name, which ends in -а or -я as a man's seldom does, it is one.
_FEMININE = re.compile(r"\w+(?:овна|евна|ична)", re.IGNORECASE)
_MASCULINE = re.compile(r"\w+(?:ович|евич|[ьвмктн]ич)", re.IGNORECASE)
_A_WOMANS = re.compile(r"\w*[ая]", re.IGNORECASE)
_MEN_IN_A = frozenset({"илья", "никита", "лука", "фома", "кузьма", "савва", "данила", "добрыня"})


def called(name: str) -> str:
    """Given name and patronymic («Винтер Дана Сергеевна» is «Дана Сергеевна»), or the name as it was given."""
    found = _given_and_patronymic(name)
    return " ".join(found) if found else name


def patronymic(name: str) -> str:
    """``feminine`` or ``masculine``, as the patronymic tells; empty where there is none, for no other name tells."""
    found = _given_and_patronymic(name)
    if not found:
        return ""
    return "feminine" if _FEMININE.fullmatch(found[1]) else "masculine"


def _given_and_patronymic(name: str) -> tuple[str, str] | None:
    """«Дана Сергеевна», «Дана Сергеевна Винтер», «Винтер Дана Сергеевна»; nothing where that cannot be told."""
    words = name.split()
    places = {2: (1,), 3: (1, 2)}.get(len(words), ())
    pairs = ((words[at - 1], words[at]) for at in places)
    return next((pair for pair in pairs if _is_patronymic(*pair)), None)


def _is_patronymic(given: str, word: str) -> bool:
    if _FEMININE.fullmatch(word):
        return True
    is_a_womans = _A_WOMANS.fullmatch(given) is not None and given.lower() not in _MEN_IN_A
    return _MASCULINE.fullmatch(word) is not None and not is_a_womans
