"""The list of records on the pages: searched, filtered, or empty."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest

from chalicelib.playbook.interview import Outcome
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import A_FORM


class TestTheList:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("", ["Globex", "Acme"]),
            ("?q=acm", ["Acme"]),
            ("?q=WINTER", ["Globex", "Acme"]),
            ("?q=nobody", []),
            ("?status=open", ["Acme"]),
            ("?status=ended", ["Globex"]),
            ("?status=accepted", ["Globex"]),
            ("?status=declined", []),
            ("?status=offer", ["Globex", "Acme"]),  # an outcome of a release before
            ("?status=refusal", []),
            ("?status=nonsense", ["Globex", "Acme"]),
        ],
    )
    def test_it_is_searched_and_filtered(self, browser: Browser, clock: Clock, query: str, found: list[str]) -> None:
        for company in ("Acme", "Globex"):
            browser.open("/record")
            browser.send("/interviews", A_FORM | {"company": company})
            clock.now += timedelta(seconds=1)
        path = (
            "/interviews/" + browser.open("/interviews?q=globex").text.split('href="/api/interviews/')[1].split('"')[0]
        )
        browser.open(path)
        browser.send(f"{path}/events", {"kind": "heard_back", "result": "offer"})
        browser.send(f"{path}/events", {"kind": "offer_accepted"})

        page = browser.open(f"/interviews{query}").text

        assert [name for name in ("Globex", "Acme") if f"<strong>{name}</strong>" in page] == found

    @pytest.mark.parametrize(
        ("name", "q"), [("Müller", "muller"), ("Щёголев", "Щеголев"), ("Muller", "MÜLLER"), ("Straße", "strasse")]
    )
    def test_marks_on_letters_make_no_difference(self, browser: Browser, name: str, q: str) -> None:
        browser.open("/record")
        browser.send("/interviews", A_FORM | {"company": name})

        page = browser.open(f"/interviews?{urlencode({'q': q})}").text

        assert f"<strong>{name}</strong>" in page

    @pytest.mark.parametrize("query", ["?q=acme", "?status=declined"])
    def test_a_search_in_vain_found_nothing(self, browser: Browser, query: str) -> None:
        assert "Nothing was found." in browser.open(f"/interviews{query}").text

    @pytest.mark.parametrize(
        ("language", "words"),
        [("en", ["Offer accepted", "Offer declined"]), ("ru", ["Предложение принято", "Предложение отклонено"])],
    )
    def test_m4_it_can_be_filtered_by_each_outcome(
        self, alex: Gateway, alexs_browser: Browser, language: str, words: list[str]
    ) -> None:
        alex.patch("/owner", {"language": language})

        page = alexs_browser.open("/interviews").text

        choices = dict(re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)', page))
        assert [*choices] == ["all", "open", "ended", *Outcome]
        assert [choices[one] for one in (Outcome.ACCEPTED, Outcome.DECLINED)] == words

    def test_where_nothing_is_recorded_it_leads_to_recording(self, browser: Browser) -> None:
        page = browser.open("/interviews").text

        assert "Nothing is recorded yet." in page
        assert '<a class="button" href="/api/record">Record an interview</a>' in page
