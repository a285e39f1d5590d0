"""Readers of days, times, numbers, switches and choices. Each takes a JSON value or the text of a form.

Every reader raises InvalidValue.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from chalicelib.patterns import lazy_pattern
from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.invisible_marks import unmarked
from chalicelib.schemas.text_values import FormText

AnyChoice = TypeVar("AnyChoice", bound=StrEnum)

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
_DAY = lazy_pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TWO_READINGS = r"(?a)(?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|1[0-2])[-/]\d{4}\b"  # compiled on first use, in forms only
_TIME = lazy_pattern(r"(\d{2}:\d{2})(:00)?", re.ASCII)
_NUMBER = lazy_pattern(r"[+-]?\d{1,9}", re.ASCII)
_SWITCH = {"on": True, "true": True, "yes": True, "1": True, "off": False, "false": False, "no": False, "0": False}


def day(raw: object) -> date:
    """A day of the calendar, ``2026-08-03``. The standard library alone would accept week dates and more."""
    text = _text(raw)
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None and isinstance(raw, FormText) and re.match(_TWO_READINGS, text):
        raise InvalidValue("can be read in two ways, day or month first: write it as 2026-08-03")
    if found is None:
        raise InvalidValue("is not a day such as 2026-08-03")
    if not FIRST_DAY <= found <= LAST_DAY:
        raise InvalidValue("is not between {first} and {last}", first=str(FIRST_DAY), last=str(LAST_DAY))
    return found


def clock_time(raw: object) -> time:
    """A time of day to the minute, ``15:00``, in the owner's zone."""
    matched = _TIME.fullmatch(_text(raw))
    try:
        found = time.fromisoformat(matched[1]) if matched else None
    except ValueError:
        found = None
    if found is None:
        raise InvalidValue("is not a time such as 15:00")
    return found


def number(lowest: int, highest: int) -> Callable[[object], int]:
    """A reader of a whole number between ``lowest`` and ``highest``."""

    def read(raw: object) -> int:
        if isinstance(raw, FormText) and _NUMBER.fullmatch(unmarked(raw)):
            raw = int(unmarked(raw))
        if not isinstance(raw, int) or isinstance(raw, bool) or not lowest <= raw <= highest:
            raise InvalidValue("is not a whole number from {lowest} to {highest}", lowest=lowest, highest=highest)
        return raw

    return read


def switch(raw: object) -> bool:
    """True or false; in a form a word such as ``yes`` or ``off``, and ``on`` for a ticked box."""
    value = _SWITCH.get(unmarked(raw).lower()) if isinstance(raw, FormText) else raw
    if not isinstance(value, bool):
        raise InvalidValue("is neither true nor false")
    return value


def choice(choices: type[AnyChoice]) -> Callable[[object], AnyChoice]:
    """A reader of one word of an enumeration."""
    known = {str(member): member for member in choices}

    def read(raw: object) -> AnyChoice:
        found = known.get(unmarked(raw)) if isinstance(raw, str) else None
        if found is None:
            raise InvalidValue("is not one of: {choices}", choices=", ".join(known))
        return found

    return read


def choices(known: type[AnyChoice]) -> Callable[[object], tuple[AnyChoice, ...]]:
    """A reader of one or more words of an enumeration: a list or, in a form, a text with commas or spaces between.

    It returns them without repetitions, in the order of the enumeration.
    """
    read_one = choice(known)

    def read(raw: object) -> tuple[AnyChoice, ...]:
        words = re.split(r"[\s,]+", unmarked(raw)) if isinstance(raw, FormText) else raw
        if not isinstance(words, list | tuple) or not words:
            raise InvalidValue("needs at least one of: {choices}", choices=", ".join(known))
        chosen = {read_one(word) for word in words}
        return tuple(member for member in known if member in chosen)

    return read


def _text(raw: object) -> str:
    return unmarked(raw) if isinstance(raw, str) else ""
