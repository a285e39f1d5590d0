"""The forms of one person's name in a language, "en" or "ru". None: nothing is sure enough to be said."""

from __future__ import annotations

from chalicelib.drafts.names.name_parts import Person
from chalicelib.drafts.names.vocabulary import ENGLISH_HONORIFICS, LOWEST_RANK_KEPT, honorific_rank

_SAID_BEFORE_THE_FIRST_NAME = ("Sir", "Dame")
_SAID_IN_RUSSIAN_LETTERS = ("господин", "госпожа")


def friendly_greeting(person: Person, language: str) -> str | None:
    """The nickname or first name, in Russian with the patronymic; title and last name if no first name is known."""
    return person.nickname or _first_name(person, language) or _titled(person, language)


def formal_greeting(person: Person, language: str) -> str | None:
    """Honorific and last name, or the whole name; in Russian given name and patronymic, if there is one."""
    parts = person.parts
    if language == "ru":
        is_title_said = person.russian_honorific in _SAID_IN_RUSSIAN_LETTERS and not parts.patronymic
        return (is_title_said and _titled(person, language)) or friendly_greeting(person, language)
    if person.honorific in _SAID_BEFORE_THE_FIRST_NAME and parts.given:
        return f"{person.honorific} {parts.given}"
    return (parts.is_family_sure and _titled(person, language)) or reference(person, language)


def reference(person: Person, language: str) -> str | None:
    """The name within a sentence about the person: the whole name, in English with its academic title."""
    parts = person.parts
    if not parts.given and (titled := _titled(person, language)):
        return titled
    if language == "en" and parts.patronymic and parts.family:
        return f"{parts.given} {parts.family}"
    if language == "en" and honorific_rank(person.honorific) >= LOWEST_RANK_KEPT:
        return f"{_honorific(person, language)} {parts.whole}"
    return parts.whole or _honorific(person, language)


def spoken_name(person: Person, language: str) -> str | None:
    """Whom the caller asks for; in Russian nobody says initials."""
    if language == "ru" and person.parts.is_abbreviated and not person.honorific:
        return None
    is_known_by_patronymic = language == "ru" and person.parts.patronymic
    return _first_name(person, language) if is_known_by_patronymic else reference(person, language)


def _first_name(person: Person, language: str) -> str:
    parts = person.parts
    return f"{parts.given} {parts.patronymic}".strip() if language == "ru" else parts.given


def _titled(person: Person, language: str) -> str | None:
    """Honorific and last name. A lone honorific ("Mr" of "Mr and Mrs Winter") stays alone."""
    honorific, parts = _honorific(person, language), person.parts
    if not honorific or (parts.whole and not parts.family):
        return None
    return f"{honorific} {parts.family}".strip()


def _honorific(person: Person, language: str) -> str | None:
    if language == "ru":
        return person.russian_honorific or None
    if _is_cyrillic(person.honorific):
        return ENGLISH_HONORIFICS.get(person.russian_honorific)
    return person.honorific or None


def _is_cyrillic(word: str) -> bool:
    return any("\u0400" <= sign <= "\u04ff" for sign in word)
