"""Names in Latin, Greek and other letters, taken apart by what their order, capitals and commas tell."""

from __future__ import annotations

from chalicelib.drafts.names.capitals import is_in_capitals, is_pair_of_initials, is_particle, with_capitals
from chalicelib.drafts.names.given_names import is_given_name, is_last_name_too
from chalicelib.drafts.names.name_parts import NameParts, abbreviated, is_initial
from chalicelib.drafts.names.vocabulary import FAMILY_FIRST, is_last_name
from chalicelib.drafts.russian_names import gender_of_patronymic
from chalicelib.drafts.word_lists import words

_TWO, _THREE = 2, 3
_SHORTEST_NAME_IN_CAPITALS = 4
_BEGINNINGS = frozenset({"abdul", "abd", "abu"})  # half a first name
_DOUBLE_NAMES = words(
    """
    mary ann| mary anne| mary jane| sarah jane| jean pierre| jean paul| jean claude| jean marc| jean luc| marie
    claire| marie france| anna maria| ana maria| ana maría| maría josé| maria jose| josé maría| josé luis| jose
    luis| josé antonio| juan carlos| juan josé| juan pablo| luis miguel| miguel ángel| hans peter| karl heinz| ana
    sofia| maria luisa
    """,
    "|",
)


def name_parts(words: list[str], last_words: list[str]) -> NameParts | None:
    """The parts of a name, or of one whose last name stood before a comma; None if no word is sure to be a name."""
    if not last_words:
        words, last_words = _shouted_apart(words)
    if len(words) == 1 and not last_words and _is_abbreviation(words[0]):
        return None
    words, last_words = with_capitals(words), with_capitals(last_words)
    if last_words:
        return _last_name_known(words, " ".join(last_words))
    if len(words) == _TWO and is_pair_of_initials(words[1]):
        words = [words[0], *(f"{letter}." for letter in words[1])]
    if any(is_initial(word) for word in words):
        return _with_initials(words)
    if len(words) == 1:
        return _of_one_word(words[0])
    return _with_patronymic(words) or _in_unsure_order(words) or _in_usual_order(words)


def _shouted_apart(words: list[str]) -> tuple[list[str], list[str]]:
    """«WINTER Dana», «Juan DE LA CRUZ»: the words in capitals are the last name, if not all are in capitals."""
    shouted = [at for at, word in enumerate(words) if is_in_capitals(word)]
    calm = [at for at, word in enumerate(words) if not is_in_capitals(word) and not is_initial(word)]
    is_first_name_shouted = len(shouted) == 1 and _tells_first_name(words[shouted[0]])
    if not shouted or is_first_name_shouted or all(is_particle(words[at]) for at in calm):
        return words, []
    first = min(shouted)
    while first > 1 and words[first - 1].islower() and is_particle(words[first - 1]):
        first -= 1
    last_name = range(first, max(shouted) + 1)
    return [word for at, word in enumerate(words) if at not in last_name], [words[at] for at in last_name]


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) < _SHORTEST_NAME_IN_CAPITALS and not is_given_name(word)


def _tells_first_name(word: str) -> bool:
    return is_given_name(word) and not is_last_name_too(word)


def _last_name_known(words: list[str], family: str) -> NameParts | None:
    if not words:
        return NameParts(family=family, whole=family)
    if is_initial(words[0]):
        return abbreviated(words, family)
    words = [word for word in words if not is_initial(word)]
    gender = gender_of_patronymic(*words) if len(words) == _TWO else ""
    if gender:
        return NameParts(words[0], words[1], family, " ".join([*words, family]), gender)
    given = _first_name(words)
    return NameParts(given=given, family=family, whole=" ".join([*words, family]))


def _with_initials(words: list[str]) -> NameParts | None:
    names = [word for word in words if not is_initial(word)]
    if len(names) == 1 and is_given_name(names[0]) and not is_initial(words[0]):
        return NameParts(given=names[0], whole=names[0])
    if not names:
        return None
    if len(names) == 1:
        return abbreviated([word for word in words if is_initial(word)], names[0])
    if is_initial(words[0]):
        at = max(at for at, word in enumerate(words) if is_initial(word))
        family = " ".join(words[at + 1 :])
        return abbreviated(words[: at + 1], family)
    return _with_patronymic(names) or _in_unsure_order(names) or _in_usual_order(names)


def _of_one_word(word: str) -> NameParts:
    if is_given_name(word) or not is_last_name(word):
        return NameParts(given=word, whole=word)
    return NameParts(family=word, whole=word)


def _with_patronymic(words: list[str]) -> NameParts | None:
    """«Ivanov Ivan Petrovich», «Ivan Petrovich Ivanov»."""
    if len(words) != _THREE:
        return None
    first, middle, last = words
    if gender := gender_of_patronymic(middle, last):
        return NameParts(middle, last, first, f"{middle} {last} {first}", gender)
    if gender := gender_of_patronymic(first, middle):
        return NameParts(first, middle, last, " ".join(words), gender)
    return None


def _in_unsure_order(words: list[str]) -> NameParts | None:
    """A name that may have its last name first; None if the first word is the first name."""
    first, last = words[0], words[-1]
    if len(words) == _TWO and not is_given_name(first) and _tells_first_name(last):
        return NameParts(given=last, family=first, whole=f"{last} {first}")
    is_eastern = first.lower() in FAMILY_FIRST and not any(is_given_name(word) for word in words[1:])
    has_eastern_shape = len(words) > _TWO or _is_syllables(words[1])
    if is_eastern and (not is_given_name(first) or has_eastern_shape):
        return NameParts(whole=" ".join(words))
    return None


def _is_syllables(word: str) -> bool:
    """«Min-jun»: a small letter after the hyphen."""
    _, hyphen, second = word.partition("-")
    return bool(hyphen) and second.islower()


def _first_name(words: list[str]) -> str:
    """The first of the words, or both words of a double name (Juan Carlos), or «Abdul Rahman»."""
    if " ".join(words[:2]).lower() in _DOUBLE_NAMES:
        return " ".join(words[:2])
    return words[0]


def _in_usual_order(words: list[str]) -> NameParts:
    """A name that begins with the first name: the last name is the last word, or what begins with a particle or with
    the word before a Spanish "y"."""
    whole = " ".join(words)
    if is_particle(words[0]) and words[0].islower():
        return NameParts(family=whole, whole=whole)
    given = " ".join(words[:2]) if words[0].lower() in _BEGINNINGS else _first_name(words)
    start = len(given.split())
    if start >= len(words):
        return NameParts(whole=whole)
    begins = [at for at in range(start, len(words) - 1) if is_particle(words[at]) or words[at + 1].lower() == "y"]
    begin = begins[0] if begins else len(words) - 1
    family, middle = " ".join(words[begin:]), words[start:begin]
    is_sure = not middle or is_given_name(middle[-1])
    return NameParts(given=given, family=family, whole=whole, is_family_sure=is_sure)
