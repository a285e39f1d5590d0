"""The templates of one language, loaded once."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from chalicelib.drafts.facts import Facts


class Texts:
    """A folder of plain-text templates. A template that names an unknown fact fails loudly."""

    def __init__(self, folder: Path) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )

    def render(self, name: str, facts: Facts) -> str:
        """The template filled in, as raw text: paragraphs and lines are the caller's to set."""
        return self._templates.get_template(name).render(_as_context(facts))


_NAMES = tuple(field.name for field in fields(Facts))


def _as_context(facts: Facts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in _NAMES}
