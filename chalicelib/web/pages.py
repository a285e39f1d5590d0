"""The pages: HTML from ``templates/pages``, escaped, without scripts, and with a policy that allows none."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from chalicelib.drafts.language import Language
from chalicelib.web.answers import HTML, Answer

if TYPE_CHECKING:
    from jinja2 import Environment

_NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# The digest's page is the mail's HTML, which styles its elements one by one because mail programs want it so.
STYLED_INLINE = f"{_NOTHING_ELSE}; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the Content-Security-Policy under which a browser may show it."""

    html: str
    policy: str

    def answer(self, status: HTTPStatus = HTTPStatus.OK) -> Answer:
        """The page as an answer."""
        return Answer(status, self.html, {"Content-Type": HTML, "Content-Security-Policy": self.policy})


class Pages:
    """Renders the pages, their templates loaded once for each language. On first use: that loads Jinja."""

    def __init__(self, templates_folder: Path) -> None:
        self._folder = templates_folder / "pages"
        self._style = (self._folder / "style.css").read_text(encoding="utf-8")
        style_hash = b64encode(sha256(self._style.encode()).digest()).decode()
        self._policy = f"{_NOTHING_ELSE}; style-src 'sha256-{style_hash}'"
        self._templates: dict[str, Environment] = {}

    def page(self, name: str, language: Language, **facts: object) -> Page:
        """The page of this name, in this language, with these facts."""
        if language.code not in self._templates:
            self._templates[language.code] = self._loaded(language)
        template = self._templates[language.code].get_template(f"{name}.html")
        return Page(template.render(facts, language=language.code), self._policy)

    def _loaded(self, language: Language) -> Environment:
        from markupsafe import Markup

        from chalicelib.drafts.environment import environment

        templates = environment(self._folder, language)
        templates.globals["style"] = Markup(self._style)  # noqa: S704 - our own file, which must stay as it was hashed
        return templates
