"""A record's page where a process went on or ended: the next round, and an offer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.browser import Browser
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded


class TestTheNextRound:
    @pytest.fixture
    def opened(self, alex: Gateway) -> dict[str, str]:
        """The ids of round 1, which ended with an invitation, and of round 2."""
        first = recorded(alex)["id"]
        answer = {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-20"}
        return {"first": first, "second": happened(alex, first, **answer)["next_interview_id"]}

    def test_the_old_record_says_how_it_ended_and_leads_to_the_new_one(
        self, alexs_browser: Browser, opened: dict[str, str]
    ) -> None:
        page = alexs_browser.open(f"/interviews/{opened['first']}").text

        assert "<strong>Next round</strong>" in page
        assert f'<a href="/api/interviews/{opened["second"]}">The record of round 2</a>' in page
        assert "This process has ended." not in page

    def test_the_new_record_leads_back_and_the_list_tells_them_apart(
        self, alexs_browser: Browser, opened: dict[str, str]
    ) -> None:
        page = alexs_browser.open(f"/interviews/{opened['second']}").text
        listed = alexs_browser.open("/interviews").text

        assert f'<a href="/api/interviews/{opened["first"]}">round 1</a> · round 2' in page
        assert listed.count("</a> · round 2<br>") == 1

    def test_a_record_of_one_round_says_nothing_of_rounds(self, alex: Gateway, alexs_browser: Browser) -> None:
        assert "ound 1" not in alexs_browser.open(f"/interviews/{recorded(alex)['id']}").text

    def test_one_may_be_removed_and_the_other_goes_on(
        self, alex: Gateway, alexs_browser: Browser, opened: dict[str, str]
    ) -> None:
        alex.delete(f"/interviews/{opened['second']}")

        page = alexs_browser.open(f"/interviews/{opened['first']}")

        assert page.status == 200
        assert "round 2" not in page.text.partition("<h2>From the interview")[0]


class TestAnOffer:
    @pytest.fixture
    def globex(self, alex: Gateway) -> dict[str, Any]:
        """Somebody who has met the owner and has not decided."""
        return recorded(alex, company="Globex")

    @pytest.fixture
    def acme(self, alex: Gateway, globex: dict[str, Any]) -> dict[str, Any]:
        """Somebody who has made an offer, meanwhile."""
        answer = {"kind": "heard_back", "result": "offer", "until": "2026-08-14"}
        return happened(alex, recorded(alex)["id"], **answer)

    @pytest.fixture
    def letter(self, globex: dict[str, Any]) -> str:
        """Where the letter is that tells Globex."""
        return f"/interviews/{globex['id']}/drafts/offer_letter"

    @pytest.mark.usefixtures("acme")
    def test_m2_it_is_on_today_s_page_with_its_day_and_who_is_still_deciding(
        self, alexs_browser: Browser, letter: str
    ) -> None:
        page = alexs_browser.open("/").text

        assert "They want your answer by Friday 14 August" in page
        assert f'href="/api{letter}">Tell Globex that you have an offer elsewhere</a>' in page
        assert "They are asked to decide by Thursday 13 August" in page
        assert "nobody to call" not in page

    def test_m2_its_record_says_what_is_left_to_do(
        self, alexs_browser: Browser, acme: dict[str, Any], letter: str
    ) -> None:
        page = alexs_browser.open(f"/interviews/{acme['id']}").text

        assert "<h2>What is next</h2>" in page
        assert "Answer the offer from Acme" in page
        assert "They want your answer by Friday 14 August" in page
        assert f'href="/api{letter}"' in page

    @pytest.mark.usefixtures("acme")
    def test_m2_the_other_s_record_leads_to_the_letter(
        self, alexs_browser: Browser, globex: dict[str, Any], letter: str
    ) -> None:
        assert f'href="/api{letter}"' in alexs_browser.open(f"/interviews/{globex['id']}").text

    def test_m2_with_nobody_else_to_tell_it_still_shows(self, alex: Gateway, alexs_browser: Browser) -> None:
        happened(alex, recorded(alex)["id"], kind="heard_back", result="offer")

        page = alexs_browser.open("/").text

        assert "They named no day for your answer" in page
        assert "Nobody else has to be told of it now" in page

    def test_m2_its_letter_is_recorded_as_sent_with_one_click_and_not_proposed_again(
        self, alex: Gateway, alexs_browser: Browser, acme: dict[str, Any], globex: dict[str, Any], letter: str
    ) -> None:
        click = alexs_browser.open(letter).text.partition('href="/api/act/')[2].partition('"')[0]

        alexs_browser.send(f"/act/{click}")

        events = alex.get(f"/interviews/{globex['id']}").data["events"]
        assert [event["kind"] for event in events] == ["letter_sent"]
        for path in ("/", f"/interviews/{acme['id']}", f"/interviews/{globex['id']}"):
            assert f'href="/api{letter}"' not in alexs_browser.open(path).text
        assert "I sent the letter" not in alexs_browser.open(letter).text
