"""``python -m tests.browser.screenshots``: the telling mornings, and every page; on a phone and a wide screen, light
and dark. ONLY (mornings, pages) takes a part."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser import morning_pictures
from tests.browser.mornings import MORNINGS
from tests.browser.person import DESKTOP, PHONE, Look, Person
from tests.browser.screenshots_index import index
from tests.browser.site import Site
from tests.browser.times import NEXT_MONDAY
from tests.browser.tour import STOPS, tour

FOLDER = Path(__file__).resolve().parents[2] / "build" / "screenshots"
LOOKS = tuple(Look(width=width, scheme=scheme) for width in (PHONE, DESKTOP) for scheme in ("light", "dark"))
CHROMIUM = "/usr/bin/chromium"
PATIENCE = 60_000  # milliseconds: some pages are long


def main(only: str) -> int:
    """Write build/screenshots anew: index.html, mornings/ and pages/."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        rows = list(_mornings(chromium)) if only != "pages" else []
        pages = _pages(chromium) if only != "mornings" else []
        chromium.close()
    (FOLDER / "index.html").write_text(index(rows, pages, LOOKS), encoding="utf-8")
    print(f"{len(list(FOLDER.rglob('*.png')))} screenshots: {FOLDER / 'index.html'}")  # noqa: T201 - a command talks
    return 0


def _mornings(chromium: Browser) -> Iterator[morning_pictures.Row]:
    for row in morning_pictures.rows(chromium, MORNINGS, LOOKS, FOLDER / "mornings"):
        print(row.name, flush=True)  # noqa: T201
        yield row


def _pages(chromium: Browser) -> list[str]:
    """The names of all pages; there is a picture of each in each look."""
    for look in LOOKS:
        _tour(chromium, look)
    return [stop.__name__ for stop in STOPS]


def _tour(chromium: Browser, look: Look) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "state")
        site.begin()
        person = Person(chromium, site, look, NEXT_MONDAY)
        for name in tour(person):
            file = FOLDER / "pages" / f"{name}-{look}.png"
            person.page.screenshot(path=file, full_page=True, timeout=PATIENCE)
        person.leave()
        site.end()


if __name__ == "__main__":
    sys.exit(main(os.environ.get("ONLY", "")))
