"""Names in Cyrillic: the last name often comes first, and there may be a patronymic or initials."""

from __future__ import annotations

from itertools import pairwise

from chalicelib.drafts.names.capitals import is_in_capitals, with_capitals
from chalicelib.drafts.names.given_names import gender_of, is_given_name
from chalicelib.drafts.names.name_parts import NameParts, abbreviated, is_initial
from chalicelib.drafts.names.vocabulary import FEMININE, MASCULINE, is_last_name, last_name_gender
from chalicelib.drafts.russian_names import gender_of_patronymic

_TURKIC = {"оглы": MASCULINE, "кызы": FEMININE, "улы": MASCULINE, "гызы": FEMININE}
_INITIALS_WITHOUT_STOPS = 2
_TWO = 2


def name_parts(words: list[str], last_words: list[str]) -> NameParts | None:
    """The parts of a name, or of one whose last name stood before a comma; None if no word is sure to be a name."""
    words, told = _without_turkic_patronymic([*last_words, *_apart(words, last_words)])
    shouted = [word for word in words if is_in_capitals(word)]
    is_shouted_first = len(shouted) in range(1, len(words)) and words[0] in shouted and not is_given_name(words[0])
    is_last_first = bool(last_words) or is_shouted_first
    is_name_unlikely = not last_words and "".join(words).islower()
    words = with_capitals(words)
    initials, names = [word for word in words if is_initial(word)], [word for word in words if not is_initial(word)]
    if len(names) == 1:
        return _of_one_word(names[0], initials)
    parts = _with_patronymic(names) or (_of_words(names, told, is_last_first=is_last_first) if names else None)
    return None if parts and is_name_unlikely and not parts.given else parts


def _apart(words: list[str], last_words: list[str]) -> list[str]:
    """«Иванов ИИ»: two capitals after a name are initials."""
    return [
        part
        for at, word in enumerate(words)
        for part in (
            [f"{letter}." for letter in word]
            if len(word) == _INITIALS_WITHOUT_STOPS and word.isupper() and "." not in word and (at or last_words)
            else [word]
        )
    ]


def _without_turkic_patronymic(words: list[str]) -> tuple[list[str], str]:
    """«Алиев Руслан Ахмед оглы» without the last two words, and the gender that they tell."""
    gender = _TURKIC.get(words[-1].lower(), "") if len(words) > _TWO else ""
    return (words[:-2], gender) if gender else (words, "")


def _of_one_word(name: str, initials: list[str]) -> NameParts | None:
    if is_given_name(name):
        return NameParts(given=name, whole=name, gender=gender_of(name))
    if initials:
        return abbreviated(initials, name, last_name_gender(name))
    return NameParts(family=name, whole=name, gender=last_name_gender(name))


def _with_patronymic(names: list[str]) -> NameParts | None:
    for at, (given, word) in enumerate(pairwise(names)):
        gender = gender_of_patronymic(given, word)
        if gender and len(names) != at + 1:
            family = " ".join(names[:at] + names[at + 2 :])
            whole = " ".join(filter(None, (given, word, family)))
            return NameParts(given=given, patronymic=word, family=family, whole=whole, gender=gender)
    return None


def _of_words(names: list[str], told: str, *, is_last_first: bool) -> NameParts:
    if not is_last_first and not _is_given_first(names):
        if not _is_last_first(names):
            return NameParts(whole=" ".join(names))
        is_last_first = True
    given = names[-1] if is_last_first else names[0]
    family = " ".join(names[:-1] if is_last_first else names[1:])
    genders = {gender_of(given), last_name_gender(family), told} - {""}
    gender = genders.pop() if len(genders) == 1 else ""
    return NameParts(given=given, family=family, whole=f"{given} {family}", gender=gender)


def _is_given_first(names: list[str]) -> bool:
    return is_given_name(names[0]) or (
        not is_given_name(names[-1]) and not is_last_name(names[0]) and is_last_name(names[-1])
    )


def _is_last_first(names: list[str]) -> bool:
    return is_given_name(names[-1]) or (len(names) == _TWO and is_last_name(names[0]) and not is_last_name(names[-1]))
