"""Turns the cells of people's tables into values that our fields take; what is not understood stays unchanged.

The ways in are ``canonical`` and ``outcome_events``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from chalicelib.exchange.date_formats import DateFormat, read_day, split
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.request_errors import InvalidValue

_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?::00)?\s*([ap])?\.?m?\.?", re.ASCII | re.IGNORECASE)
_NOON = 12
_WORDS: Mapping[str, str] = {"да": "yes", "нет": "no", "y": "yes", "n": "no", "+": "yes", "x": "yes", "✓": "yes"}
_OUTCOMES: Mapping[str, str] = {
    **dict.fromkeys(("offer", "offered", "hired", "оффер", "предложение", "приняли"), "offer"),
    **dict.fromkeys(("refusal", "refused", "rejected", "rejection", "declined", "отказ", "отказали"), "refusal"),
    **dict.fromkeys(("no_answer", "no answer", "ghosted", "silence", "нет ответа", "тишина", "молчат"), "no_answer"),
    **dict.fromkeys(("withdrawn", "withdrew", "отозвал", "отозвала", "отказался", "отказалась"), "withdrawn"),
    **dict.fromkeys(("", "open", "pending", "waiting", "жду", "ждём", "ждем", "в процессе"), ""),
}
# What led to the outcome is unknown: so a refusal is closed, and asks for no further call.
_EVENTS: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "": (),
    "offer": ({"kind": EventKind.HEARD_BACK, "result": Result.OFFER},),
    "refusal": ({"kind": EventKind.HEARD_BACK, "result": Result.REFUSAL}, {"kind": EventKind.CLOSED}),
    "no_answer": ({"kind": EventKind.CLOSED},),
    "withdrawn": ({"kind": EventKind.WITHDRAWN},),
}


def as_day(cell: str, order: DateFormat | None) -> str:
    """A day in ISO format; a cell that is no day unchanged."""
    found = read_day(split(cell)[0], order)
    return found.isoformat() if found else cell


def as_time(cell: str) -> str:
    """A time of day as HH:MM, from "3:00 PM" or "9.30"; a cell that is no time unchanged."""
    matched = _TIME.fullmatch(cell)
    if matched is None:
        return cell
    hour, minute, half = int(matched[1]), matched[2], (matched[3] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"{hour:02}:{minute}"


def outcome_events(cell: str, on: date, recorded_at: str) -> list[dict[str, object]]:
    """The events that give a record this outcome. Raises InvalidValue for an outcome that is not understood."""
    outcome = _OUTCOMES.get(_lower(cell))
    if outcome is None:
        raise InvalidValue("is not one of: {choices}", choices=", ".join(filter(None, _EVENTS)))
    return [{**event, "on": on.isoformat(), "recorded_at": recorded_at} for event in _EVENTS[outcome]]


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
