"""Bytes to text: by the character set that is declared, if it fits, and otherwise by a guess."""

from __future__ import annotations

import codecs

from chalicelib.exchange.encodings import encoding_of
from chalicelib.patterns import lazy_pattern

LONGEST_TEXT = 200_000  # characters that are read of one text
_MOST_BYTES = 4 * LONGEST_TEXT
_UNSEEN = lazy_pattern("[\u00ad\u034f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_BLANKS = lazy_pattern("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_CONTROLS = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ud800-\udfff]")
# Declared, but too narrow: browsers read them as their wider neighbours too.
_WIDER = {"ascii": None, "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def text_of(raw: bytes, declared: str | None = None) -> str:
    """The text, its lines ended by line feeds, without what cannot be seen; at most ``LONGEST_TEXT`` characters."""
    raw = raw[:_MOST_BYTES]
    text = _decoded(raw, _codec(declared))
    if text is None:
        text = raw.decode(encoding_of(raw), errors="replace")
    return tidied(text)


def tidied(text: str) -> str:
    """The text with plain blanks and line ends, without invisible marks and control characters, and bounded."""
    text = text[: 2 * LONGEST_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    text = _UNSEEN.sub("", _BLANKS.sub(" ", text))
    return _CONTROLS.sub(" ", text)[:LONGEST_TEXT]


def _decoded(raw: bytes, codec: str | None) -> str | None:
    """The text in this encoding; None if there is none, or it does not fit. One that was cut in a letter fits."""
    if codec is None:
        return None
    try:
        return codecs.getincrementaldecoder(codec)().decode(raw)
    except (UnicodeError, LookupError):
        return None


def _codec(declared: str | None) -> str | None:
    """The codec of a declared character set; None if it says nothing, or is none of texts."""
    try:
        found = codecs.lookup((declared or "").strip(" \"'"))
    except (LookupError, ValueError):
        return None
    is_of_texts: bool = found._is_text_encoding
    return _WIDER.get(found.name, found.name) if is_of_texts else None
