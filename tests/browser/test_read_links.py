"""A step that a line of the mail opens: in a browser that is not signed in, and without scripts (D2)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chalicelib.playbook.step import StepKind
from tests.browser.conftest import Opened
from tests.browser.person import Look, Person
from tests.browser.site import Site, StagedSite
from tests.browser.times import MONDAY_EVENING, NEXT_MONDAY, TUESDAY


@pytest.fixture(scope="module", params=[Site, StagedSite], ids=["root", "stage"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with two records: one to call on Monday, one to thank on Tuesday."""
    site: Site = request.param(tmp_path_factory.mktemp("read") / "state")
    site.begin()
    for company in ("Acme", "Globex"):
        site.record(now=MONDAY_EVENING, company=company)
    yield site
    site.end()


@pytest.fixture
def reader(browse: Opened) -> Person:
    """Somebody in front of a mail; scripts are off."""
    return browse(Look(has_scripts=False), now=NEXT_MONDAY)


def test_d2_a_branch_of_a_call_opens_at_a_tap_and_an_answer_is_recorded_without_signing_in(reader: Person) -> None:
    reader.open(reader.site.reading("Acme", StepKind.STATUS_CALL, NEXT_MONDAY))
    branch = reader.page.locator("details").first
    assert not branch.locator("p").first.is_visible()

    branch.locator("summary").click()

    assert branch.locator("p").first.is_visible()
    reader.follow("I called: nobody answered")
    reader.press("Yes, record it")
    assert reader.heading == "Recorded."


def test_d2_a_letter_comes_as_a_file_without_signing_in(reader: Person) -> None:
    reader.at(TUESDAY)
    reader.open(reader.site.reading("Globex", StepKind.THANK_YOU_LETTER, TUESDAY))

    with reader.page.expect_download() as began:
        reader.page.get_by_role("link", name="As a mail (.eml)").click()

    assert began.value.suggested_filename.endswith(", Globex.eml")


def test_a_russian_letter_that_no_link_holds_is_copied_by_the_link_that_opens_the_mail(
    browse: Opened, site: Site
) -> None:
    site.record(now=MONDAY_EVENING, company="Синий кит", position="Аналитик", language="ru")
    anna = browse(Look(), now=TUESDAY)
    anna.context.grant_permissions(["clipboard-read", "clipboard-write"])
    anna.open(anna.site.reading("Синий кит", StepKind.THANK_YOU_LETTER, TUESDAY))
    told = anna.page.get_by_role("status").filter(has_text="letter")
    assert "copies the letter" in told.inner_text()

    anna.page.get_by_role("link", name="Write to").click()

    told.filter(has_text="The letter is copied: paste it into the mail.").wait_for()
    letter = anna.page.locator("pre.words").first.text_content()
    assert anna.page.evaluate("navigator.clipboard.readText()") == letter
