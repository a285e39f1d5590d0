"""What commas tell: «Winter, Dana», «Dana Winter, HR Director», «Dana Winter, Ivo Lang»."""

from __future__ import annotations

from chalicelib.drafts.names.capitals import is_in_capitals, is_particle
from chalicelib.drafts.names.cleaning import trimmed
from chalicelib.drafts.names.given_names import is_given_name, is_last_name_too
from chalicelib.drafts.names.name_parts import Person
from chalicelib.drafts.names.office_names import is_role, without_roles
from chalicelib.drafts.names.person_name import person_name
from chalicelib.drafts.names.vocabulary import COMPANIES, DEGREES, HONORIFICS, bare
from chalicelib.patterns import lazy_pattern

_DIGIT = lazy_pattern(r"\d")
_ALONE = 1


def people_by_commas(text: str) -> list[Person]:
    """The people named in a text between whose parts there may be commas; none, if it is unsure who."""
    parts = [trimmed(part) for part in text.split(",")]
    if not parts[0] or _DIGIT.search(parts[0]):
        return []
    names = [words for part in parts if not _is_no_name(part) and (words := without_roles(part.split()))]
    if len(names) < 2:  # noqa: PLR2004 - one name, no question
        return _persons(*names)
    first, second = names[0], names[1]
    if _is_last_name(first, second):
        return _one(person_name(" ".join(second), " ".join(first)))
    if _begins_known(first) and _begins_known(second):
        return _persons(*[name for name in names if _begins_known(name)])
    return _persons(first) if _begins_known(first) else []


def _persons(*names: list[str]) -> list[Person]:
    return [person for name in names for person in _one(person_name(" ".join(name)))]


def _one(person: Person | None) -> list[Person]:
    return [person] if person else []


def _is_no_name(part: str) -> bool:
    """Whether a part is a degree, a role, a firm, or has a number."""
    words = part.split()
    return (
        not words
        or bool(_DIGIT.search(part))
        or all(DEGREES.fullmatch(word) for word in words)
        or all(is_role(word) for word in words)
        or any(bare(word) in COMPANIES for word in words)
    )


def _is_last_name(first: list[str], second: list[str]) -> bool:
    """Whether ``first`` is the last name of whose other names ``second`` are."""
    heavy = [word for word in first if not is_particle(word)]
    if all(bare(word) in HONORIFICS for word in second):
        return True
    if all(map(is_in_capitals, heavy)) and not all(map(is_in_capitals, second)):
        return True
    if not _begins_known(first):
        return len(heavy) <= _ALONE or _begins_known(second)
    return len(first) == _ALONE and is_last_name_too(first[0])


def _begins_known(words: list[str]) -> bool:
    """Whether the first word, honorifics left out, is a common given name."""
    name = next((word for word in words if bare(word) not in HONORIFICS), "")
    return is_given_name(name)
