"""Turns the cells of people's tables into values that our fields take; what is not understood stays unchanged.

The way in is ``canonical``.
"""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.playbook.fields import Field, FieldType
from chalicelib.schemas.machine_instants import clock_time
from chalicelib.schemas.written_days import DateFormat, read_day, split

_WORDS: Mapping[str, str] = {
    "да": "yes",
    "нет": "no",
    "y": "yes",
    "n": "no",
    "+": "yes",
    "x": "yes",
    "✓": "yes",
    "checked": "yes",
    "✔": "yes",
    "☑": "yes",
    "✅": "yes",
    "ja": "yes",
    "nein": "no",
    "oui": "yes",
    "non": "no",
}


def as_day(cell: str, order: DateFormat | None) -> str:
    """A day in ISO format; a cell that is no day unchanged."""
    found = read_day(split(cell)[0], order)
    return found.isoformat() if found else cell


def as_time(cell: str) -> str:
    """A time of day as HH:MM, from "3:00 PM" or "9.30"; a cell that is no time unchanged."""
    return clock_time(cell) or cell


def _lower(cell: str) -> str:
    return " ".join(cell.casefold().split())


def canonical(field: Field | None, cell: str, order: DateFormat | None) -> str:
    """A cell as its field takes it; unchanged if it is not understood, or if the field is not a declared one."""
    match field.kind if field else None:
        case FieldType.DAY:
            return as_day(cell, order)
        case FieldType.CLOCK_TIME:
            return as_time(cell)
        case FieldType.SWITCH:
            return _WORDS.get(_lower(cell), _lower(cell))
        case FieldType.CHOICE:
            return _choice(field.aliases if field else {}, _lower(cell))
        case _:
            return cell


def _choice(aliases: Mapping[str, str], word: str) -> str:
    meant = (value for value, words in aliases.items() if word in words.split(", "))
    return next(meant, word)
