"""Patterns over text that anybody may have written: no pattern of these takes the square of its length."""

from __future__ import annotations

import re

from chalicelib.patterns import lazy_pattern

_MOST_SPACES, _LONGEST_WORD = 16, 40
_LIMITS = (
    (r"[^\S\n]*", rf"[^\S\n]{{0,{_MOST_SPACES}}}"),
    (r"[^\S\n]+", rf"[^\S\n]{{1,{_MOST_SPACES}}}"),
    (r"[ \t]+", rf"[ \t]{{1,{_MOST_SPACES}}}"),
    (r"[ \t]*", rf"[ \t]{{0,{_MOST_SPACES}}}"),
    (r"[^\W\d_]*", rf"[^\W\d_]{{0,{_LONGEST_WORD}}}"),
    (r"[^\W\d_]+", rf"[^\W\d_]{{1,{_LONGEST_WORD}}}"),
    (r"\s*", rf"\s{{0,{_MOST_SPACES}}}"),
    (r"\s+", rf"\s{{1,{_MOST_SPACES}}}"),
    (r"\w*", rf"\w{{0,{_LONGEST_WORD}}}"),
    (r"\w+", rf"\w{{1,{_LONGEST_WORD}}}"),
    (r"\S+", rf"\S{{1,{_LONGEST_WORD}}}"),
)


def bounded_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression, compiled at its first use, in which white space and words have an end: what is longer is
    no gap between words, and no word."""
    for written, limited in _LIMITS:
        text = text.replace(written, limited)
    return lazy_pattern(text, flags)
