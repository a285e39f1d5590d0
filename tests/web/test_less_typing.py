"""What was typed once is not typed again: suggestions, the next round with one tap, and no record twice by mistake."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from chalicelib.usecases.known_before import MOST_PROCESSES, MOST_SUGGESTED
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import A_FORM, FLAT, happened, recorded

MOST_BYTES = 50_000
CONTACTS = [
    {"name": "Dana Winter", "phone": "+49 30 23125 021", "met": True},
    {"name": "Kim Moss", "email": "kim@acme.example", "title": "Head of Data"},
]


def suggested(page: str, name: str) -> list[str]:
    """What the list of this id has on a page."""
    (found,) = re.findall(rf'<datalist id="{name}">(.*?)</datalist>', page, re.DOTALL)
    return [unescape(text) for text in re.findall(r'<option value="([^"]*)">', found)]


def values(page: str) -> dict[str, str]:
    """What stands in the inputs of a page."""
    return {name: unescape(text) for name, text in re.findall(r'<input id="(\w+)"[^>]* value="([^"]+)"', page)}


def all_of(alex: Gateway) -> list[dict[str, Any]]:
    """All records, the newest first."""
    return list(alex.get("/interviews?status=all").data["items"])


class TestSuggestions:
    def test_company_contact_and_place_complete_from_earlier_records(
        self, alex: Gateway, alexs_browser: Browser, clock: Clock
    ) -> None:
        for company, place in (("Acme", "Hall 3"), ('"Globex" & Co', None), ("ACME", "hall 3"), ("Hooli", "Room 1")):
            clock.now += timedelta(minutes=1)
            recorded(alex, company=company, place=place, contacts=CONTACTS)

        page = alexs_browser.open("/record").text

        assert suggested(page, "companies") == ["Hooli", "ACME", '"Globex" & Co']
        assert suggested(page, "people") == ["Dana Winter", "Kim Moss"]
        assert suggested(page, "places") == ["Room 1", "hall 3"]
        for name, own_list in (("company", "companies"), ("contact_name", "people"), ("place", "places")):
            assert re.search(rf'<input id="{name}"[^>]* list="{own_list}">', page)

    def test_they_are_limited_and_cost_one_query(
        self, alex: Gateway, alexs_browser: Browser, operations: list[str]
    ) -> None:
        for number in range(MOST_SUGGESTED + 5):
            recorded(alex, company=f"Company {number}")
        operations.clear()

        page = alexs_browser.open("/record").text

        assert len(suggested(page, "companies")) == MOST_SUGGESTED
        assert page.count('/next">') == MOST_PROCESSES
        assert operations == ["GetItem", "Query"]

    def test_the_form_is_small_without_what_the_owner_wrote(self, browser: Browser) -> None:
        page = browser.open("/record").text

        assert len(page.encode()) < MOST_BYTES
        assert suggested(page, "companies") == []

    def test_a_new_form_begins_with_the_company(self, browser: Browser) -> None:
        assert re.search(r'<input id="company"[^>]* autofocus', browser.open("/record").text)
        assert "autofocus" not in browser.open("/record?company=Acme").text


class TestTheNextRound:
    @pytest.fixture
    def first(self, alex: Gateway) -> dict[str, Any]:
        """Acme, with two contacts and what they told."""
        facts = {"language": "en", "salary": "65k", "place": "Hall 3", "notes": "Ask about the rota."}
        return recorded(alex, contacts=CONTACTS, answer_expected_on="2026-08-14", **facts)

    def test_one_tap_on_the_form_fills_in_what_still_holds(self, alexs_browser: Browser, first: dict[str, Any]) -> None:
        form = alexs_browser.open("/record").text
        path = f"/interviews/{first['id']}/next"
        assert f'<a href="/api{path}">The next round: Acme, Data Engineer</a>' in form

        page = alexs_browser.open(path).text

        kept = {"company": "Acme", "position": "Data Engineer", "contact_name": "Dana Winter", "salary": "65k"}
        assert kept.items() <= values(page).items()
        assert values(page)["interview_on"] == "2026-08-03"
        assert "Ask about the rota." not in page
        assert not {"place", "answer_expected_on"} & values(page).keys()
        assert "There are further contacts in this record." in page

    def test_it_ends_the_round_before_and_goes_on_with_all_contacts(
        self, alex: Gateway, alexs_browser: Browser, first: dict[str, Any], clock: Clock
    ) -> None:
        clock.now += timedelta(days=2)
        path = f"/interviews/{first['id']}/next"
        form = values(alexs_browser.open(path).text)
        typed = {name: form[name] for name in ("company", "position", "contact_name", "contact_phone")}
        typed |= {"interview_on": "2026-08-12", "interview_time": "10:00", "place": "Tower 1"}

        page = alexs_browser.send(path, typed)

        assert page.status == 200
        assert "Recorded." in page.text
        second, before = all_of(alex)
        assert (before["outcome"], before["next_interview_id"]) == ("next_round", second["id"])
        assert (second["round"], second["process_id"], second["place"]) == (2, first["process_id"], "Tower 1")
        assert (second["interview_on"], second["interview_time"]) == ("2026-08-12", "10:00")
        assert [(one["id"], one["name"], one["met"]) for one in second["contacts"]] == [
            (one["id"], one["name"], False) for one in first["contacts"]
        ]

    def test_sent_twice_it_is_recorded_once(
        self, alex: Gateway, alexs_browser: Browser, first: dict[str, Any], clock: Clock
    ) -> None:
        path = f"/interviews/{first['id']}/next"
        form = alexs_browser.open(path)
        for _ in range(2):
            alexs_browser.page = form
            assert "<h1>Acme</h1>" in alexs_browser.send(path, FLAT | {"interview_on": "2026-08-12"}).text
            clock.now += timedelta(seconds=1)

        assert len(all_of(alex)) == 2

    def test_undo_takes_it_back_as_a_whole(self, alex: Gateway, alexs_browser: Browser, first: dict[str, Any]) -> None:
        path = f"/interviews/{first['id']}/next"
        alexs_browser.open(path)
        alexs_browser.send(path, FLAT | {"interview_on": "2026-08-12"})

        assert alex.delete(f"/interviews/{first['id']}/events/last").status == 200

        (left,) = all_of(alex)
        assert (left["id"], left["status"]) == (first["id"], "open")

    def test_a_day_before_this_round_s_is_said_beside_its_field_and_nothing_is_typed_again(
        self, alex: Gateway, alexs_browser: Browser, first: dict[str, Any]
    ) -> None:
        path = f"/interviews/{first['id']}/next"
        alexs_browser.open(path)

        page = alexs_browser.send(path, FLAT | {"interview_on": "2026-08-01", "place": "Tower 1"})

        assert page.status == 422
        assert "Is before the day of this interview." in page.text
        assert values(page.text)["place"] == "Tower 1"
        assert len(all_of(alex)) == 1

    def test_a_process_that_has_ended_can_go_on(
        self, alex: Gateway, alexs_browser: Browser, first: dict[str, Any]
    ) -> None:
        happened(alex, first["id"], kind="heard_back", result="refusal")
        path = f"/interviews/{first['id']}/next"
        alexs_browser.open(path)

        alexs_browser.send(path, FLAT | {"interview_on": "2026-08-12"})

        assert sorted(one["round"] for one in all_of(alex)) == [1, 2]

    def test_of_each_process_the_last_round_is_offered(
        self, alex: Gateway, alexs_browser: Browser, first: dict[str, Any], clock: Clock
    ) -> None:
        clock.now += timedelta(minutes=1)
        ended = happened(alex, first["id"], kind="heard_back", result="next_round", interview_on="2026-08-20")

        page = alexs_browser.open("/record").text

        assert re.findall(r"/interviews/(\w+)/next", page) == [ended["next_interview_id"]]
        assert '/next"' not in alexs_browser.open(f"/interviews/{first['id']}").text
        assert '/next"' in alexs_browser.open(f"/interviews/{ended['next_interview_id']}").text

    def test_there_is_none_of_a_record_that_is_not_there(self, alexs_browser: Browser) -> None:
        assert alexs_browser.open("/interviews/01K1S0M3000000000000000009/next").status == 404


class TestTheSameAgain:
    """A second record of the same company and day is asked about on the page, and never refused."""

    def test_the_page_asks_whether_it_is_this_one_and_keeps_what_was_typed(
        self, alex: Gateway, alexs_browser: Browser
    ) -> None:
        there = recorded(alex, company="ACME ", contacts=None)
        alexs_browser.open("/record")

        page = alexs_browser.send("/interviews", A_FORM | {"notes": "a zebra"})

        assert page.status == 409
        assert "Is it this one?" in page.text
        assert f'<a href="/api/interviews/{there["id"]}"><strong>ACME</strong>, Data Engineer</a>' in page.text
        assert "a zebra" in page.text
        assert values(page.text)["contact_name"] == "Dana Winter"
        assert len(all_of(alex)) == 1

    def test_another_one_is_recorded_with_one_more_tap(self, alex: Gateway, alexs_browser: Browser) -> None:
        recorded(alex)
        alexs_browser.open("/record")
        page = alexs_browser.send("/interviews", A_FORM)
        assert '<button type="submit" name="is_another" value="yes">It is another one: record it</button>' in page.text

        page = alexs_browser.send("/interviews", A_FORM | {"is_another": "yes"})

        assert "Recorded." in page.text
        assert len(all_of(alex)) == 2

    @pytest.mark.parametrize("change", [{"company": "Acme Labs"}, {"interview_on": "2026-08-04"}])
    def test_what_differs_in_company_or_day_is_not_asked_about(
        self, alex: Gateway, alexs_browser: Browser, change: dict[str, str]
    ) -> None:
        recorded(alex)
        alexs_browser.open("/record")

        assert "Recorded." in alexs_browser.send("/interviews", A_FORM | change).text

    def test_a_double_tap_is_one_record_and_no_question(self, alex: Gateway, alexs_browser: Browser) -> None:
        form = alexs_browser.open("/record")
        for _ in range(2):
            alexs_browser.page = form
            page = alexs_browser.send("/interviews", A_FORM)
            assert (page.status, "Recorded." in page.text) == (200, True)

        assert len(all_of(alex)) == 1

    def test_the_api_records_it_in_two_requests_as_ever_and_warns_where_both_are_read(
        self, alex: Gateway, operations: list[str]
    ) -> None:
        recorded(alex)
        recorded(alex, company="Globex")
        operations.clear()

        second = recorded(alex, company="acme", notes="again")

        assert operations == ["GetItem", "TransactWriteItems"]
        assert "warnings" not in second
        said = "is that of another record of the same day: is it the same interview?"
        for query in ("", "?status=all"):
            warned = {item["company"]: item.get("warnings") for item in alex.get(f"/interviews{query}").data["items"]}
            doubt = [{"field": "company", "reason": said}]
            assert warned == {"Acme": doubt, "acme": doubt, "Globex": None}
