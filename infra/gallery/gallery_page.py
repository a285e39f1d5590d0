"""The gallery's page, made of exhibits. It loads nothing from elsewhere, and needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from chalicelib.drafts.environment import environment
from chalicelib.drafts.language import ENGLISH
from chalicelib.playbook.step_kinds import STEP_KINDS
from infra.gallery.exhibit import Curator, Exhibit
from infra.gallery.situation_facts import facts

KINDS = tuple(kind for kind, facts in STEP_KINDS.items() if facts.script_rules or facts.letter_rules)


class Digest(NamedTuple):
    """The parts of an exhibit's digest mail."""

    subject: str
    text: str
    html: str


def page(exhibits: Sequence[Exhibit], curator: Curator, templates_folder: Path) -> str:
    """The page as a whole HTML document."""
    codes = list(dict.fromkeys(exhibit.language for exhibit in exhibits))
    by_language = {code: [exhibit for exhibit in exhibits if exhibit.language == code] for code in codes}
    return _templates(templates_folder, curator).get_template("page.html").render(rooms=by_language, kinds=KINDS)


def drafts_in(exhibits: Sequence[Exhibit]) -> int:
    """How many drafts the exhibits show."""
    return sum(len(piece.by_tone) for exhibit in exhibits for piece in exhibit.pieces)


def _templates(folder: Path, curator: Curator) -> Environment:
    def digest(exhibit: Exhibit) -> Digest:
        return Digest(curator.subject(exhibit), curator.text(exhibit), curator.html(exhibit))

    templates = environment(folder / "gallery", ENGLISH)
    templates.filters |= {"anchor": _anchor, "facts": facts, "digest": digest, "words": _words}
    return templates


def _anchor(exhibit: Exhibit) -> str:
    return f"{exhibit.language}-{exhibit.situation.slug}"


def _words(name: str) -> str:
    return name.replace("_", " ")
