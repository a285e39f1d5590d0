"""Compares what was read with what was expected, as a person would: names without titles, phones by their digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

_WORD = re.compile(r"\w+")
_TITLES_AND_FORMS = "gmbh ag ltd llc inc ооо ао eg dr prof mr ms mrs herr frau г the и"
_NO_NAMES = frozenset(_TITLES_AND_FORMS.split())
_LAST_DIGITS = 9
_ANYTHING = "*"

Fields = Mapping[str, Any]


def misread(expected: Mapping[str, Any], read: Fields, zone: str) -> Iterator[str]:
    """What is missing or different in the fields that were read, and what was guessed."""
    for name, wanted in expected["fields"].items():
        choices = wanted if isinstance(wanted, list) and name != "contacts" else [wanted]
        if not any(_is_same(name, choice, read, zone, expected["fields"]) for choice in choices):
            yield f"{name}: {read.get(name)!r} instead of {wanted!r}"
    for name, banned in expected["not"].items():
        if banned == _ANYTHING and read.get(name) not in (None, [], ""):
            yield f"{name}: {read[name]!r} was guessed"
        elif banned != _ANYTHING:
            yield from (f"{name}: {value!r} was guessed" for value in banned if _is_read(name, value, read, zone))


def _is_read(name: str, banned: Any, read: Fields, zone: str) -> bool:
    if name != "contacts":
        return name in read and _is_same(name, banned, read, zone, {})
    return any(
        all(_is_same_fact(key, value, person.get(key)) for key, value in banned.items())
        for person in read.get("contacts") or ()
    )


def _is_same(name: str, wanted: Any, read: Fields, zone: str, beside: Fields) -> bool:
    value = read.get(name)
    if name == "contacts":
        return all(any(_is_person(person, one) for one in value or ()) for person in wanted)
    if name in ("interview_time", "interview_on") and {"interview_time", "interview_on"} <= {*beside}:
        return _instant(read, read.get("interview_time_zone") or zone) == _instant(beside, zone)
    return _is_same_fact(name, wanted, value)


def _is_person(wanted: Fields, person: Fields) -> bool:
    return all(_is_same_fact(key, value, person.get(key)) for key, value in wanted.items())


def _is_same_fact(name: str, wanted: Any, value: Any) -> bool:
    if value is None:
        return False
    match name:
        case "phone":
            return _digits(str(wanted)) == _digits(str(value))
        case "company" | "position" | "name":
            return _words(str(wanted)) == _words(str(value))
        case "place":
            return _words(str(wanted)) <= _words(str(value))
        case _:
            return str(wanted).lower() == str(value).lower()


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))[-_LAST_DIGITS:]


def _words(text: str) -> set[str]:
    return {word.replace("ё", "е") for word in _WORD.findall(text.lower())} - _NO_NAMES


def _instant(fields: Fields, zone: str) -> datetime | None:
    if not fields.get("interview_on") or not fields.get("interview_time"):
        return None
    wall = datetime.fromisoformat(f"{fields['interview_on']}T{fields['interview_time']}")
    return wall.replace(tzinfo=ZoneInfo(zone))
