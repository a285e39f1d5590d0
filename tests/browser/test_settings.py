"""Settings, the calendar's address, and finding a record."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.browser.person import Person
from tests.browser.times import MONDAY_EVENING


def test_in_russian_the_pages_speak_russian(person: Person) -> None:
    person.follow("Settings")
    person.page.get_by_label("Language").select_option("ru")
    person.press("Save")

    assert "Сохранено." in person.text
    assert person.page.locator("html").get_attribute("lang") == "ru"
    person.open("/")
    assert person.heading == "Сегодня"


def test_what_was_changed_is_kept_and_what_was_emptied_is_gone(person: Person) -> None:
    person.follow("Settings")
    person.fill(Name="Alex Moss", Phone="")
    person.press("Save")

    assert person.page.get_by_role("status").inner_text() == "Saved."
    owner = person.site.ask("GET", "/owner").json
    assert (owner["name"], owner["phone"]) == ("Alex Moss", None)


def test_a_pause_is_said_on_today_s_page(person: Person) -> None:
    person.follow("Settings")
    person.fill(Paused_until="2026-08-20")
    person.press("Save")
    person.follow("Today")

    assert "The digest is paused; the last day without it is Thursday 20 August 2026." in person.text
    person.press("Resume the digest")
    assert "paused" not in person.text


def test_the_calendar_has_an_address_that_answers_until_it_is_closed(person: Person) -> None:
    person.site.record(now=MONDAY_EVENING)
    person.follow("Settings")

    person.press("Make an address for it")
    path = urlsplit(person.page.locator("pre").inner_text().strip()).path
    feed = person.site.ask("GET", path, now=MONDAY_EVENING)
    assert feed.status == 200
    assert b"SUMMARY:" in feed.body
    person.unfold("No calendar any more")
    person.press("Close the calendar")

    assert person.site.ask("GET", path, now=MONDAY_EVENING).status == 404
    assert person.page.get_by_role("button", name="Make an address for it").is_visible()


@pytest.mark.parametrize(
    ("words", "state", "found"),
    [("glo", "All", ["Globex"]), ("WINTER", "All", ["Globex", "Acme"]), ("", "Ended", ["Acme"]), ("zebra", "All", [])],
)
def test_records_are_found_by_a_word_and_by_how_they_stand(
    person: Person, words: str, state: str, found: list[str]
) -> None:
    acme = person.site.record(now=MONDAY_EVENING)["id"]
    person.site.record(now=MONDAY_EVENING, company="Globex")
    person.site.ask("POST", f"/interviews/{acme}/events", {"kind": "withdrawn"}, now=MONDAY_EVENING)
    person.follow("All")

    person.page.get_by_label("Anything you wrote: company, name, number, notes").fill(words)
    person.page.get_by_label("How it stands").select_option(label=state)
    person.press("Search")

    assert sorted(person.page.locator("main li strong").all_inner_texts()) == sorted(found)
