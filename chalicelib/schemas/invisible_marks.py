"""Characters that cannot be seen, and that phones, spreadsheets and chats put around what is copied out of them.

Contacts of a phone come between marks of direction, cells with a byte order mark, days of old browsers with a mark
before each part. They mean nothing to a value that is parsed, and are taken out of it.
"""

from __future__ import annotations

import re
import unicodedata

# What Unicode calls default ignorable, and a blank of Braille. They stand as escapes, since one could not see them.
_BUT_JOINERS = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Compiled on first use: most requests have none, and a fresh function has no time for it.
_MARKS = rf"[{_BUT_JOINERS}\u200c\u200d\ufe00-\ufe0f]+"
_MARKS_BUT_JOINERS = f"[{_BUT_JOINERS}]+"
_WHITE = " \t\n"  # what else is white is a control character, and refused
_AT_AN_END = rf"[{_WHITE}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000{_BUT_JOINERS}\u200c\u200d\ufe00-\ufe0f]*"
# What says how the character before it looks: as a picture, as a flag, or as which of the forms of a letter.
_OF_A_SYMBOL, _OF_A_LETTER = r"[\ufe00-\ufe0f\U000e0020-\U000e007f]*", r"[\U000e0100-\U000e01ef]*"


def unmarked(text: str) -> str:
    """The text without invisible marks, and without white space around it."""
    return (text if text.isascii() else re.sub(_MARKS, "", text)).strip()


def unmarked_address(text: str) -> str:
    """A web address without invisible marks; joiners of letters and of emoji stay, since some are spelled with them."""
    return (text if text.isascii() else re.sub(_MARKS_BUT_JOINERS, "", text)).strip()


def stripped(text: str) -> str:
    """Free text without the white space and the invisible marks around it; what is within belongs to it.

    A mark at its end that says how the character before it looks stays: without it an emoji would be another one.
    """
    if text.isascii():
        return text.strip(_WHITE)
    text = text[_at_the_beginning(_AT_AN_END, text) :]
    end = len(text) - _at_the_beginning(_AT_AN_END, text[::-1])  # backwards: a search for the end takes the square
    return text[: end + _at_the_beginning(_look_of(text[end - 1 : end]), text[end:])]


def _look_of(character: str) -> str:
    category = unicodedata.category(character) if character else ""
    return _OF_A_SYMBOL if category.startswith("S") else _OF_A_LETTER if category == "Lo" else ""


def _at_the_beginning(marks: str, text: str) -> int:
    matched = re.match(marks, text)
    return matched.end() if matched else 0


def is_blank(text: str) -> bool:
    """Whether nothing in the text can be seen."""
    return not unmarked(text)
