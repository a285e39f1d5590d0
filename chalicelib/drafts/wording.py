"""The one place where text is made fit for a draft: values on their way in, rendered templates on their way out."""

from __future__ import annotations

import re
import unicodedata

# Embeddings, overrides and isolates turn round what follows them; joiners and plain direction marks do not.
_TURNS_TEXT_ROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = _TURNS_TEXT_ROUND | {"\u200b", "\u2060", "\ufeff"}
_STOP_AFTER_A_STOP = re.compile(r"\.(?<=[^.][.!?…]\.)(?=\s|$)")  # the stop first: only there is looked back
_BLANK_LINES = re.compile(r"\n\s*\n")
_QUOTATION_MARKS = frozenset('«»„“”"')
_LOOSE_ENDS = " ,;:.-–—(/&\u200d"


def one_line(text: str) -> str:
    """``text`` as one line of printable characters with single spaces; what was only controls becomes empty."""
    visible = text if text.isprintable() else "".join(map(_visible, text))
    return " ".join(visible.split())


def paragraphs(rendered: str) -> str:
    """A rendered template as it is read: the lines of a paragraph joined by spaces, an empty paragraph gone.

    A template holds one sentence a line, so a missing fact drops its line and leaves no trace. A value that
    ends in a full stop of its own ("Acme Inc.") gets no second one.
    """
    joined = (" ".join(block.split()) for block in _BLANK_LINES.split(rendered))
    return "\n\n".join(_STOP_AFTER_A_STOP.sub("", block) for block in joined if block)


def lines(rendered: str) -> str:
    """A rendered template line by line, the empty ones gone."""
    kept = (" ".join(line.split()) for line in rendered.split("\n"))
    return "\n".join(line for line in kept if line)


def shortened(text: str, width: int) -> str:
    """``text`` in at most ``width`` characters, cut between words where that keeps half of it, with an ellipsis."""
    if len(text) <= width:
        return text
    cut = text[: max(width - 1, 0)]
    whole_words = cut if text[len(cut)].isspace() else cut.rpartition(" ")[0]
    kept = (whole_words if len(whole_words) * 2 >= width else cut).rstrip(_LOOSE_ENDS)
    return f"{kept}…" if kept else ""


def quoted(name: str, opening: str, closing: str) -> str:
    """A name in quotation marks; one that brings some of its own («ООО «Ромашка»») stays as it is."""
    return name if _QUOTATION_MARKS & set(name) else f"{opening}{name}{closing}"


def capital(phrase: str) -> str:
    """With a capital at the start, the rest as it is."""
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
