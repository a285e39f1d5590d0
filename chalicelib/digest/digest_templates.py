"""The templates of the digest: subject, text and HTML, from one view. The way in is ``DigestTemplates``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from chalicelib.digest.digest_view import DigestView
from chalicelib.digest.fitting import Rendered
from chalicelib.digest.subject_line import LONGEST_SUBJECT
from chalicelib.drafts.environment import Environments
from chalicelib.drafts.language import Language
from chalicelib.drafts.wording import capital, shortened

LINE_WIDTH = 72
_NUMBER = re.compile(r"\+\d[\d ()/.-]{4,}\d")
_NO_BREAK = "\ue000"  # within a phone number; the no-break spaces of a text stay


class DigestTemplates:
    """The templates in ``templates_folder / "digest"``, loaded once for each language."""

    def __init__(self, templates_folder: Path) -> None:
        filters: dict[str, Callable[..., object]] = {
            "capital": capital,
            "wrapped": wrapped,
            "paragraphs": paragraphs,
            "underlined": underlined,
        }
        self.templates = Environments(templates_folder / "digest", filters)

    def subject(self, view: DigestView, language: Language) -> str:
        """The subject: one line that says what to do, of 77 characters at most."""
        return shortened(self._render("subject.txt", view, language).strip(), LONGEST_SUBJECT)

    def text(self, view: DigestView, language: Language) -> str:
        """The digest as plain text, wrapped at 72 characters."""
        return self._render("body.txt", view, language)

    def html(self, view: DigestView, language: Language) -> str:
        """The digest as a whole HTML document."""
        return self._render("body.html", view, language)

    def rendered(self, view: DigestView, language: Language) -> Rendered:
        """The digest as text and as HTML."""
        return Rendered(view=view, text=self.text(view, language), html=self.html(view, language))

    def _render(self, name: str, view: DigestView, language: Language) -> str:
        return self.templates.of(language).get_template(name).render(view=view)


def wrapped(text: str, indent: int = 0) -> str:
    """Text in indented lines of 72 characters at most. Keeps line breaks; splits no word and no phone number."""
    text = _NUMBER.sub(lambda number: number[0].replace(" ", _NO_BREAK), text)
    rows = (row for line in text.splitlines() for row in _rows(line, " " * indent))
    return "\n".join(rows).replace(_NO_BREAK, " ")


def _rows(line: str, margin: str) -> Iterator[str]:
    """A line, broken between words. ``textwrap`` takes three times as long: it was a fifth of a digest's time."""
    row = ""
    for word in line.split(" "):
        if row and len(row) + len(word) >= LINE_WIDTH:
            yield row
            row = ""
        row = f"{row} {word}" if row else margin + word
    yield row.rstrip()


def underlined(title: str, stroke: str = "=") -> str:
    """A heading in plain text: wrapped, with a line of ``stroke`` below it."""
    return f"{wrapped(title)}\n{stroke * min(len(title), LINE_WIDTH)}"


def paragraphs(text: str) -> list[list[str]]:
    """The paragraphs of a draft, each as a list of its lines."""
    return [block.splitlines() for block in text.split("\n\n") if block.strip()]
