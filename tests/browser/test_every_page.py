"""What holds on every page: on a phone and a wide screen, light and dark. Complaints of the browser fail as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opened
from tests.browser.person import DESKTOP, NARROWEST, PHONE, Look, Person, Scheme
from tests.browser.site import Site
from tests.browser.times import NEXT_MONDAY
from tests.browser.tour import tour

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SCHEMES: tuple[Scheme, ...] = ("dark", "light")  # the pages are opened in the last one
SMALLEST_TARGET = 44  # CSS pixels, as Apple and WCAG 2.5.5 have it
WRITTEN_FOR_MAIL = ("digest", "mail", "mail_unreadable")  # their links are a list in a text
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TOO_SMALL = """least => [...document.querySelectorAll("button, .button, nav a, summary, input, select, textarea")]
    .map(one => ["checkbox", "radio"].includes(one.type) ? one.closest("label") : one)
    .map(one => [one.textContent.trim().slice(0, 40) || one.name, one.getBoundingClientRect()])
    .filter(([_, box]) => box.height > 0 && (box.height < least || box.width < least))
    .map(([name, box]) => `${name}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of the test's own: the tour leaves nothing as it was."""
    site = Site(tmp_path_factory.mktemp("toured") / "state")
    site.begin()
    yield site
    site.end()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_no_barrier_in_light_or_dark_and_nothing_is_too_wide_or_too_small_for_a_thumb(
    browse: Opened, axe_script: str, width: int
) -> None:
    person = browse(Look(width=width), now=NEXT_MONDAY)

    found = {
        name: faults for name in tour(person) if (faults := _misfits(person, name) + _barriers(person, axe_script))
    }

    assert found == {}


def test_in_the_narrowest_window_nothing_is_too_wide_or_too_small_for_a_thumb(browse: Opened) -> None:
    person = browse(Look(width=NARROWEST), now=NEXT_MONDAY)

    found = {name: faults for name in tour(person) if (faults := _misfits(person, name))}

    assert found == {}


def test_what_only_a_script_can_do_is_not_shown_without_scripts(browse: Opened) -> None:
    person = browse(Look(has_scripts=False), now=NEXT_MONDAY)

    shown = {name: texts for name in tour(person) if (texts := _hidden_but_seen(person))}

    assert shown == {}


def _hidden_but_seen(person: Person) -> list[str]:
    person.unfold_all()
    return person.page.locator("[hidden]:visible").all_inner_texts()


def _barriers(person: Person, axe_script: str) -> list[str]:
    """What axe says of the page with all that is folded open: by colours, rule and place. The page stays light."""
    person.unfold_all()
    person.page.evaluate(axe_script)
    found = []
    for scheme in SCHEMES:
        person.page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {barrier}" for barrier in _said(person.page)]
    return found


def _said(page: Page) -> list[str]:
    result: Any = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", WCAG)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def _misfits(person: Person, name: str) -> list[str]:
    person.unfold_all()
    excess: int = person.page.evaluate(TOO_WIDE)
    small: list[str] = [] if name in WRITTEN_FOR_MAIL else person.page.evaluate(TOO_SMALL, SMALLEST_TARGET)
    return [f"{excess} px too wide"] * (excess > 0) + small
