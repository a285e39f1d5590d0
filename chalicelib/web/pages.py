"""The pages: HTML from ``templates/pages``, escaped, without scripts, and with a policy that allows none."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from chalicelib.drafts.language import Language
from chalicelib.web.answers import HTML, Answer

_NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# The digest's page is the mail's HTML, which styles its elements one by one because mail programs want it so.
STYLED_INLINE = f"{_NOTHING_ELSE}; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the Content-Security-Policy under which a browser may show it."""

    html: str
    policy: str
    language: str

    def answer(self, status: HTTPStatus = HTTPStatus.OK) -> Answer:
        """The page as an answer."""
        headers = {"Content-Type": HTML, "Content-Security-Policy": self.policy, "Content-Language": self.language}
        return Answer(status, self.html, headers)


class Pages:
    """Renders the pages. Made on first use: that loads Jinja."""

    def __init__(self, templates_folder: Path) -> None:
        from markupsafe import Markup

        from chalicelib.drafts.environment import Environments

        folder = templates_folder / "pages"
        style = (folder / "style.css").read_text(encoding="utf-8")
        self._style = Markup(style)  # noqa: S704 - our own file, which must stay as it was hashed
        self._policy = f"{_NOTHING_ELSE}; style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
        self._templates = Environments(folder)

    def page(self, name: str, language: Language, **facts: object) -> Page:
        """The page of this name, in this language, with these facts."""
        template = self._templates.of(language).get_template(f"{name}.html")
        return Page(template.render(facts, language=language.code, style=self._style), self._policy, language.code)
