"""The pages: HTML from ``templates/pages``, escaped, without scripts, and with a policy that allows none."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from chalicelib.web.answers import HTML, Answer

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
    """Renders the pages; made once, on first use, because it loads Jinja."""

    def __init__(self, templates_folder: Path) -> None:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
        from markupsafe import Markup

        folder = templates_folder / "pages"
        style = (folder / "style.css").read_text(encoding="utf-8")
        self._policy = f"{_NOTHING_ELSE}; style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
        self._templates = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._templates.globals["style"] = Markup(style)  # noqa: S704 - our own file, which must stay as it was hashed

    def page(self, name: str, **facts: object) -> Page:
        """The page of this name, with these facts."""
        return Page(self._templates.get_template(f"{name}.html").render(facts), self._policy)
