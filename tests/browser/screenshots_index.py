"""The page on which all pictures are looked at: the telling mornings first, a row for each."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.drafts.environment import environment
from chalicelib.drafts.language import ENGLISH
from infra.catalogs import TEMPLATES
from tests.browser.morning_pictures import Row
from tests.browser.person import Look


def index(mornings: Sequence[Row], pages: Sequence[str], looks: Sequence[Look]) -> str:
    """The page as a whole HTML document, beside the folders of the pictures."""
    template = environment(TEMPLATES / "gallery", ENGLISH).get_template("screenshots.html")
    return template.render(mornings=mornings, pages=pages, looks=looks)
