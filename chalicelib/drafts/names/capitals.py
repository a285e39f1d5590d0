"""Capital letters of names. What is typed in mixed case is the owner's and stays."""

from __future__ import annotations

import re

from chalicelib.drafts.word_lists import words
from chalicelib.patterns import lazy_pattern

PARTICLES = words(
    """
    af al at auf av ben bin da dal dalla das de degli dei del della den der di do dos du el la las le los of op 't
    te ten ter tot und van vom von zu zum zur y e ó фон ван дер де ла
    """
)
_INITIALS_AS_NAMES = words(
    """
    AJ BJ CJ DJ EJ JJ KJ MJ PJ RJ TJ JB JC JD JP JT KC TC
    """
)
_HALF_IN_CAPITALS = lazy_pattern(r"(Mc|Mac|O['’]|D['’]|d['’]|De|Di)([^\W\d_]{2,})")
_CONSONANTS = lazy_pattern(r"[BCDFGHJKLMNPQRSTVWXZ]{2}")
_AFTER_APOSTROPHE = lazy_pattern(r"([odOD])(['’ʼ])([^\W\d_]{3,})")
_SHORTEST_AFTER_MC = 4


def is_in_capitals(word: str) -> bool:
    """Whether a word is in capitals as some write last names: WINTER, McDONALD, O'NEILL; not AJ, and not an initial."""
    if half := _HALF_IN_CAPITALS.fullmatch(word):
        return half[2].isupper()
    letters = [sign for sign in word if sign.isalpha()]
    is_long = len(letters) > 1 and word.isupper() and "." not in word
    return is_long and word not in _INITIALS_AS_NAMES and not is_pair_of_initials(word)


def is_pair_of_initials(word: str) -> bool:
    """Whether two capitals can only be initials, as no vowel is among them: SJ, DW."""
    return _CONSONANTS.fullmatch(word) is not None


def is_particle(word: str) -> bool:
    """Whether a word belongs to the last name after it (van, de la)."""
    return word.lower() in PARTICLES


def with_capitals(words: list[str]) -> list[str]:
    """The words of a name, each with the capitals that are sure."""
    last = len(words) - 1
    return [_with_capital(word, is_before_a_name=at < last) for at, word in enumerate(words)]


def _with_capital(word: str, *, is_before_a_name: bool) -> str:
    is_plain = word == word.lower() or is_in_capitals(word)
    if not is_plain:
        return word
    if is_before_a_name and is_particle(word):
        return word.lower()
    return "".join(_part(part) for part in re.split(r"([-‐.])", word))


def _part(part: str) -> str:
    if half := _HALF_IN_CAPITALS.fullmatch(part):
        return half[1] + _capital(half[2])
    if apart := _AFTER_APOSTROPHE.fullmatch(part):
        return apart[1].upper() + apart[2] + _capital(apart[3])
    if part[:2].lower() == "mc" and len(part) > _SHORTEST_AFTER_MC:
        return "Mc" + _capital(part[2:])
    return _capital(part)


def _capital(part: str) -> str:
    """The part with one capital; the dot of a Turkish İ goes where the letter becomes small."""
    return part[:1].upper() + part[1:].replace("İ", "i").lower()
