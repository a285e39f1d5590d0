"""Readers of texts: stripped, in Unicode's composed form (NFC), without control characters and lone surrogates.

Every reader raises InvalidValue.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from chalicelib.request_errors import InvalidValue

_LINE_ENDS = re.compile(r"\r\n?")
_TAG = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_SURROGATE, _CONTROL = "Cs", "Cc"
_BREAKS = ("Zl", "Zp")  # the line and paragraph separators of Unicode
_LONGEST_SHOWN = 60
_INVISIBLE = ("Z", "C")  # separators, controls and format characters: none of them can be seen


class FormText(str):
    """A value from a form, where numbers and booleans are texts as well. In JSON they have their own types."""

    __slots__ = ()


def line(limit: int) -> Callable[[object], str]:
    """A reader of one line of at most ``limit`` characters."""

    def read(raw: object) -> str:
        text = _clean(raw, allowed="")
        if len(text) > limit:
            raise InvalidValue("is longer than {limit} characters", limit=limit)
        return text

    return read


def paragraphs(limit: int) -> Callable[[object], str]:
    """A reader of a text with line breaks and tabs, of at most ``limit`` characters."""

    def read(raw: object) -> str:
        text = _clean(raw, allowed="\n\t")
        if len(text) > limit:
            raise InvalidValue("is longer than {limit} characters", limit=limit)
        return text

    return read


def tag(limit: int) -> Callable[[object], str]:
    """A reader of an identifier of at most ``limit`` characters: letters, digits, ``-`` and ``_``."""

    def read(raw: object) -> str:
        text = line(limit)(raw)
        if not _TAG.fullmatch(text):
            raise InvalidValue("holds more than letters, digits, - and _")
        return text

    return read


def printable_name(name: str) -> str:
    """A name that the sender made up, as a response may show it: printable, and cut after 60 characters."""
    visible = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)
    return visible if len(visible) <= _LONGEST_SHOWN else visible[:_LONGEST_SHOWN] + "…"


def _clean(raw: object, allowed: str) -> str:
    if not isinstance(raw, str):
        raise InvalidValue("is not a text")
    text = _LINE_ENDS.sub("\n", raw).strip(" \t\n")
    if text and text.isascii() and text.isprintable():
        return text  # as most are: no check below would fail
    for character in text:
        _check(character, allowed)
    if all(unicodedata.category(character)[0] in _INVISIBLE for character in text):
        raise InvalidValue("is empty")
    return unicodedata.normalize("NFC", text.strip())


def _check(character: str, allowed: str) -> None:
    category = unicodedata.category(character)
    if category == _SURROGATE:
        raise InvalidValue("holds half a character (a lone surrogate)")
    if character not in allowed and (category == _CONTROL or category in _BREAKS):
        raise InvalidValue("holds a control character ({code})", code=f"U+{ord(character):04X}")
