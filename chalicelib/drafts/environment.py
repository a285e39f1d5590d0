"""The one way in which templates are loaded: strict, escaped unless they are plain text, in one language each."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from chalicelib.drafts.language import ENGLISH, Language


def environment(folder: Path, language: Language = ENGLISH) -> Environment:
    """The templates of a folder. ``{% trans %}`` speaks ``language``; an unknown name fails loudly."""
    templates = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,  # of an included file: its last line is a line
        auto_reload=False,
    )
    templates.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
    templates.policies["ext.i18n.trimmed"] = True
    return templates
