"""Pictures of the telling mornings: the mail as it was sent, and Today on the same morning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from msgspec.structs import replace
from playwright.sync_api import Browser

from chalicelib.exchange.json_records import FORMAT, FORMAT_VERSION, record_as_json
from infra.gallery.cast import an_owner
from infra.gallery.variants import owner_in, record_in
from tests.browser.mornings import Morning
from tests.browser.person import Look, Person
from tests.browser.site import Site

SCREEN = 844  # CSS pixels: the height of a phone
PATIENCE = 60_000  # milliseconds: some pages are long
FIRST_BUTTON = "document.querySelector('.button, .clicks a, .choices a')?.getBoundingClientRect().bottom ?? 0"


class Picture(NamedTuple):
    """The mail or Today: how one looked at it, how high it is, and where its first button ends (None: it has none)."""

    page: str
    file: str
    look: Look
    height: int
    first_button: int | None

    @property
    def caption(self) -> str:
        """What one has to know beside the picture."""
        screens = f"{self.page}, {self.look.width} px, {self.look.scheme}: {self.height / SCREEN:.1f} screens"
        return screens + (f", the first button ends at {self.first_button}" if self.first_button else "")


class Row(NamedTuple):
    """A morning in a language, and its pictures."""

    name: str
    pictures: tuple[Picture, ...]


def rows(chromium: Browser, mornings: Iterable[Morning], looks: tuple[Look, ...], folder: Path) -> Iterator[Row]:
    """Take the pictures of each morning in its languages, as PNG files in the folder."""
    folder.mkdir(exist_ok=True)
    for morning in mornings:
        for language in morning.languages:
            with _furnished(morning, language) as site:
                html = site.mailed(_eight_on(morning.on))
                taken = [_taken(chromium, site, morning, look, html, folder, language) for look in looks]
            name = f"{morning.name}, {morning.on:%A}, {language}"
            yield Row(name, tuple(picture for pair in zip(*taken, strict=True) for picture in pair))


@contextmanager
def _furnished(morning: Morning, language: str) -> Iterator[Site]:
    """A site of its own with the morning's records; the digest before it has gone out, if there was one."""
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "state")
        site.begin()
        try:
            _furnish(site, morning, language)
            yield site
        finally:
            site.end()


def _furnish(site: Site, morning: Morning, language: str) -> None:
    now, owner = _eight_on(morning.on), owner_in(language, an_owner())
    settings = {"name": owner.name, "phone": owner.phone, "language": language}
    assert site.ask("PATCH", "/owner", settings, now=now).status == 200
    records = [record_as_json(replace(record_in(language, record), version=1)) for record in morning.records]
    file: dict[str, Any] = {"format": FORMAT, "format_version": FORMAT_VERSION, "interviews": records}
    report = site.ask("POST", "/import", file, now=now).json
    assert report["created"] == len(records), report
    if morning.last:
        site.tick(_eight_on(morning.last))


def _taken(
    chromium: Browser, site: Site, morning: Morning, look: Look, html: str, folder: Path, language: str
) -> tuple[Picture, Picture]:
    """The mail and Today in one look."""
    person = Person(chromium, site, look, _eight_on(morning.on))
    person.sign_in()
    name = f"{morning.slug}-{language}-{look}.png"
    today = _picture(person, "Today", folder / f"today-{name}", look)
    person.page.goto("about:blank")
    person.page.set_content(html)
    mail = _picture(person, "Mail", folder / f"mail-{name}", look)
    person.leave()
    return mail, today


def _picture(person: Person, page: str, file: Path, look: Look) -> Picture:
    person.page.screenshot(path=file, full_page=True, timeout=PATIENCE)
    height, first = person.page.evaluate(f"[document.documentElement.scrollHeight, {FIRST_BUTTON}]")
    return Picture(page, f"{file.parent.name}/{file.name}", look, height, round(first) or None)


def _eight_on(day: date) -> str:
    return f"{day.isoformat()}T08:00:00+02:00"
