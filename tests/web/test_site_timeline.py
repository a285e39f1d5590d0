"""The timeline on a record's page: from the interview over today to the end."""

from __future__ import annotations

import re
from datetime import timedelta

from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.given import A_FORM


class TestTheTimeline:
    def days(self, page: str) -> list[tuple[str, str]]:
        return re.findall(r'<li class="(past|now|ahead)".*?><strong>(.*?)</strong>', page)

    def test_it_goes_from_the_interview_over_today_to_the_end(self, browser: Browser, clock: Clock) -> None:
        browser.open("/record")
        browser.send("/interviews", A_FORM | {"contact_phone": "+49 30 23125 021"})
        path = "/interviews/" + browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]
        browser.open(path)
        browser.send(f"{path}/events", {"kind": "thank_you_sent"})
        clock.now += timedelta(days=2)

        days = self.days(browser.open(path).text)

        assert days[:4] == [
            ("past", "Monday 3 August"),  # the interview
            ("past", "Monday 3 August"),  # the thanks
            ("now", "Wednesday 5 August"),
            ("ahead", "Monday 10 August"),
        ]
        assert {when for when, _ in days[4:]} == {"ahead"}

    def test_before_the_interview_the_closing_question_stands_before_it(self, browser: Browser) -> None:
        browser.open("/record")

        page = browser.send("/interviews", A_FORM | {"interview_on": "2026-08-10"}).text

        texts = re.findall(r'<li class="ahead".*?</strong><br>(.*?)<', page)
        assert texts[:2] == ["At the interview, ask Acme when they will decide", "The interview"]

    def test_on_the_day_itself_the_interview_follows_the_question_that_is_asked_there(
        self, browser: Browser, clock: Clock
    ) -> None:
        browser.open("/record")

        page = browser.send("/interviews", A_FORM | {"interview_time": "23:30"}).text

        texts = re.findall(r'<li class="now".*?</strong><br>(.*?)<', page)
        assert texts == ["At the interview, ask Acme when they will decide", "The interview"]
        assert page.count("aria-current=date") == 1

    def test_only_the_first_step_of_a_kind_leads_to_its_words(self, browser: Browser) -> None:
        browser.open("/record")
        page = browser.send("/interviews", A_FORM | {"contact_email": "dana@acme.example"}).text

        drafts = re.findall(r'<a href="/api/interviews/[^"]*/drafts/([a-z_]+)"', page)

        assert page.count("Write to Acme and ask for the decision") > 1
        assert drafts.count("status_letter") == 1

    def test_the_words_of_a_step_to_come_are_those_of_its_day(self, browser: Browser) -> None:
        browser.open("/record")
        page = browser.send("/interviews", A_FORM | {"contact_email": "dana@acme.example"}).text
        drafts = re.findall(r'<a href="/api(/interviews/[^"]*/drafts/[^"]*)"', page)

        letter = browser.open(drafts[1]).text

        assert "<h1>Write to Acme and ask for the decision</h1>" in letter
        assert "This is for Monday 10 August" in letter
        assert "Copy the letter" in letter
        assert "As a mail (.eml)" not in letter  # a message is of today
