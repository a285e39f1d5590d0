"""The words that were brought in, with what was read from them marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

MOST_SHOWN = 20_000  # characters: what is longer ends with what nobody reads on a phone
_SHORTEST = 2  # letters of a quote; a single one would be found anywhere

Span = tuple[int, int]


class Piece(Struct, frozen=True):
    """A piece of the text, and whether something was read from it."""

    text: str
    is_marked: bool


def marked_text(text: str, quotes: Iterable[str]) -> tuple[Piece, ...]:
    """The text in pieces; each quote is marked where it stands first. One that is not in the text is left out."""
    shown = text[:MOST_SHOWN]
    spans = tuple(_joined(sorted(_found(shown, quotes))))
    edges = (0, *(edge for span in spans for edge in span), len(shown))
    pieces = (Piece(shown[begin:end], place % 2 == 1) for place, (begin, end) in enumerate(pairwise(edges)))
    return tuple(piece for piece in pieces if piece.text)


def _found(text: str, quotes: Iterable[str]) -> Iterator[Span]:
    for quote in quotes:
        begin = text.find(quote) if len(quote) >= _SHORTEST else -1
        if begin >= 0:
            yield begin, begin + len(quote)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those that overlap or touch as one."""
    open_span: Span | None = None
    for begin, end in spans:
        if open_span is None:
            open_span = begin, end
        elif begin <= open_span[1]:
            open_span = open_span[0], max(open_span[1], end)
        else:
            yield open_span
            open_span = begin, end
    if open_span:
        yield open_span
