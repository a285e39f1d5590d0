"""Readers of texts: stripped, in Unicode's composed form (NFC), without control characters and lone surrogates.

Every reader raises InvalidValue.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.invisible_marks import stripped, unmarked

_TAG = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_SURROGATE, _CONTROL = "Cs", "Cc"
_BREAKS = ("Zl", "Zp")  # the line and paragraph separators of Unicode
_LONGEST_SHOWN = 60
_MOST_IN_ONE = 4  # characters that NFC makes one of, at most
_MOST_MARKS = 30  # in a row: as Unicode's Stream-Safe Text Format has it
_INVISIBLE = ("Z", "C")  # separators, controls and format characters: none of them can be seen


class FormText(str):
    """A value from a form, where numbers and booleans are texts as well. In JSON they have their own types."""

    __slots__ = ()


def line(limit: int) -> Callable[[object], str]:
    """A reader of one line of at most ``limit`` characters."""
    return lambda raw: _clean(raw, limit, allowed="")


def paragraphs(limit: int) -> Callable[[object], str]:
    """A reader of a text with line breaks and tabs, of at most ``limit`` characters."""
    return lambda raw: _clean(raw, limit, allowed="\n\t")


def unmarked_line(limit: int) -> Callable[[object], str]:
    """A reader of one line that is parsed further, so that invisible marks are no part of it."""
    return lambda raw: _clean(unmarked(raw) if isinstance(raw, str) else raw, limit, allowed="")


def tag(limit: int) -> Callable[[object], str]:
    """A reader of an identifier of at most ``limit`` characters: letters, digits, ``-`` and ``_``."""

    def read(raw: object) -> str:
        text = unmarked_line(limit)(raw)
        if not _TAG.fullmatch(text):
            raise InvalidValue("holds more than letters, digits, - and _")
        return text

    return read


def printable_name(name: str) -> str:
    """A name that the sender made up, as a response may show it: printable, and cut after 60 characters."""
    visible = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)
    return visible if len(visible) <= _LONGEST_SHOWN else visible[:_LONGEST_SHOWN] + "…"


def _clean(raw: object, limit: int, allowed: str) -> str:
    if not isinstance(raw, str):
        raise InvalidValue("is not a text")
    text = stripped(raw.replace("\r\n", "\n").replace("\r", "\n"))
    _check_length(text, limit * _MOST_IN_ONE)
    if not (text.isascii() and text.isprintable()):  # most are, and then no check below would fail
        text = _composed(text, allowed)
    _check_length(text, limit)
    return text


def _check_length(text: str, limit: int) -> None:
    if len(text) > limit:
        raise InvalidValue("is longer than {limit} characters", limit=limit)


def _composed(text: str, allowed: str) -> str:
    """The text in NFC, which takes the square of the marks that stand on one letter: so these are limited first."""
    marks = 0
    for character in text:
        _check(character, allowed)
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MOST_MARKS:
            raise InvalidValue("holds more than {most} marks on one letter", most=_MOST_MARKS)
    if all(unicodedata.category(character)[0] in _INVISIBLE for character in unmarked(text)):
        raise InvalidValue("is empty")
    return unicodedata.normalize("NFC", text)


def _check(character: str, allowed: str) -> None:
    category = unicodedata.category(character)
    if category == _SURROGATE:
        raise InvalidValue("holds half a character (a lone surrogate)")
    if character not in allowed and (category == _CONTROL or category in _BREAKS):
        raise InvalidValue("holds a control character ({code})", code=f"U+{ord(character):04X}")
