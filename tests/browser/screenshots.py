"""``python -m tests.browser.screenshots``: every page on a phone and a wide screen, light and dark."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.person import DESKTOP, PHONE, Look, Person
from tests.browser.site import Site
from tests.browser.times import NEXT_MONDAY
from tests.browser.tour import tour

FOLDER = Path(__file__).resolve().parents[2] / "build" / "screenshots"
WIDTHS = {"phone": PHONE, "desktop": DESKTOP}
CHROMIUM = "/usr/bin/chromium"
PATIENCE = 60_000  # milliseconds: some pages are long


def main() -> int:
    """Write build/screenshots/<page>-<phone|desktop>-<light|dark>.png anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        for device, width in WIDTHS.items():
            _take(chromium, device, Look(width=width, scheme="light"))
            _take(chromium, device, Look(width=width, scheme="dark"))
        chromium.close()
    print(f"{len(list(FOLDER.glob('*.png')))} screenshots are in {FOLDER}")  # noqa: T201 - a command talks
    return 0


def _take(chromium: Browser, device: str, look: Look) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "state")
        site.begin()
        person = Person(chromium, site, look, NEXT_MONDAY)
        for name in tour(person):
            person.page.screenshot(path=FOLDER / f"{name}-{device}-{look.scheme}.png", full_page=True, timeout=PATIENCE)
        person.leave()
        site.end()


if __name__ == "__main__":
    sys.exit(main())
