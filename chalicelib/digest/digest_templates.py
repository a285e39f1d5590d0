"""The templates of the digest: its subject, its text and its HTML, from one view."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from chalicelib.digest.digest_view import DigestView
from chalicelib.digest.subject_line import LONGEST_SUBJECT
from chalicelib.drafts.environment import Environments
from chalicelib.drafts.language import Language
from chalicelib.drafts.wording import capital, shortened

LINE_WIDTH = 72
_NUMBER = re.compile(r"\+\d[\d ()/.-]{4,}\d")
_NO_BREAK = "\u00a0"


class DigestTemplates:
    """The folder ``templates_folder / "digest"``, loaded once for each language."""

    def __init__(self, templates_folder: Path) -> None:
        filters: dict[str, Callable[..., object]] = {
            "capital": capital,
            "wrapped": wrapped,
            "paragraphs": paragraphs,
            "underlined": underlined,
        }
        self.templates = Environments(templates_folder / "digest", filters)

    def subject(self, view: DigestView, spoken: Language) -> str:
        """One line that says what to do, of 77 characters at most."""
        return shortened(self._render("subject.txt", view, spoken).strip(), LONGEST_SUBJECT)

    def text(self, view: DigestView, spoken: Language) -> str:
        """The digest as plain text, its lines wrapped."""
        return self._render("body.txt", view, spoken)

    def html(self, view: DigestView, spoken: Language) -> str:
        """The digest as a page of its own."""
        return self._render("body.html", view, spoken)

    def _render(self, name: str, view: DigestView, spoken: Language) -> str:
        return self.templates.of(spoken).get_template(name).render(view=view)


def wrapped(text: str, indent: int = 0) -> str:
    """Text in lines of 72 characters at most, each indented. Line breaks stay; words and phone numbers stay whole."""
    text = _NUMBER.sub(lambda number: number[0].replace(" ", _NO_BREAK), text)
    rows = (row for line in text.splitlines() for row in _rows(line, " " * indent))
    return "\n".join(rows).replace(_NO_BREAK, " ")


def _rows(line: str, margin: str) -> Iterator[str]:
    """A line, broken between words. ``textwrap`` takes three times as long, which was a fifth of a digest."""
    row = ""
    for word in line.split(" "):
        if row and len(row) + len(word) >= LINE_WIDTH:
            yield row
            row = ""
        row = f"{row} {word}" if row else margin + word
    yield row.rstrip()


def underlined(title: str, stroke: str = "=") -> str:
    """A heading of plain text: wrapped, and with a line below it."""
    return f"{wrapped(title)}\n{stroke * min(len(title), LINE_WIDTH)}"


def paragraphs(text: str) -> list[list[str]]:
    """The paragraphs of a draft, each as its lines."""
    return [block.splitlines() for block in text.split("\n\n") if block.strip()]
