"""The format of a call script: paragraphs, and lines ``# heading``, each of which starts a branch."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chalicelib.drafts.draft import Passage
from chalicelib.drafts.wording import one_line, paragraphs

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


def passages(rendered: str) -> tuple[Passage, ...]:
    """The opening, then each branch; parts without words are left out."""
    opening, *branches = _HEADING.split(rendered)
    headings: list[str | None] = [None, *map(one_line, branches[::2])]
    texts = map(paragraphs, [opening, *branches[1::2]])
    return tuple(Passage(heading=heading, text=text) for heading, text in zip(headings, texts, strict=True) if text)


def as_plain_text(parts: Iterable[Passage]) -> str:
    """The parts as plain text; a branch has its heading above it, in square brackets."""
    return "\n\n".join(f"[{part.heading}]\n{part.text}" if part.heading else part.text for part in parts)
