"""The package's templates are compiled. They say what their sources say; where there is only a source, it is read."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb

import pytest
from jinja2 import UndefinedError

from chalicelib.drafts.environment import environment
from chalicelib.drafts.language import ENGLISH
from chalicelib.web.pages.rendering import PageTemplates
from infra.catalogs import TEMPLATES
from infra.gallery.exhibit import Curator
from infra.gallery.golden import golden_files
from infra.gallery.situations import ALL
from infra.package.package_settings import Trick
from tests.package.tricks import only_with

EVERY_FOURTH = ALL[::4]


@dataclass(frozen=True)
class Said:
    """All that a folder of templates makes of the situations."""

    drafts: dict[str, str]
    subjects: list[str]
    mails: list[str]


@pytest.fixture(scope="module")
def without_sources(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package's templates, of which only the compiled ones are left."""
    folder = tmp_path_factory.mktemp("templates") / "templates"
    shutil.copytree(unpacked / "templates", folder)
    for source in [*folder.rglob("*.txt"), *folder.rglob("*.html"), *folder.rglob("digest/*.css")]:
        source.unlink()
    return folder


def said(templates: Path) -> Said:
    """Every fourth situation of the gallery in every language."""
    curator = Curator(templates)
    exhibits = [curator.exhibit(situation, code) for code in curator.languages.codes for situation in EVERY_FOURTH]
    return Said(
        drafts=dict(golden_files(exhibits, curator)),
        subjects=[curator.subject(one) for one in exhibits],
        mails=[text for one in exhibits for text in (curator.text(one), curator.html(one))],
    )


@only_with(Trick.TEMPLATES)
def test_drafts_and_digests_are_those_of_the_sources(without_sources: Path) -> None:
    compiled, sources = said(without_sources), said(TEMPLATES)

    assert len(sources.drafts) > 20
    assert compiled == sources


@only_with(Trick.TEMPLATES)
@pytest.mark.parametrize("name", sorted(path.stem for path in (TEMPLATES / "pages").glob("*.html")))
def test_every_page_is_compiled_to_what_its_source_says(without_sources: Path, name: str) -> None:
    compiled, source = (
        PageTemplates(folder).templates.of(ENGLISH).get_template(f"{name}.html")
        for folder in (without_sources, TEMPLATES)
    )

    assert compiled.blocks.keys() == source.blocks.keys()
    assert compiled.debug_info == source.debug_info


@only_with(Trick.TEMPLATES)
def test_an_unknown_name_fails_in_a_compiled_template_too_and_the_template_is_named(without_sources: Path) -> None:
    templates = PageTemplates(without_sources).templates.of(ENGLISH)

    with pytest.raises(UndefinedError) as failure:
        templates.get_template("problem.html").render()

    assert "problem.html" in {frame.filename for frame in extract_tb(failure.tb)}


def test_a_template_that_was_added_later_is_read_from_its_source(unpacked: Path, tmp_path: Path) -> None:
    folder = tmp_path / "digest"
    shutil.copytree(unpacked / "templates" / "digest", folder)
    (folder / "added.txt").write_text("{{ _('Today') }}: {{ what }}\n", encoding="utf-8")

    assert environment(folder, ENGLISH).get_template("added.txt").render(what="a call") == "Today: a call\n"
