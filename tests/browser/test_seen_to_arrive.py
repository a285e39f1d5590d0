"""The first digest asks for one press, and is pressed as its reader does: in a browser that is not signed in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Opened
from tests.browser.person import Look, Person
from tests.browser.site import Site, StagedSite
from tests.browser.test_digest_links import open_in_a_new_window, open_mail
from tests.browser.times import MONDAY_EVENING, NEXT_MONDAY, NEXT_TUESDAY

ASKED = {"en": "Did this mail reach your inbox?", "ru": "Это письмо пришло во «Входящие»?"}
SCREEN = 844  # CSS pixels: the height of a phone


@pytest.fixture(params=[Site, StagedSite], ids=["root", "stage"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that has sent its first mail."""
    site: Site = request.param(tmp_path_factory.mktemp("first") / "state")
    site.begin()
    site.record(now=MONDAY_EVENING, company="Acme")
    yield site
    site.end()


def reader_of_the_first_mail(site: Site, browse: Opened) -> Person:
    """The owner in front of it; scripts are off."""
    assert site.tick(NEXT_MONDAY)["sent"]
    reader = browse(Look(has_scripts=False), now=NEXT_MONDAY)
    open_mail(reader, which=0)
    return reader


def seen_at(site: Site) -> str | None:
    """When ``/health`` says that a digest was seen."""
    seen: str | None = site.ask("GET", "/health").json["digest_seen_at"]
    return seen


def test_one_press_says_that_it_arrived_and_the_next_digest_asks_no_more(site: Site, browse: Opened) -> None:
    reader = reader_of_the_first_mail(site, browse)
    assert ASKED["en"] in reader.page.content()

    open_in_a_new_window(reader, reader.page.get_by_role("link", name="I see it", exact=True))
    assert seen_at(site) is None
    reader.press("Yes, record it")

    assert "Afterword knows now that the digest reaches you." in reader.text
    assert seen_at(site) == "2026-08-10T07:00:00Z"
    assert ASKED["en"] not in site.mailed(NEXT_TUESDAY)


def test_today_asks_for_it_until_then_and_helps_to_find_it_in_spam(site: Site, browse: Opened) -> None:
    assert site.tick(NEXT_MONDAY)["sent"]
    owner = browse(Look(), now=NEXT_MONDAY)
    owner.sign_in()
    owner.open("/")

    assert "No digest has been seen to arrive yet." in owner.text
    owner.page.get_by_text("It is not in the inbox").click()

    assert owner.page.get_by_text("“Report not spam”").is_visible()


@pytest.mark.parametrize("language", ASKED)
def test_d3_the_question_leaves_the_first_button_in_the_first_screen(site: Site, browse: Opened, language: str) -> None:
    site.ask("PATCH", "/owner", {"language": language}, now=MONDAY_EVENING)
    reader = reader_of_the_first_mail(site, browse)
    assert ASKED[language] in reader.page.content()

    box = reader.page.locator(".button").first.bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= SCREEN
