"""Who is meant by what stands in the field of a name: a person, some people, an office, or nobody."""

from __future__ import annotations

import re

from msgspec.structs import replace

from chalicelib.drafts.names.cleaning import (
    nickname_apart,
    printable,
    trimmed,
    without_addresses,
    without_brackets,
    without_greetings,
)
from chalicelib.drafts.names.comma_names import people_by_commas
from chalicelib.drafts.names.name_parts import Named, Person
from chalicelib.drafts.names.office_names import is_office, office_name
from chalicelib.drafts.names.vocabulary import FEMININE, MASCULINE, NO_NAMES
from chalicelib.patterns import lazy_pattern

_BEFORE_A_REMARK = lazy_pattern(r"\s+[-–—]+\s+|\s*[|·•:—]\s*")
_BETWEEN_PEOPLE = lazy_pattern(r"(\s*[;/&+]\s*|(?<!\bvon)\s+(?:and|or|und|oder|et|и|или)\s+)", re.IGNORECASE)
_WHERE_FROM = lazy_pattern(r",?\s+(?:(?:at|from|c/o|née|nee|geb\.|из|от|урожд\w*\.?)\s|@).*", re.IGNORECASE)
_PRONOUNS = lazy_pattern(r"\b(?:(she|her|она)|(he|him|он)|they|them)(?:\s*/\s*\w+)*\b(?=\s*[)\]]|\s*$)", re.IGNORECASE)
_MOST_PEOPLE = 3


def named_in(field: str, language: str) -> Named:
    """Who is named in a field; an office in the words of ``language`` ("en", "ru")."""
    text, _ = without_greetings(printable(field))
    told = _gender_of_pronouns(text)
    text, nickname = nickname_apart(_WHERE_FROM.sub("", without_addresses(without_brackets(_PRONOUNS.sub(" ", text)))))
    remarks = [trimmed(part) for part in _BEFORE_A_REMARK.split(trimmed(text))]
    found = [people for people in map(_people, remarks) if people]
    people = next((some for some in found if some[0].is_certain), found[0] if found else ())
    if len(people) == 1:
        person = replace(people[0], nickname=nickname)
        genders = {person.gender, told} - {""}
        return Named((person,), gender=genders.pop() if len(genders) == 1 else "")
    is_prose = any(word.lower() in NO_NAMES for word in text.split()[1:])
    offices = [] if people or is_prose else [office_name(remark, language) for remark in remarks]
    return Named(people, next((office for office in offices if office), None))


def _gender_of_pronouns(text: str) -> str:
    found = _PRONOUNS.search(text)
    return (FEMININE if found[1] else MASCULINE if found[2] else "") if found else ""


def _people(remark: str) -> tuple[Person, ...]:
    """The people of a part of the field; none, if one of them may be a firm (Ernst & Young)."""
    parts = _BETWEEN_PEOPLE.split(remark)
    names, joints = parts[::2], "".join(parts[1::2])
    groups = [people_by_commas(part) for part in names]
    people = [person for group in groups for person in group]
    certain = [person for person in people if person.is_certain]
    is_firm = "&" in joints and any(
        not group and not is_office(part) for group, part in zip(groups, names, strict=True)
    )
    if len(groups) == 1 or (people == certain and not is_firm):
        chosen = people
    elif "&" in joints or not certain:
        return ()
    else:
        chosen = certain if "/" in joints else people
    is_one_without_name = len(chosen) == 1 and not chosen[0].parts.whole
    return tuple(chosen) if len(chosen) <= _MOST_PEOPLE and not is_one_without_name else ()
