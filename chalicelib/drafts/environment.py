"""The one way to load templates: strict, escaped unless they are plain text, each set of them in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, StrictUndefined, select_autoescape

from chalicelib.drafts import precompiled
from chalicelib.drafts.language import Language


class Environments:
    """The templates of a folder, loaded once for each language, when it is first needed."""

    def __init__(
        self,
        folder: Path,
        filters: Mapping[str, Callable[..., object]] | None = None,
        finalize: Callable[[object], object] | None = None,
    ) -> None:
        self._folder = folder
        self._filters = dict(filters or {})
        self._finalize = finalize
        self._loaded: dict[str, Environment] = {}

    def of(self, language: Language) -> Environment:
        """The templates in this language."""
        if language.code not in self._loaded:
            self._loaded[language.code] = environment(self._folder, language, self._finalize)
            self._loaded[language.code].filters |= self._filters
        return self._loaded[language.code]


def environment(folder: Path, language: Language, finalize: Callable[[object], object] | None = None) -> Environment:
    """The templates of a folder. ``{% trans %}`` and ``_`` translate to ``language``; an unknown name raises.

    ``finalize`` is done to every value that is shown, before it is escaped.
    """
    templates = Environment(
        loader=precompiled.loader(folder),
        undefined=StrictUndefined,
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,  # so that the last line of an included file stays a line
        auto_reload=False,
        finalize=finalize,
    )
    templates.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
    return templates
