"""The format of a call script: paragraphs, and lines ``# heading``, each of which starts a branch.

A branch of ``#! heading`` stands in the mail too; all others are a tap away (D2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from chalicelib.drafts.draft import Passage
from chalicelib.drafts.wording import one_line, paragraphs
from chalicelib.patterns import lazy_pattern

_HEADING = lazy_pattern(r"^#(!?) (.+)$", re.MULTILINE)


def passages(rendered: str) -> tuple[Passage, ...]:
    """The opening, then each branch; parts without words are left out."""
    opening, *branches = _HEADING.split(rendered)
    parts = [Passage(heading=None, text=paragraphs(opening), is_in_mail=True)]
    for mark, heading, text in zip(branches[::3], branches[1::3], branches[2::3], strict=True):
        parts.append(Passage(heading=one_line(heading), text=paragraphs(text), is_in_mail=bool(mark)))
    return tuple(part for part in parts if part.text)


def as_plain_text(parts: Iterable[Passage]) -> str:
    """The parts as plain text; a branch has its heading above it, in square brackets."""
    return "\n\n".join(f"[{part.heading}]\n{part.text}" if part.heading else part.text for part in parts)
