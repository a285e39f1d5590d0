"""The templates of the digest: its subject, its text and its HTML, from one view."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import fill

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from chalicelib.digest.view import DigestView
from chalicelib.digest.words import LONGEST_SUBJECT, capital
from chalicelib.drafts.wording import shortened

LINE_WIDTH = 72
_NUMBER = re.compile(r"\+\d[\d ()/.-]{4,}\d")
_NO_BREAK = "\u00a0"


class Pages:
    """The folder ``templates_folder / "digest"``, loaded once. A template that names what is not there fails loudly."""

    def __init__(self, templates_folder: Path) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(templates_folder / "digest"),
            undefined=StrictUndefined,
            autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,  # of an included file: its last line is a line
            auto_reload=False,
        )
        self._templates.filters |= {"capital": capital, "wrapped": wrapped, "paragraphs": paragraphs}

    def subject(self, view: DigestView) -> str:
        """One line that says what to do, of 77 characters at most."""
        return shortened(self._render("subject.txt", view).strip(), LONGEST_SUBJECT)

    def text(self, view: DigestView) -> str:
        """The digest as plain text, its lines wrapped."""
        return self._render("body.txt", view)

    def html(self, view: DigestView) -> str:
        """The digest as a page of its own."""
        return self._render("body.html", view)

    def _render(self, name: str, view: DigestView) -> str:
        return self._templates.get_template(name).render(view=view)


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


def paragraphs(text: str) -> list[list[str]]:
    """The paragraphs of a draft, each as its lines."""
    return [block.splitlines() for block in text.split("\n\n") if block.strip()]
