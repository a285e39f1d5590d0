"""The templates of the digest: its subject, its text and its HTML, from one view."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import fill

from chalicelib.digest.view import DigestView
from chalicelib.digest.words import LONGEST_SUBJECT
from chalicelib.drafts.environment import Environments
from chalicelib.drafts.language import Language
from chalicelib.drafts.wording import capital, shortened

LINE_WIDTH = 72
_NUMBER = re.compile(r"\+\d[\d ()/.-]{4,}\d")
_NO_BREAK = "\u00a0"


class Pages:
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
    margin = " " * indent
    text = _NUMBER.sub(lambda number: number[0].replace(" ", _NO_BREAK), text)
    lines = "\n".join(
        fill(
            line,
            LINE_WIDTH,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in text.splitlines()
    )
    return lines.replace(_NO_BREAK, " ")


def underlined(title: str, stroke: str = "=") -> str:
    """A heading of plain text: wrapped, and with a line below it."""
    return f"{wrapped(title)}\n{stroke * min(len(title), LINE_WIDTH)}"


def paragraphs(text: str) -> list[list[str]]:
    """The paragraphs of a draft, each as its lines."""
    return [block.splitlines() for block in text.split("\n\n") if block.strip()]
