"""The settings page: what is saved, the calendar's address, countries by name, a pause."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import ClassVar

import pytest

from chalicelib.schemas.country_names import NAMES
from chalicelib.work_calendars import is_known
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway


class TestSettings:
    def test_they_are_saved_and_the_page_says_so(self, browser: Browser) -> None:
        page = browser.open("/settings")
        sent = {
            "name": "Kim Moss-Hill",
            "email": "kim@example.org",
            "phone": "",
            "country": "DE-BY",
            "time_zone": "Europe/Berlin",
            "digest_at": "07:30",
            "digest_on_mon": "on",
            "digest_on_thu": "on",
            "language": "ru",
            "tone": "friendly",
            "attempts_at_most": "3",
            "days_between_attempts": "2",
            "processes_at_least": "5",
        }
        assert 'value="Kim Moss"' in page.text

        page = browser.send("/settings", sent)

        assert "Сохранено." in page.text
        assert 'value="Kim Moss-Hill"' in page.text
        assert 'value="07:30"' in page.text
        assert re.findall(r'name="digest_on_(\w+)" checked', page.text) == ["mon", "thu"]
        assert '<option value="ru" selected>Русский</option>' in page.text

    def test_what_does_not_fit_is_named(self, browser: Browser) -> None:
        browser.open("/settings")

        page = browser.send(
            "/settings", {"name": "Kim", "time_zone": "Nowhere", "phone": "+49 30 23125 029", "has_digest_days": "yes"}
        )

        assert page.status == 422
        assert 'id="time_zone-fault"' in page.text
        assert 'id="digest_days-fault">Choose at least one day.' in page.text
        assert 'value="+49 30 23125 029"' in page.text

    def test_the_calendar_gets_an_address_a_new_one_and_none(self, browser: Browser) -> None:
        def address() -> str:
            return browser.page.text.partition("/calendar/kim.")[2][:43]

        browser.open("/settings")
        browser.send("/settings/calendar")
        first = address()
        browser.send("/settings/calendar")
        second = address()
        browser.send("/settings/calendar", {"close": "yes"})

        assert len(first) == len(second) == 43
        assert first != second
        assert address() == ""

    def test_after_a_calendar_was_made_the_page_opens_at_it(self, anybody: Gateway, browser: Browser) -> None:
        form_token = browser.open("/settings").text.split('name="form_token" value="')[1].split('"')[0]
        form = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}

        reply = anybody.send("POST", "/settings/calendar", f"form_token={form_token}", **form, Cookie=browser.cookie)

        assert reply.headers["Location"] == "/api/settings?saved=yes#calendar"
        page = browser.open("/settings").text
        assert '<h2 id="calendar">' in page
        assert 'href="webcal://afterword.example/api/calendar/kim.' in page

    @pytest.mark.parametrize("summary", ["A new address", "No calendar any more", "A new token"])
    def test_what_ends_something_is_folded_and_says_what_ends(self, browser: Browser, summary: str) -> None:
        browser.open("/settings")

        page = browser.send("/settings/calendar").text
        folded = page.split(f"<summary>{summary}</summary>")[1].split("</details>")[0]

        assert re.search(r"<p>The (old )?(address|token) is (dead|over) at once", folded)
        assert folded.count("<button") == 1

    def test_the_page_of_a_new_token_opened_again_leads_to_the_settings(self, browser: Browser) -> None:
        assert "<h1>Settings</h1>" in browser.open("/settings/token").text


class TestCountries:
    SENT: ClassVar = {"name": "Kim", "email": "kim@example.org", "time_zone": "Europe/Berlin"}

    @pytest.mark.parametrize(("typed", "code"), [("germany", "DE"), ("Österreich", "AT"), ("de-by", "DE-BY")])
    def test_a_country_may_be_named(self, browser: Browser, typed: str, code: str) -> None:
        browser.open("/settings")

        page = browser.send("/settings", self.SENT | {"country": typed})

        assert f'value="{code}" required list="countries"' in page.text

    def test_what_is_none_is_told_what_one_looks_like(self, browser: Browser) -> None:
        browser.open("/settings")

        page = browser.send("/settings", self.SENT | {"country": "Nowhere"})

        assert "Is not a country code that is known here, such as DE, US or GB, or a region such as DE-BY." in page.text

    def test_each_that_is_offered_is_known(self) -> None:
        assert [code for code in NAMES if not is_known(code)] == []


class TestAPause:
    def pause(self, browser: Browser, until: str) -> None:
        browser.open("/settings")
        sent = {"name": "Kim", "email": "kim@example.org", "country": "DE", "time_zone": "Europe/Berlin"}
        assert "Saved." in browser.send("/settings", sent | {"paused_until": until}).text

    def test_it_is_said_until_when_and_only_while_it_lasts(self, browser: Browser, clock: Clock) -> None:
        self.pause(browser, "2026-08-04")

        assert "the last day without it is Tuesday 4 August 2026." in browser.open("/").text
        clock.now += timedelta(days=1)
        assert "the last day without it" in browser.open("/").text
        clock.now += timedelta(days=1)
        assert "the last day without it" not in browser.open("/").text

    def test_one_without_end_lasts_until_it_is_resumed_by_its_button(self, browser: Browser) -> None:
        self.pause(browser, "2099-12-31")

        assert "The digest is paused until you resume it." in browser.open("/").text
        page = browser.send("/settings/resume").text

        assert "<h1>Today</h1>" in page
        assert "paused" not in page
