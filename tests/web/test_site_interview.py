"""A record's page: what is next, as of its day; what was said of it; how it ended, and where it goes on."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded


@pytest.fixture
def browser(anybody: Gateway, token: str) -> Browser:
    """Alex's browser, signed in."""
    browser = Browser(anybody)
    browser.sign_in(token)
    return browser


def next_card(page: str) -> str:
    """What the page says is next."""
    return page.partition("<h2>What is next</h2>")[2].partition("</article>")[0]


class TestAStepAhead:
    def test_its_day_and_hour_stand_first_and_nothing_says_today(
        self, alex: Gateway, browser: Browser, clock: Clock
    ) -> None:
        record = recorded(alex)
        clock.now += timedelta(days=7)
        agreed = {"result": "no_decision", "call_again_on": "2026-08-13", "call_again_time": "23:30"}
        happened(alex, record["id"], kind="called", **agreed)

        card = next_card(browser.open(f"/interviews/{record['id']}").text)

        assert '<p class="when">On Thursday 13 August at 23:30</p>' in card
        assert "oday" not in card
        assert "Why then" in card

    def test_a_day_off_today_is_nobody_s_business(self, alex: Gateway, browser: Browser, clock: Clock) -> None:
        record = recorded(alex)
        happened(alex, record["id"], kind="thank_you_sent")
        clock.now = datetime(2026, 8, 8, 9, 0, tzinfo=UTC)  # a Saturday

        card = next_card(browser.open(f"/interviews/{record['id']}").text)

        assert '<p class="when">On Monday 10 August</p>' in card
        assert "day off" not in card

    def test_there_is_no_button_that_calls_now(self, alex: Gateway, browser: Browser, clock: Clock) -> None:
        record = recorded(alex)
        happened(alex, record["id"], kind="thank_you_sent")

        ahead = next_card(browser.open(f"/interviews/{record['id']}").text)
        clock.now += timedelta(days=7)
        due = next_card(browser.open(f"/interviews/{record['id']}").text)

        assert "tel:" not in ahead
        assert "+49 30 23125 021" in ahead
        assert 'class="button" href="tel:' in due

    def test_its_letter_speaks_as_of_its_day(self, alex: Gateway, browser: Browser) -> None:
        dana = {"name": "Dana Winter", "email": "dana.winter@acme.example"}
        record = recorded(alex, contacts=[dana], answer_expected_on="2026-08-14")
        happened(alex, record["id"], kind="thank_you_sent")

        card = next_card(browser.open(f"/interviews/{record['id']}").text)

        assert '<p class="when">On Monday 17 August</p>' in card
        assert "by Friday 14 August" in card  # on that day it is past, and worth a word
        assert "As a mail (.eml)" not in card

    def test_what_its_letter_promises_is_counted_from_its_day(
        self, alex: Gateway, browser: Browser, clock: Clock
    ) -> None:
        record = recorded(alex)
        clock.now += timedelta(days=7)
        happened(alex, record["id"], kind="called", result="no_answer")

        card = next_card(browser.open(f"/interviews/{record['id']}").text)

        assert '<p class="when">On Tuesday 11 August</p>' in card
        assert "Friday 14 August" in card  # three days after that Tuesday

    def test_what_is_asked_at_the_interview_has_the_interview_s_day(self, alex: Gateway, browser: Browser) -> None:
        record = recorded(alex, interview_on="2026-08-13", interview_time="15:00")

        card = next_card(browser.open(f"/interviews/{record['id']}").text)
        listed = browser.open("/interviews").text
        today = browser.open("/").text

        assert '<p class="when">On Thursday 13 August at 15:00</p>' in card
        assert "Thursday 13 August: at the interview, ask Acme when they decide" in listed
        assert "Thursday 13 August: at the interview, ask Acme when they decide" in today


class TestASnooze:
    def test_it_is_offered_only_where_it_reaches_beyond_the_step_s_day(
        self, alex: Gateway, browser: Browser, clock: Clock
    ) -> None:
        record = recorded(alex)
        happened(alex, record["id"], kind="thank_you_sent")  # the status call is due on Monday 10 August

        def offered() -> list[str]:
            card = next_card(browser.open(f"/interviews/{record['id']}").text)
            return [label for label in ("Tomorrow", "In 3 days", "In a week") if f">{label}</a>" in card]

        assert offered() == []
        clock.now += timedelta(days=1)
        assert offered() == ["In a week"]
        clock.now += timedelta(days=6)
        assert offered() == ["Tomorrow", "In 3 days", "In a week"]

    def test_one_that_moved_nothing_is_not_a_reason(self, alex: Gateway, clock: Clock) -> None:
        record = recorded(alex)
        happened(alex, record["id"], kind="thank_you_sent")

        step = happened(alex, record["id"], kind="snoozed", until="2026-08-04")["next_step"]

        assert (step["due_on"], step["snoozed_until"]) == ("2026-08-10", None)
        assert "put this off" not in step["why"]


class TestTheNextRound:
    @pytest.fixture
    def opened(self, alex: Gateway) -> dict[str, str]:
        """The ids of round 1, which ended with an invitation, and of round 2."""
        first = recorded(alex)["id"]
        answer = {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-20"}
        return {"first": first, "second": happened(alex, first, **answer)["next_interview_id"]}

    def test_the_old_record_says_how_it_ended_and_leads_to_the_new_one(
        self, browser: Browser, opened: dict[str, str]
    ) -> None:
        page = browser.open(f"/interviews/{opened['first']}").text

        assert "<strong>Next round</strong>" in page
        assert f'<a href="/api/interviews/{opened["second"]}">The record of round 2</a>' in page
        assert "This process has ended." not in page

    def test_the_new_record_leads_back_and_the_list_tells_them_apart(
        self, browser: Browser, opened: dict[str, str]
    ) -> None:
        page = browser.open(f"/interviews/{opened['second']}").text
        listed = browser.open("/interviews").text

        assert f'<a href="/api/interviews/{opened["first"]}">round 1</a> · round 2' in page
        assert listed.count("</a> · round 2<br>") == 1

    def test_a_record_of_one_round_says_nothing_of_rounds(self, alex: Gateway, browser: Browser) -> None:
        assert "ound 1" not in browser.open(f"/interviews/{recorded(alex)['id']}").text

    def test_one_may_be_removed_and_the_other_goes_on(
        self, alex: Gateway, browser: Browser, opened: dict[str, str]
    ) -> None:
        alex.delete(f"/interviews/{opened['second']}")

        page = browser.open(f"/interviews/{opened['first']}")

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
        self, browser: Browser, letter: str
    ) -> None:
        page = browser.open("/").text

        assert "They want your answer by Friday 14 August" in page
        assert f'href="/api{letter}">Tell Globex that you have an offer elsewhere</a>' in page
        assert "They are asked to decide by Thursday 13 August" in page
        assert "nobody to call" not in page

    def test_m2_its_record_says_what_is_left_to_do(self, browser: Browser, acme: dict[str, Any], letter: str) -> None:
        page = browser.open(f"/interviews/{acme['id']}").text

        assert "<strong>Offer</strong>" in page
        assert "They want your answer by Friday 14 August" in page
        assert f'href="/api{letter}"' in page

    @pytest.mark.usefixtures("acme")
    def test_m2_the_other_s_record_leads_to_the_letter(
        self, browser: Browser, globex: dict[str, Any], letter: str
    ) -> None:
        assert f'href="/api{letter}"' in browser.open(f"/interviews/{globex['id']}").text

    def test_m2_with_nobody_else_to_tell_it_still_shows(self, alex: Gateway, browser: Browser) -> None:
        happened(alex, recorded(alex)["id"], kind="heard_back", result="offer")

        page = browser.open("/").text

        assert "They named no day for your answer" in page
        assert "Nobody else has to be told of it now" in page

    def test_m2_its_letter_is_recorded_as_sent_with_one_click_and_not_proposed_again(
        self, alex: Gateway, browser: Browser, acme: dict[str, Any], globex: dict[str, Any], letter: str
    ) -> None:
        click = browser.open(letter).text.partition('href="/api/act/')[2].partition('"')[0]

        browser.send(f"/act/{click}")

        events = alex.get(f"/interviews/{globex['id']}").data["events"]
        assert [event["kind"] for event in events] == ["letter_sent"]
        for path in ("/", f"/interviews/{acme['id']}", f"/interviews/{globex['id']}"):
            assert f'href="/api{letter}"' not in browser.open(path).text
        assert "I sent the letter" not in browser.open(letter).text


class TestWhatIsKnown:
    def test_what_was_said_is_shown(self, alex: Gateway, browser: Browser) -> None:
        said = {
            "answer_channel": "email",
            "may_call": False,
            "employer_country": "DE-BY",
            "language": "ru",
            "persistence_expected": False,
            "test_task": True,
            "background_check": True,
        }

        facts = self.facts(browser.open(f"/interviews/{recorded(alex, **said)['id']}").text)

        assert facts["How they answer"] == "They write"
        assert facts["May you call?"] == "No"
        assert facts["Country of the employer"] == "DE-BY"
        assert facts["Language of the letters"] == "Русский"
        assert facts["Persistence is part of the job"] == "No"
        assert facts["Test task"] == "Yes"
        assert facts["Security check"] == "Yes"

    def test_what_nobody_said_is_not(self, alex: Gateway, browser: Browser) -> None:
        facts = self.facts(browser.open(f"/interviews/{recorded(alex)['id']}").text)

        assert sorted(facts) == ["Dana Winter", "Interview"]

    def test_a_guess_is_called_one(self, alex: Gateway, browser: Browser) -> None:
        facts = self.facts(browser.open(f"/interviews/{recorded(alex, position='Sales Manager')['id']}").text)

        assert facts["Persistence is part of the job"] == "Yes, to judge by the position"

    def facts(self, page: str) -> dict[str, str]:
        return dict(re.findall(r"<dt>(.*?)</dt>\n<dd>(.*?)</dd>", page))


def test_undo_says_what_was_taken_back(alex: Gateway, browser: Browser) -> None:
    record = recorded(alex)
    happened(alex, record["id"], kind="heard_back", result="refusal")
    browser.open(f"/interviews/{record['id']}")

    page = browser.send(f"/interviews/{record['id']}/undo").text

    assert "<strong>Taken back.</strong> They refused." in page
    assert "<strong>Recorded.</strong>" not in page
