"""What a search finds: whatever the owner wrote, in whatever case, script and notation; on the page and by the API."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from chalicelib.records.interviews import Interviews
from chalicelib.usecases.find_interviews import MOST_READ
from tests.records.costs import fill_with_ended
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

DANA = {"name": "Dana Winter", "phone": "+49 30 23125 021", "email": "dana.winter@acme.example"}
KIM = {"name": "Щёголев Иван", "phone": "8 (912) 345-67-89", "title": "Head of Data", "notes": "Likes small teams."}
EVERYTHING = {
    "company": "Müller & Söhne",
    "position": "Data Engineer",
    "contacts": [DANA, KIM, {"role": "office", "phone": "030 / 901820, доб. 12", "extension": "4711"}],
    "notes": "They use Kafka.\nAsk about the on-call rota.",
    "place": "Grünberger Straße 12, 3rd floor",
    "url": "https://jobs.acme.example/data-engineer-42",
    "meeting_url": "https://meet.example/q7x",
    "referred_by": "Łukasz O’Brien",
    "salary": "65k",
}
FOUND = [
    *("müller", "MULLER", "Söhne", "sohne", "data engineer", "engineer data", "  engineer  "),
    *("kafka", "on-call", "on‑call", "rota müller"),
    *("dana", "winter dana", "dana.winter@acme.example", "acme.example"),
    *("Щеголев", "щёголев", "ИВАН", "head of", "small teams"),
    *("Grünberger Strasse 12", "straße", "grunberger", "floor"),
    *("jobs.acme.example/data-engineer-42", "q7x", "lukasz", "o'brien", "65k"),
    *("promised the offer", "new office"),  # notes of its events
]
NUMBERS = [
    *("+49 30 23125 021", "+493023125021", "0049 30 23125021", "030 23125021", "(030) 23125-021", "030/23125021"),
    *("+49 (0)30 23125021", "23125021", "23125", "٠٣٠ ٢٣١٢٥٠٢١", "3023125021"),
    *("+7 912 345-67-89", "89123456789", "912 345 67 89", "3456789"),
    *("030 901820", "+49 30 901820", "901820", "4711"),
    "dana 030 23125021",
    "23125021 müller",
]
NOT_FOUND = [
    *("globex", "müller globex", "dana kim", "kafka rabbitmq", "engineerdata"),
    *("030 23125022", "+43 30 23125021", "23125021 globex", "0049 40 23125021", "7654321"),
]

ALL = MOST_READ + 20


def on_the_page(browser: Browser, q: str, **query: str) -> list[str]:
    """The companies that the page shows for a search."""
    page = browser.open(f"/interviews?{urlencode({'q': q} | query)}").text
    return re.findall(r"<strong>([^<]*)</strong>, ", page)


def by_the_api(alex: Gateway, q: str, status: str = "open") -> list[str]:
    """The companies that the API answers for a search."""
    return [item["company"] for item in alex.get(f"/interviews?q={quote(q)}&status={status}").data["items"]]


@pytest.fixture
def all_of_it(alex: Gateway) -> dict[str, Any]:
    """A record with something in every field, and another beside it."""
    recorded(alex, company="Initech", position="Analyst", contacts=None)
    record = recorded(alex, **EVERYTHING)
    happened(alex, record["id"], kind="note", note="She promised the offer.")
    return happened(alex, record["id"], kind="note", note="A NEW  office")


@pytest.mark.usefixtures("all_of_it")
class TestWhatIsFound:
    def test_it_is_found_by_any_of_its_words_and_in_any_notation_of_its_numbers(self, alex: Gateway) -> None:
        assert [q for q in (*FOUND, *NUMBERS) if by_the_api(alex, q) != ["Müller & Söhne"]] == []

    def test_it_is_not_found_by_what_is_not_in_it(self, alex: Gateway) -> None:
        assert [q for q in NOT_FOUND if by_the_api(alex, q)] == []

    @pytest.mark.parametrize("q", ["kafka", "030 23125021"])
    def test_the_page_finds_the_same(self, alexs_browser: Browser, q: str) -> None:
        assert on_the_page(alexs_browser, q) == ["Müller &amp; Söhne"]

    @pytest.mark.parametrize("q", ["", "   ", "\u00a0"])
    def test_who_looks_for_nothing_gets_all(self, alexs_browser: Browser, q: str) -> None:
        assert len(on_the_page(alexs_browser, q)) == 2

    def test_a_country_s_numbers_are_those_of_the_employer_too(self, alex: Gateway) -> None:
        recorded(alex, company="Росатом", contacts=[{"phone": "8 495 123-45-67"}], employer_country="RU")

        assert by_the_api(alex, "+7 (495) 123-45-67") == ["Росатом"]

    def test_what_looks_like_a_pattern_or_markup_is_text(self, alexs_browser: Browser) -> None:
        for q in ("%", ".*", "<b>", "(((((", "((030", "\\d", "é" * 500):
            assert on_the_page(alexs_browser, q) == []


class TestFilters:
    def test_they_stay_and_combine_with_the_search(self, alex: Gateway, alexs_browser: Browser, clock: Clock) -> None:
        for company, notes in (("Acme", "kafka"), ("Globex", "kafka"), ("Hooli", "spark")):
            clock.now += timedelta(seconds=1)
            ended = recorded(alex, company=company, notes=notes)
        happened(alex, ended["id"], kind="withdrawn")
        globex = by_the_api(alex, "globex")
        happened(alex, alex.get("/interviews?q=globex").data["items"][0]["id"], kind="withdrawn")

        assert globex == ["Globex"]
        assert [by_the_api(alex, "kafka", status) for status in ("open", "ended", "all")] == [
            ["Acme"],
            ["Globex"],
            ["Globex", "Acme"],
        ]
        assert on_the_page(alexs_browser, "kafka", status="ended") == ["Globex"]
        page = alexs_browser.page.text
        assert '<option value="ended" selected>' in page
        assert 'value="kafka"' in page

    @pytest.mark.parametrize(("due", "found"), [("today", ["Acme"]), ("overdue", [])])
    def test_so_does_the_day_that_they_are_due(self, alex: Gateway, due: str, found: list[str]) -> None:
        recorded(alex, interview_on="2026-08-02")
        recorded(alex, company="Globex", interview_on="2026-08-02", contacts=None)

        items = alex.get(f"/interviews?due={due}&q=acme").data["items"]

        assert [item["company"] for item in items] == found

    def test_a_search_longer_than_any_is_refused_with_its_field(self, alex: Gateway) -> None:
        assert list(alex.get(f"/interviews?q={'x' * 201}").faults) == ["q"]


class TestTheBudget:
    """One look reads as much as one page of the list, whatever is searched for, and says when there is more."""

    @pytest.fixture(autouse=True)
    def hundreds(self, interviews: Interviews, token: str) -> None:
        """More ended records than one look reads; Dana Winter is in each."""
        assert token
        fill_with_ended(interviews, range(2, ALL + 2))

    def test_the_page_asks_once_and_goes_on_to_the_oldest(self, alexs_browser: Browser, operations: list[str]) -> None:
        shown = []
        path = "/interviews?q=winter"
        while path:
            operations.clear()
            page = alexs_browser.open(path).text
            assert operations == ["GetItem", "Query"]
            shown.append(len(re.findall(r"<li><a href=\"/api/interviews/", page)))
            more = re.search(r'href="/api(/interviews\?[^"]*cursor=[^"]*)">Look through older ones', page)
            path = unescape(more[1]) if more else ""

        assert shown == [MOST_READ, ALL - MOST_READ]

    def test_a_page_on_which_nothing_is_found_yet_says_that_there_is_more(self, alexs_browser: Browser) -> None:
        page = alexs_browser.open("/interviews?q=zenith").text

        assert "Nothing was found among these." in page
        assert f"{MOST_READ} interviews were looked through. There are older ones." in page
        assert "Look through older ones" in page

    @pytest.mark.parametrize("status", ["all", "ended"])
    @pytest.mark.parametrize(("q", "found"), [("zenith", 0), ("winter", ALL)])
    def test_the_api_asks_once_a_page_and_finds_each_once(
        self, alex: Gateway, operations: list[str], status: str, q: str, found: int
    ) -> None:
        seen: list[str] = []
        cursor, is_more = "", True
        while is_more:
            operations.clear()
            page = alex.get(f"/interviews?status={status}&q={q}&limit=100{cursor}").data
            assert operations == ["GetItem", "Query"]
            seen += [item["id"] for item in page["items"]]
            cursor, is_more = f"&cursor={page['next']}", page["next"] is not None

        assert len(seen) == found
        assert seen == sorted(set(seen), reverse=True)

    def test_the_list_without_a_search_has_as_many_on_its_page(self, alexs_browser: Browser) -> None:
        listed = alexs_browser.open("/interviews").text

        assert len(re.findall(r"<li><a href=\"/api/interviews/", listed)) == MOST_READ
        assert "Show more" in listed
