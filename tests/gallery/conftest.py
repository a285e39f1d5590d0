"""The gallery, made once for all tests of this room."""

from __future__ import annotations

import pytest

from infra.catalogs import TEMPLATES
from infra.gallery.exhibit import Curator, Exhibit
from infra.gallery.gallery_page import page
from infra.gallery.situations import ALL


@pytest.fixture(scope="session")
def curator() -> Curator:
    """Who makes the exhibits, with the real words."""
    return Curator(TEMPLATES)


@pytest.fixture(scope="session")
def exhibits(curator: Curator) -> tuple[Exhibit, ...]:
    """Every situation in every language."""
    return tuple(curator.exhibit(situation, code) for code in curator.languages.codes for situation in ALL)


@pytest.fixture(scope="session")
def the_page(curator: Curator, exhibits: tuple[Exhibit, ...]) -> str:
    """The page that ``make gallery`` writes."""
    return page(exhibits, curator, TEMPLATES)
