"""The name of one person, taken apart. The way in is ``person_name``."""

from __future__ import annotations

import re
import unicodedata

from msgspec.structs import replace

from chalicelib.drafts.names import given_names, latin_names, slavic_names
from chalicelib.drafts.names.name_parts import NameParts, Person
from chalicelib.drafts.names.vocabulary import (
    COMPANIES,
    COMPANIES_IN_CAPITALS,
    DEGREES,
    HONORIFICS,
    NO_NAMES,
    bare,
    honorific_rank,
    is_last_name,
)
from chalicelib.patterns import lazy_pattern

_NAME_WORD = lazy_pattern(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0900-\u0dff\u200c'’ʼ.‐·-])*", re.UNICODE)
_INITIALS = lazy_pattern(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?|[^\W\d_]")
_LOGIN = lazy_pattern(r"[^\W\d_]{2}\.[^\W\d_]{2}")
_LETTER = lazy_pattern(r"[^\W\d_]")
_WHOLE_WORD_AND_STOP = lazy_pattern(r"([^\W\d_.]{3,})\.+$")
_NO_INITIALS = frozenset("yeиÓó")  # they join the parts of a last name
_MOST_WORDS = 6
_SCRIPTS_WITHOUT_SPACES = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")


def person_name(text: str, last_name: str = "") -> Person | None:
    """The person who is named by ``text``, or by ``text`` and a ``last_name`` that stood before a comma.

    None if the words are no person's name.
    """
    titles, words = _honorifics_apart(text.split())
    more_titles, last_words = _honorifics_apart(last_name.split())
    titles += more_titles
    if not words and not last_words:
        return _person(NameParts(), titles) if titles else None
    if not _may_be_a_name([*words, *last_words]):
        return None
    parts = _parts(_names_only(words), _names_only(last_words), is_titled=bool(titles))
    return _person(parts, titles) if parts else None


def _person(parts: NameParts, titles: list[str]) -> Person:
    """The person with the highest of the titles; each may tell the gender."""
    genders = {parts.gender, *(HONORIFICS[bare(title)][0] for title in titles)} - {""}
    honorific = max((title for title in titles if honorific_rank(title) > 0), key=honorific_rank, default="")
    return Person(
        parts=parts,
        honorific=honorific[:1].upper() + honorific[1:].lower()
        if honorific.isupper() or honorific.isascii()
        else honorific,
        russian_honorific=HONORIFICS[bare(honorific)][2] if honorific else "",
        gender=genders.pop() if len(genders) == 1 else "",
    )


def _parts(words: list[str], last_words: list[str], *, is_titled: bool) -> NameParts | None:
    words, last_words = _apart(words), _apart(last_words)
    script = _script("".join(words + last_words))
    if script in _SCRIPTS_WITHOUT_SPACES:
        return NameParts(whole=" ".join(last_words + words))
    split = slavic_names.name_parts if script == "CYRILLIC" else latin_names.name_parts
    parts = split(words, last_words)
    if parts and is_titled and _is_last_name(parts):
        return replace(parts, given="", family=parts.whole)
    return parts if parts and (is_titled or not parts.is_family_only) else None


def _is_last_name(parts: NameParts) -> bool:
    """Whether what follows an honorific is a last name only: "Ms Winter", "Señora García López"."""
    is_unknown = not given_names.is_given_name(parts.given)
    return is_unknown and (parts.is_one_word or (bool(parts.given) and is_last_name(parts.given)))


def _honorifics_apart(words: list[str]) -> tuple[list[str], list[str]]:
    """The honorifics in front of a name, and the rest."""
    count = next((at for at, word in enumerate(words) if bare(word) not in HONORIFICS), len(words))
    return words[:count], words[count:]


def _names_only(words: list[str]) -> list[str]:
    """The words without degrees, and without the full stop after a whole word."""
    kept = [word for at, word in enumerate(words) if at == 0 or not DEGREES.fullmatch(word)]
    return [_WHOLE_WORD_AND_STOP.sub(r"\1", word) for word in kept]


def _apart(words: list[str]) -> list[str]:
    """The words, with initials one by one and a stop after each."""
    return [part for word in words for part in (_initials(word) if _is_initials(word) else [word])]


def _is_initials(word: str) -> bool:
    return word not in _NO_INITIALS and _INITIALS.fullmatch(word) is not None


def _initials(word: str) -> list[str]:
    letters = _LETTER.findall(word)
    if not letters[0].isupper() and not letters[0].islower():
        return [word]
    return [f"{letter.upper()}." for letter in letters]


def _may_be_a_name(words: list[str]) -> bool:
    if len(words) > _MOST_WORDS or not all(map(_is_name_word, words)):
        return False
    bares = {bare(word) for word in words} | {word for word in words if word.islower()}
    return not bares & (NO_NAMES | COMPANIES) and not COMPANIES_IN_CAPITALS & set(words[1:])


def _is_name_word(word: str) -> bool:
    return _NAME_WORD.fullmatch(word) is not None and not _LOGIN.search(word)


def _script(text: str) -> str:
    """The first word of the Unicode name of the first letter, such as LATIN or CYRILLIC."""
    letter = next((sign for sign in text if sign.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""
