"""A text to read, without what is not its sender's words: quoted letters, adverts, footers, the way into a meeting.

All forms of a text have the same length, with spaces where something was taken out. So a place found in one of them
is that place in all, and a quote is always a piece of the text as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from chalicelib.capture.words import boilerplate
from chalicelib.capture.words.sentences import Span, sentences_of

MOST_CHARACTERS = 50_000  # a long letter has 10,000; what follows is not read

_LINE_END = re.compile("[\r\u2028\u2029\x0b\x0c\x85]")
_SPACES = dict.fromkeys(map(ord, "\xa0\u2007\u2009\u202f\u200b\u200c\u200d\ufeff\u00ad"), " ")  # some have no width
_NOT_A_LINE_END = re.compile(r"[^\n]")


class Passage(Struct, frozen=True):
    """A text in three forms of one length.

    - ``text``: as it came, at most 50,000 characters
    - ``own``: without quoted letters, adverts, footers and warnings of a mail gateway
    - ``said``: nor addresses of the web and of mail, nor lines about how to dial into a meeting
    """

    text: str
    own: str
    said: str

    def quote(self, span: Span) -> str:
        """The piece of the text at a place, without spaces around it."""
        return self.text[span.start : span.end].strip()

    def sentences(self) -> tuple[Span, ...]:
        """The sentences, lines of a list and cells of a table, in their order."""
        return sentences_of(self.said)


def passage_of(text: str) -> Passage:
    """The text, made ready for reading."""
    text = text[:MOST_CHARACTERS]
    lines = _LINE_END.sub("\n", text.replace("\r\n", " \n")).translate(_SPACES)
    own = _without(lines, boilerplate.foreign_parts(lines))
    return Passage(text, own, _without(own, boilerplate.technical_parts(own)))


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces at these places; line ends stay."""
    pieces, at = [], 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if span.end > at:
            start = max(span.start, at)
            pieces += [text[at:start], _NOT_A_LINE_END.sub(" ", text[start : span.end])]
            at = span.end
    return "".join([*pieces, text[at:]])
