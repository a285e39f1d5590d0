"""A record's page: what is next, as of its day; what was said of it; what was taken back."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded


def next_card(page: str) -> str:
    """What the page says is next."""
    return page.partition("<h2>What is next</h2>")[2].partition("</article>")[0]


class TestAStepAhead:
    def test_its_day_and_hour_stand_first_and_nothing_says_today(
        self, alex: Gateway, alexs_browser: Browser, clock: Clock
    ) -> None:
        record = recorded(alex)
        clock.now += timedelta(days=7)
        agreed = {"result": "no_decision", "call_again_on": "2026-08-13", "call_again_time": "23:30"}
        happened(alex, record["id"], kind="called", **agreed)

        card = next_card(alexs_browser.open(f"/interviews/{record['id']}").text)

        assert '<p class="when">On Thursday 13 August at 23:30</p>' in card
        assert "oday" not in card
        assert "Why then" in card

    def test_a_day_off_today_is_nobody_s_business(self, alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
        record = recorded(alex)
        happened(alex, record["id"], kind="thank_you_sent")
        clock.now = datetime(2026, 8, 8, 9, 0, tzinfo=UTC)  # a Saturday

        card = next_card(alexs_browser.open(f"/interviews/{record['id']}").text)

        assert '<p class="when">On Monday 10 August</p>' in card
        assert "day off" not in card

    def test_there_is_no_button_that_calls_now(self, alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
        record = recorded(alex)
        happened(alex, record["id"], kind="thank_you_sent")

        ahead = next_card(alexs_browser.open(f"/interviews/{record['id']}").text)
        clock.now += timedelta(days=7)
        due = next_card(alexs_browser.open(f"/interviews/{record['id']}").text)

        assert "tel:" not in ahead
        assert "+49 30 23125 021" in ahead
        assert 'class="button" href="tel:' in due

    def test_its_letter_speaks_as_of_its_day(self, alex: Gateway, alexs_browser: Browser) -> None:
        dana = {"name": "Dana Winter", "email": "dana.winter@acme.example"}
        record = recorded(alex, contacts=[dana], answer_expected_on="2026-08-14")
        happened(alex, record["id"], kind="thank_you_sent")

        card = next_card(alexs_browser.open(f"/interviews/{record['id']}").text)

        assert '<p class="when">On Monday 17 August</p>' in card
        assert "by Friday 14 August" in card  # on that day it is past, and worth a word
        assert "As a mail (.eml)" not in card

    def test_what_its_letter_promises_is_counted_from_its_day(
        self, alex: Gateway, alexs_browser: Browser, clock: Clock
    ) -> None:
        record = recorded(alex)
        clock.now += timedelta(days=7)
        happened(alex, record["id"], kind="called", result="no_answer")

        card = next_card(alexs_browser.open(f"/interviews/{record['id']}").text)

        assert '<p class="when">On Tuesday 11 August</p>' in card
        assert "Friday 14 August" in card  # three days after that Tuesday

    def test_what_is_asked_at_the_interview_has_the_interview_s_day(
        self, alex: Gateway, alexs_browser: Browser
    ) -> None:
        record = recorded(alex, interview_on="2026-08-13", interview_time="15:00")

        card = next_card(alexs_browser.open(f"/interviews/{record['id']}").text)
        listed = alexs_browser.open("/interviews").text
        today = alexs_browser.open("/").text

        assert '<p class="when">On Thursday 13 August at 15:00</p>' in card
        assert "Thursday 13 August: at the interview, ask Acme when they decide" in listed
        assert "Thursday 13 August: at the interview, ask Acme when they decide" in today


class TestASnooze:
    def test_it_is_offered_only_where_it_reaches_beyond_the_step_s_day(
        self, alex: Gateway, alexs_browser: Browser, clock: Clock
    ) -> None:
        record = recorded(alex)
        happened(alex, record["id"], kind="thank_you_sent")  # the status call is due on Monday 10 August

        def offered() -> list[str]:
            card = next_card(alexs_browser.open(f"/interviews/{record['id']}").text)
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


class TestWhatIsKnown:
    def test_what_was_said_is_shown(self, alex: Gateway, alexs_browser: Browser) -> None:
        said = {
            "answer_channel": "email",
            "may_call": False,
            "employer_country": "DE-BY",
            "language": "ru",
            "persistence_expected": False,
            "test_task": True,
            "background_check": True,
        }

        facts = self.facts(alexs_browser.open(f"/interviews/{recorded(alex, **said)['id']}").text)

        assert facts["How they answer"] == "They write"
        assert facts["May you call?"] == "No"
        assert facts["Country of the employer"] == "DE-BY"
        assert facts["Language of the letters"] == "Русский"
        assert facts["Persistence is part of the job"] == "No"
        assert facts["Test task"] == "Yes"
        assert facts["Security check"] == "Yes"

    def test_what_nobody_said_is_not(self, alex: Gateway, alexs_browser: Browser) -> None:
        facts = self.facts(alexs_browser.open(f"/interviews/{recorded(alex)['id']}").text)

        assert sorted(facts) == ["Dana Winter", "Interview"]

    def test_a_guess_is_called_one(self, alex: Gateway, alexs_browser: Browser) -> None:
        facts = self.facts(alexs_browser.open(f"/interviews/{recorded(alex, position='Sales Manager')['id']}").text)

        assert facts["Persistence is part of the job"] == "Yes, to judge by the position"

    def facts(self, page: str) -> dict[str, str]:
        return dict(re.findall(r"<dt>(.*?)</dt>\n<dd>(.*?)</dd>", page))


def test_undo_says_what_was_taken_back(alex: Gateway, alexs_browser: Browser) -> None:
    record = recorded(alex)
    happened(alex, record["id"], kind="heard_back", result="refusal")
    alexs_browser.open(f"/interviews/{record['id']}")

    page = alexs_browser.send(f"/interviews/{record['id']}/undo").text

    assert "<strong>Taken back.</strong> They said no." in page
    assert "<strong>Recorded.</strong>" not in page
