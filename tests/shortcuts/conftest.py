"""A server for each recipe, so that none finds what another recorded, and a browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.infra.local_server import LocalServer
from tests.shortcuts.programs import needed
from tests.shortcuts.recipes import Recipe, recipe

Cook = Callable[[str], Recipe]


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """A server of this recipe's own."""
    server = LocalServer(tmp_path_factory.mktemp("local") / "state")
    server.begin()
    yield server
    server.end()


@pytest.fixture
def recipe_for(local: LocalServer) -> Cook:
    """A section of the document, for this server and its token."""
    return lambda title: recipe(title, f"http://127.0.0.1:{local.port}", local.token)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=needed("chromium"), args=root)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that remembers nothing."""
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
