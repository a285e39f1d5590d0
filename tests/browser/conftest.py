"""A real browser, and real servers. `make test` leaves this folder out: it needs Chromium and npm."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from infra import axe
from tests.browser.person import Look, Person
from tests.browser.site import Site
from tests.browser.times import MONDAY_EVENING

Opened = Callable[..., Person]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    found = shutil.which("chromium")
    if found is None:
        pytest.fail("These tests need Chromium: apt-get install chromium")
    # Root has no sandbox of its own to put a browser into.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=options)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe_script() -> str:
    """What looks for barriers in a page."""
    return axe.script()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[type[Site]], Site]]:
    """Starts a site of each kind, once."""
    begun: dict[type[Site], Site] = {}

    def of(kind: type[Site]) -> Site:
        if kind not in begun:
            begun[kind] = kind(tmp_path_factory.mktemp("site") / "state")
            begun[kind].begin()
        return begun[kind]

    yield of
    for site in begun.values():
        site.end()


@pytest.fixture
def site(request: pytest.FixtureRequest, served: Callable[[type[Site]], Site]) -> Site:
    """A site without any record; parametrized indirectly, of another kind."""
    site = served(getattr(request, "param", Site))
    site.clear()
    return site


@pytest.fixture
def browse(chromium: Browser, site: Site) -> Iterator[Opened]:
    """Opens a window of somebody who is not signed in. At the end no browser may have complained of anything."""
    persons: list[Person] = []

    def opened(look: Look | None = None, now: str = MONDAY_EVENING) -> Person:
        persons.append(Person(chromium, site, look or Look(), now))
        return persons[-1]

    yield opened
    for person in persons:
        person.leave()
    assert [complaint for person in persons for complaint in person.complaints] == []


@pytest.fixture
def person(browse: Opened) -> Person:
    """The owner on a phone, signed in on the evening of Monday 3 August 2026."""
    person = browse()
    person.sign_in()
    return person
