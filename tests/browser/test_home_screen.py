"""The pages on a home screen: they are an app, and what was looked at can be read without a network."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error

from tests.browser.conftest import Opened
from tests.browser.person import Look, Person
from tests.browser.site import Site, StagedSite

pytestmark = pytest.mark.parametrize("site", [Site, StagedSite], indirect=True, ids=["root", "stage"])
WITH_WORKER = Look(has_worker=True)
IS_CONTROLLED = "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"


@pytest.fixture
def person(browse: Opened) -> Person:
    """The owner, signed in on a phone whose worker is at work."""
    person = browse(WITH_WORKER)
    person.sign_in()
    person.page.evaluate("navigator.serviceWorker.ready")
    person.page.wait_for_function(IS_CONTROLLED)
    return person


def keep(person: Person, *paths: str) -> None:
    """Look at these pages, with the worker at work."""
    for path in paths:
        person.open(path)


def test_the_browser_finds_nothing_that_keeps_it_from_installing_the_app(person: Person, site: Site) -> None:
    person.open("/")

    devtools = person.context.new_cdp_session(person.page)
    manifest = devtools.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"].endswith(f"{site.prefix}/manifest.webmanifest")
    found = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in found] == ["in-incognito"]  # that the window of a test is one is all


def test_today_and_the_forms_that_were_looked_at_can_be_read_without_a_network(person: Person) -> None:
    keep(person, "/", "/record")
    person.context.set_offline(True)

    person.open("/record")
    assert person.heading == "Record an interview"
    assert "You are offline." in person.text
    person.open("/")
    assert person.heading == "Today"


def test_a_page_that_was_never_looked_at_is_today_instead_without_a_network(person: Person) -> None:
    keep(person, "/")
    person.context.set_offline(True)

    person.open("/settings")

    assert person.heading == "Today"


def test_with_a_network_a_page_is_what_the_service_says_now(person: Person, site: Site) -> None:
    keep(person, "/interviews")
    site.ask("POST", "/interviews", {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03"})

    person.open("/interviews")

    assert "Acme" in person.text


@pytest.mark.parametrize("ending", ["signed out here", "signed out elsewhere"])
def test_nothing_is_kept_of_who_has_signed_out(person: Person, site: Site, ending: str) -> None:
    keep(person, "/", "/interviews")
    if ending == "signed out here":
        person.open("/settings")
        person.unfold_all()
        person.press("Sign out")
    else:
        person.context.clear_cookies()
        person.open("/")
    person.context.set_offline(True)

    with pytest.raises(Error, match=r"ERR_INTERNET_DISCONNECTED|ERR_FAILED"):
        person.open("/interviews")


def test_what_a_link_of_a_mail_opens_is_not_kept(person: Person) -> None:
    kept = "caches.open('pages').then((cache) => cache.keys()).then((all) => all.map((one) => one.url))"
    keep(person, "/", "/docs")

    assert {address.rpartition("/")[2] for address in person.page.evaluate(kept)} == {""}
