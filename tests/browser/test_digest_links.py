"""The digest's links, opened from the mail as a mail program does: in a browser that is not signed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Opened
from tests.browser.person import Look, Person
from tests.browser.site import Site, StagedSite
from tests.browser.times import MONDAY_EVENING, NEXT_MONDAY, NEXT_TUESDAY

SAID = {
    "I called: nobody answered": ("status_letter", "2026-08-11"),
    "I called: no decision yet": ("agreed_call", "2026-08-17"),
    "They asked me to wait": ("status_call", "2026-08-17"),
    "They made an offer": ("answer_offer", "2026-08-17"),
    "They said no": ("reasons_call", "2026-08-11"),
    "Tomorrow": ("status_call", "2026-08-11"),
    "In 3 days": ("status_call", "2026-08-13"),
    "In a week": ("status_call", "2026-08-17"),
    "Stop following up": None,
}
COMPANIES = [f"Firm {number}" for number in range(len(SAID))]
OTHERS = ["Undone", "Offering", "Inviting", "Hasty", "Misdated", "Written to", "Stale", "Old"]


@pytest.fixture(scope="module", params=[Site, StagedSite], ids=["root", "stage"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that has sent one mail about many companies: each test clicks the links of its own."""
    site: Site = request.param(tmp_path_factory.mktemp("mailed") / "state")
    site.begin()
    for company in COMPANIES + OTHERS:
        site.record(now=MONDAY_EVENING, company=company)
    assert site.tick(NEXT_MONDAY)["sent"]
    yield site
    site.end()


@pytest.fixture
def reader(site: Site, browse: Opened) -> Person:
    """The owner in front of that mail; scripts are off."""
    reader = browse(Look(has_scripts=False), now=NEXT_MONDAY)
    open_mail(reader, which=-1)
    return reader


def open_mail(reader: Person, which: int) -> None:
    """A mail as its reader sees it; 0 is the last one."""
    reader.open(f"/outbox/{reader.site.outbox()[which]['id']}/frame")


def click(reader: Person, company: str, label: str) -> None:
    """Click what happened, in the mail where it stands there, or else on the page of the step."""
    in_mail = card(reader, company).get_by_role("link", name=label, exact=True)
    if in_mail.count():
        open_in_a_new_window(reader, in_mail.first)
    else:
        open_step(reader, company)
        reader.follow(label)


def open_step(reader: Person, company: str) -> None:
    """Open the page of a company's step: by its line, or by "Something else happened" of its card."""
    whole = card(reader, company)
    link = whole.get_by_role("link", name="Something else happened") if whole.count() else line(reader, company)
    open_in_a_new_window(reader, link.first)


def card(reader: Person, company: str) -> Locator:
    """The card of a company in the mail."""
    return reader.page.get_by_role("article").filter(has=reader.page.get_by_role("heading", name=company))


def line(reader: Person, company: str) -> Locator:
    """The link of a company's line in the mail."""
    return reader.page.get_by_role("link", name=re.compile(rf"\b{re.escape(company)}\b"))


def open_in_a_new_window(reader: Person, link: Locator) -> None:
    """Follow a link as mail programs do; the reader goes on there."""
    with reader.context.expect_page() as opened:
        link.click()
    reader.page = opened.value
    reader.page.wait_for_load_state()


def records(site: Site, company: str) -> list[Any]:
    """The records of a company, the last one first."""
    items = site.ask("GET", "/interviews?status=all&limit=100", now=NEXT_MONDAY).json["items"]
    return sorted((one for one in items if one["company"] == company), key=lambda one: one["id"], reverse=True)


def next_step(site: Site, company: str) -> tuple[str, str] | None:
    """The kind of the next step and its day."""
    step = records(site, company)[0]["next_step"]
    return (step["kind"], step["due_on"]) if step else None


@pytest.mark.parametrize(("company", "label", "next_one"), [*zip(COMPANIES, SAID, SAID.values(), strict=True)])
def test_a_link_and_one_button_say_what_happened(
    reader: Person, company: str, label: str, next_one: tuple[str, str] | None
) -> None:
    click(reader, company, label)
    assert next_step(reader.site, company) == ("status_call", "2026-08-10")
    reader.press("Yes, record it")

    assert reader.heading == "Recorded."
    assert next_step(reader.site, company) == next_one


def test_what_a_link_recorded_can_be_undone_at_once(reader: Person) -> None:
    click(reader, "Undone", "They said no")
    reader.press("Yes, record it")

    reader.press("Undo")

    assert next_step(reader.site, "Undone") == ("status_call", "2026-08-10")


def test_m2_an_offer_is_recorded_with_the_day_by_which_they_want_an_answer(reader: Person) -> None:
    click(reader, "Offering", "They made an offer")
    reader.page.get_by_label("By which day do they want your answer?").fill("2026-08-14")
    reader.press("Yes, record it")

    (record,) = records(reader.site, "Offering")
    assert next_step(reader.site, "Offering") == ("answer_offer", "2026-08-14")
    assert record["events"][-1]["until"] == "2026-08-14"


def test_m4_the_next_round_asks_for_its_day_and_opens_an_interview(reader: Person) -> None:
    click(reader, "Inviting", "They invited me to the next round")
    reader.page.get_by_label("When is the next interview, if they said?").fill("2026-08-20")
    reader.press("Yes, record it")

    opened = records(reader.site, "Inviting")[0]
    assert (opened["interview_on"], opened["round"], opened["status"]) == ("2026-08-20", 2, "open")


def test_w13_an_invitation_without_a_day_is_asked_about_on_the_third_working_day(reader: Person) -> None:
    click(reader, "Hasty", "They invited me to the next round")
    reader.press("Yes, record it")

    assert "about the date of the interview" in reader.text
    assert next_step(reader.site, "Hasty") == ("status_call", "2026-08-13")


def test_what_does_not_fit_is_said_on_the_same_page_and_nothing_typed_is_lost(reader: Person) -> None:
    click(reader, "Misdated", "I called: nobody answered")
    reader.page.get_by_label("On which day?").fill("2026-08-30")
    reader.press("Yes, record it")

    assert reader.page.get_by_role("alert").is_visible()
    assert reader.page.get_by_label("On which day?").input_value() == "2026-08-30"


def test_a_letter_is_sent_says_the_mail_that_holds_it(reader: Person) -> None:
    click(reader, "Written to", "I called: nobody answered")
    reader.press("Yes, record it")
    assert reader.site.tick(NEXT_TUESDAY)["sent"]
    reader.at(NEXT_TUESDAY)
    open_mail(reader, which=0)

    click(reader, "Written to", "I sent the letter")
    reader.press("Yes, record it")

    assert next_step(reader.site, "Written to") == ("receipt_call", "2026-08-12")


def test_a_link_from_before_something_else_says_so_and_offers_what_fits_now(reader: Person) -> None:
    open_step(reader, "Stale")
    said_no = reader.page.get_by_role("link", name="They said no").get_attribute("href") or ""
    reader.follow("I called: nobody answered")
    reader.press("Yes, record it")

    reader.open(said_no[said_no.index("/act/") :])

    assert "This link is from before something else was recorded" in reader.text
    reader.follow("I sent the letter")
    reader.press("Yes, record it")
    assert reader.heading == "Recorded."


def test_a_link_that_was_cut_says_that_it_is_not_whole(reader: Person) -> None:
    reader.open("/act/abc", status=404)

    assert "This link is not a whole one." in reader.text


def test_a_link_of_long_ago_says_that_it_is_too_old(reader: Person) -> None:
    path = reader.page.get_by_role("link", name="I called: nobody answered").first.get_attribute("href") or ""
    reader.at("2027-08-10T09:00:00+02:00")

    reader.open("/act/" + path.partition("/act/")[2], status=410)

    assert "This link is too old." in reader.text
