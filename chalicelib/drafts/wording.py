"""Makes text fit for a draft: values before they are filled in, and templates after they are rendered."""

from __future__ import annotations

import unicodedata

from chalicelib.drafts import bidi
from chalicelib.patterns import lazy_pattern

_INVISIBLE = bidi.CONTROLS | {"\u200b", "\u2060", "\ufeff"}
_STOP_AFTER_A_STOP = lazy_pattern(
    r"\.(?<=[^.][.!?…]\.)(?=\s|$)"
)  # matches the stop first, so that it looks back only there
_BLANK_LINES = lazy_pattern(r"\n\s*\n")
_QUOTATION_MARKS = frozenset('«»„“”"')
_LOOSE_ENDS = " ,;:.-–—(/&\u200d"


def one_line(text: str) -> str:
    """``text`` as one line of printable characters with single spaces; empty if it was only control characters."""
    visible = text if text.isprintable() else "".join(map(_visible, text))
    return " ".join(visible.split())


def paragraphs(rendered: str) -> str:
    """A rendered template as paragraphs: the lines of each are joined by spaces, empty ones are removed.

    A template has one sentence on a line, so a missing fact drops its line and leaves no trace. A value that ends in a
    full stop of its own ("Acme Inc.") gets no second one.
    """
    joined = (" ".join(block.split()) for block in _BLANK_LINES.split(rendered))
    return "\n\n".join(_STOP_AFTER_A_STOP.sub("", block) for block in joined if block)


def lines(rendered: str) -> str:
    """A rendered template line by line, without empty lines."""
    cleaned = (" ".join(line.split()) for line in rendered.split("\n"))
    return "\n".join(line for line in cleaned if line)


def shortened(text: str, width: int) -> str:
    """``text`` in at most ``width`` characters, with an ellipsis; cut between words if that keeps half of the width."""
    if len(text) <= width:
        return text
    cut = text[: max(width - 1, 0)]
    whole_words = cut if text[len(cut)].isspace() else cut.rpartition(" ")[0]
    kept = (whole_words if len(whole_words) * 2 >= width else cut).rstrip(_LOOSE_ENDS)
    return f"{kept}…" if kept else ""


def quoted(name: str, opening: str, closing: str) -> str:
    """A name in quotation marks; one that has some of its own («ООО «Ромашка»») stays as it is."""
    return name if _QUOTATION_MARKS & set(name) else f"{opening}{name}{closing}"


def capital(phrase: str) -> str:
    """The phrase with a capital at the start."""
    return phrase[:1].upper() + phrase[1:]


def _visible(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    match unicodedata.category(character):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cs":
            return ""
        case _:
            return character
