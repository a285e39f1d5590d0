"""The templates as Python, beside their sources: ``chalicelib/drafts/compiled.py`` finds them there."""

from __future__ import annotations

from pathlib import Path

from chalicelib.drafts.compiled import FOLDER
from chalicelib.wiring import environments

EXTENSIONS = ("html", "txt", "css")  # a page of the digest includes its style sheet


def compile_templates(templates: Path) -> None:
    """Compile every template, with the very environment that it is rendered in."""
    for folder, environment in environments(templates):
        environment.compile_templates(folder / FOLDER, extensions=EXTENSIONS, zip=None, ignore_errors=False)
