"""The templates as Python, beside their sources: ``chalicelib/drafts/compiled.py`` finds them there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment

from chalicelib.digest import pages as digest
from chalicelib.drafts.compiled import FOLDER
from chalicelib.drafts.language import ENGLISH
from chalicelib.drafts.languages import Languages
from chalicelib.drafts.texts import Texts
from chalicelib.web.pages import rendering as web

EXTENSIONS = ("html", "txt", "css")  # a page of the digest includes its style sheet


def compile_templates(templates: Path) -> None:
    """Compile every template, with the very environment that it is rendered in."""
    for folder, environment in _environments(templates):
        environment.compile_templates(folder / FOLDER, extensions=EXTENSIONS, zip=None, ignore_errors=False)


def _environments(templates: Path) -> Iterator[tuple[Path, Environment]]:
    """By their folders. What a template is compiled to does not depend on the language that it will speak."""
    yield templates / "digest", digest.Pages(templates).templates.of(ENGLISH)
    yield templates / "pages", web.Pages(templates).templates.of(ENGLISH)
    languages = Languages(templates)
    for code in languages.codes:
        folder = languages.drafts_in(code)
        yield folder, Texts(folder, languages.of(code)).templates
