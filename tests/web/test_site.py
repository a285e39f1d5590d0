"""The owner's pages: signing in, today, recording, changing, undoing, settings; and who cannot do it for them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import ClassVar
from urllib.parse import urlencode

import pytest

from chalicelib.drafts.language import ENGLISH
from chalicelib.places import is_known
from chalicelib.records.owners import Owners
from chalicelib.web.exchange.headers import FIELDS
from chalicelib.web.reading.countries import NAMES
from chalicelib.web.sessions import LIFETIME
from chalicelib.web.site.field_names import columns
from chalicelib.web.tokens import new_token
from tests.factories import an_owner
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import recorded

ACME = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03", "contact_name": "Dana Winter"}


@pytest.fixture
def kims_token(owners: Owners) -> str:
    """Kim's token; Kim is in Berlin too."""
    text, secret_hash = new_token("kim")
    owners.add(an_owner(id="kim", name="Kim Moss"), secret_hash)
    return text


@pytest.fixture
def browser(anybody: Gateway, kims_token: str) -> Browser:
    """Kim's browser, signed in."""
    browser = Browser(anybody)
    assert browser.sign_in(kims_token).status == 200
    return browser


class TestSigningIn:
    def test_with_the_token_one_gets_to_today_s_page(self, browser: Browser) -> None:
        assert "<h1>Today</h1>" in browser.page.text
        assert "Monday 3 August" in browser.page.text

    def test_the_cookie_is_for_no_script_no_other_site_and_tls_only(self, anybody: Gateway, kims_token: str) -> None:
        body = f"token={kims_token}"
        reply = anybody.send("POST", "/sign-in", body, Content_Type="application/x-www-form-urlencoded")

        attributes = reply.headers["Set-Cookie"].split("; ")[1:]
        assert attributes == ["Path=/api", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=2592000"]
        assert kims_token not in reply.headers["Set-Cookie"]

    def test_a_wrong_token_is_told_so_on_the_page(self, anybody: Gateway) -> None:
        page = Browser(anybody).sign_in("kim.wrong-wrong-wrong-wrong")

        assert page.status == 401
        assert "This is not a token that is known here." in page.text

    def test_one_gets_to_where_one_wanted_to_be(self, anybody: Gateway, kims_token: str) -> None:
        assert "<h1>Settings</h1>" in Browser(anybody).sign_in(kims_token, to="/settings").text

    @pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "/nowhere"])
    def test_one_never_gets_to_another_site(self, anybody: Gateway, kims_token: str, to: str) -> None:
        assert "<h1>Today</h1>" in Browser(anybody).sign_in(kims_token, to=to).text

    def test_a_session_ends_after_a_month(self, browser: Browser, clock: Clock) -> None:
        clock.now += LIFETIME

        assert "<h1>Today</h1>" not in browser.open("/").text

    def test_who_is_not_signed_in_is_led_to_sign_in_and_on_from_there(self, anybody: Gateway, kims_token: str) -> None:
        browser = Browser(anybody)

        page = browser.open("/settings")

        assert "<h1>Sign in</h1>" in page.text
        assert 'name="to" value="/settings"' in page.text

    def test_what_a_link_fills_in_survives_signing_in(self, anybody: Gateway, kims_token: str) -> None:
        browser = Browser(anybody)
        page = browser.open("/record?company=Globex%20%26%20Co")
        to = page.text.split('name="to" value="')[1].split('"')[0]

        browser.send("/sign-in", {"token": kims_token, "to": to})

        assert 'value="Globex &amp; Co"' in browser.page.text

    def test_signing_out_ends_this_browser_s_session(self, browser: Browser) -> None:
        browser.open("/settings")

        assert "<h1>Sign in</h1>" in browser.send("/sign-out").text
        assert "<h1>Today</h1>" not in browser.open("/").text

    def test_signing_out_everywhere_ends_all_sessions(
        self, browser: Browser, anybody: Gateway, kims_token: str
    ) -> None:
        other = Browser(anybody)
        other.sign_in(kims_token)
        browser.open("/settings")

        browser.send("/sign-out", {"everywhere": "on"})

        assert "<h1>Today</h1>" not in other.open("/").text

    def test_a_new_token_is_shown_once_and_the_old_one_is_over(
        self, browser: Browser, anybody: Gateway, kims_token: str
    ) -> None:
        browser.open("/settings")

        page = browser.send("/settings/token")
        renewed = page.text.split('<pre tabindex="0">')[1].split("<")[0]

        assert anybody.signed_in(renewed).get("/owner").status == 200
        assert anybody.signed_in(kims_token).get("/owner").status == 401
        assert "<h1>Today</h1>" not in browser.open("/").text


class TestForgery:
    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec_Fetch_Site": "cross-site"},
            {"Sec_Fetch_Site": "same-site"},
            {"Sec_Fetch_Site": "", "Origin": "https://evil.example"},
        ],
    )
    def test_a_form_from_elsewhere_changes_nothing(self, browser: Browser, headers: dict[str, str]) -> None:
        browser.open("/record")

        assert browser.send("/interviews", ACME, **headers).status == 403
        assert "Acme" not in browser.open("/interviews").text

    @pytest.mark.parametrize("headers", [{"Origin": "null"}, {"Origin": "null", "Sec_Fetch_Site": ""}, {"Origin": ""}])
    def test_a_form_of_ours_may_hide_its_origin_since_our_pages_send_no_referrer(
        self, browser: Browser, headers: dict[str, str]
    ) -> None:
        browser.open("/record")

        assert "<h1>Acme</h1>" in browser.send("/interviews", ACME, **headers).text

    def test_a_form_without_its_token_changes_nothing(self, browser: Browser) -> None:
        browser.open("/record")

        assert browser.send("/interviews", ACME | {"form_token": "made.up"}).status == 403

    def test_a_form_of_another_session_changes_nothing(
        self, browser: Browser, anybody: Gateway, kims_token: str, clock: Clock
    ) -> None:
        clock.now += timedelta(seconds=1)
        other = Browser(anybody)
        other.sign_in(kims_token)
        other.open("/record")
        mine = other.page.text.split('name="form_token" value="')[1].split('"')[0]

        assert browser.send("/interviews", ACME | {"form_token": mine}).status == 403

    def test_a_foreign_form_with_its_own_token_needs_no_session(self, anybody: Gateway, kims_token: str) -> None:
        sent = ACME | {"token": kims_token}

        assert anybody.post_form("/interviews", sent, Origin="https://elsewhere.example").status == 201

    @pytest.mark.parametrize("method", ["PATCH", "DELETE"])
    def test_a_session_alone_authorises_no_other_method(self, browser: Browser, anybody: Gateway, method: str) -> None:
        reply = anybody.send(method, "/interviews/01K1S0M3000000000000000001", "{}", Cookie=browser.cookie)

        assert reply.status == 403


class TestAnInterview:
    def test_it_is_recorded_with_a_form_and_its_page_says_so_and_what_is_next(self, browser: Browser) -> None:
        browser.open("/record")

        page = browser.send("/interviews", ACME)

        assert page.status == 200
        assert "Recorded." in page.text
        assert "<h1>Acme</h1>" in page.text
        assert "Thank Acme" in page.text
        assert "What is ahead comes so if nobody answers." in page.text

    def test_the_form_can_be_filled_in_by_a_link(self, browser: Browser) -> None:
        page = browser.open("/record?company=Globex%20%26%20Co&position=Analyst&interview_on=2026-08-02")

        assert 'value="Globex &amp; Co"' in page.text
        assert 'value="2026-08-02"' in page.text

    def test_what_happened_is_recorded_by_its_button_and_can_be_undone(self, browser: Browser) -> None:
        browser.open("/record")
        browser.send("/interviews", ACME)
        act = browser.page.text.split('href="/api/act/')[1].split('"')[0]

        browser.open(f"/act/{act}")
        page = browser.send(f"/act/{act}")
        assert "Call Acme and ask for the decision" in page.text
        undo = page.text.split('action="./')[1].split('"')[0]
        browser.send(f"/act/{undo}")

        record = browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]
        assert "Recorded last:" not in browser.open(f"/interviews/{record}").text

    def test_what_looks_like_markup_is_text_wherever_it_is_shown(self, browser: Browser) -> None:
        browser.open("/record")
        markup = dict.fromkeys(("company", "position", "contact_name", "notes"), "<b onclick=x()>Acme</b>")
        browser.send("/interviews", ACME | markup)
        path = "/interviews/" + browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]

        for page in (path, f"{path}/edit", "/interviews", "/"):
            shown = browser.open(page).text
            assert "&lt;b onclick=x()&gt;Acme" in shown
            assert "<b onclick" not in shown

    def test_it_is_changed_with_a_form_in_which_an_empty_field_clears(self, browser: Browser) -> None:
        browser.open("/record")
        browser.send("/interviews", ACME | {"notes": "a zebra", "test_task": "on"})
        record = browser.page.text.split('/undo"')[0] and browser.open("/interviews").text
        path = "/interviews/" + record.split('href="/api/interviews/')[1].split('"')[0]

        browser.open(f"{path}/edit")
        page = browser.send(f"{path}/edit", ACME | {"company": "Acme Inc.", "notes": ""})

        assert "<h1>Acme Inc.</h1>" in page.text
        assert "a zebra" not in page.text
        assert 'name="test_task" checked' not in browser.open(f"{path}/edit").text

    def test_it_is_removed_for_good(self, browser: Browser) -> None:
        browser.open("/record")
        browser.send("/interviews", ACME)
        path = "/interviews/" + browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]
        browser.open(path)

        page = browser.send(f"{path}/remove")

        assert "Removed." in page.text
        assert "Nothing is recorded yet." in page.text
        assert "Removed." not in browser.open("/interviews").text

    def test_what_does_not_fit_is_named(self, browser: Browser) -> None:
        browser.open("/record")

        page = browser.send("/interviews", ACME | {"contact_email": "nobody", "notes": "a zebra", "test_task": "on"})

        assert page.status == 422
        assert 'id="contact_email-fault">Is not one plain mail address' in page.text
        assert "<details open>\n<summary>Whom to call or write to" in page.text
        for kept in ('value="Acme"', 'value="nobody"', ">a zebra</textarea>", 'name="test_task" checked'):
            assert kept in page.text

    def test_what_was_typed_can_be_mended_and_sent_from_the_same_page(self, browser: Browser) -> None:
        browser.open("/record")
        browser.send("/interviews", ACME | {"interview_on": "soon"})

        assert "<h1>Acme</h1>" in browser.send("/interviews", ACME).text

    def test_a_change_that_does_not_fit_keeps_what_was_typed_and_changes_nothing(self, browser: Browser) -> None:
        browser.open("/record")
        browser.send("/interviews", ACME)
        path = "/interviews/" + browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]
        browser.open(f"{path}/edit")

        page = browser.send(f"{path}/edit", ACME | {"company": "Acme Inc.", "url": "nowhere"})

        assert page.status == 422
        assert 'value="Acme Inc."' in page.text
        assert 'id="url-fault"' in page.text
        assert "<h1>Acme</h1>" in browser.open(path).text

    def test_who_sends_a_form_of_their_own_is_told_by_the_refusal_itself(
        self, anybody: Gateway, kims_token: str
    ) -> None:
        form = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}

        page = anybody.send("POST", "/interviews", f"token={kims_token}&company=Acme", **form)

        assert page.status == 422
        assert "<code>position</code>" in page.text
        assert kims_token not in page.text
        assert '<form class="card"' not in page.text

    def test_a_field_that_the_form_does_not_have_is_named_above_it(self, browser: Browser) -> None:
        browser.open("/record")

        page = browser.send("/interviews", ACME | {"salary": "1", "company": ""}).text

        assert "<p><code>salary</code>: is not a field here</p>" in page
        assert "<code>company</code>" not in page  # it is said beside its field

    def test_what_is_due_is_on_today_s_page_whole(self, browser: Browser, clock: Clock) -> None:
        browser.open("/record")
        browser.send("/interviews", ACME | {"contact_phone": "+49 30 23125 021"})
        clock.now += timedelta(days=7)

        page = browser.open("/")

        assert "Call Acme and ask for the decision" in page.text
        assert 'href="tel:+493023125021"' in page.text
        assert "<summary>If they haven&#39;t decided yet</summary>" in page.text
        assert "Why they may be silent:" in page.text
        assert "I called: nobody answered" in page.text

    def test_nobody_sees_another_owner_s(self, browser: Browser, alex: Gateway) -> None:
        record = recorded(alex, company="Secret")

        assert "Secret" not in browser.open("/interviews").text
        assert browser.open(f"/interviews/{record['id']}").status == 404


class TestTheTimeline:
    def days(self, page: str) -> list[tuple[str, str]]:
        return re.findall(r'<li class="(past|now|ahead)".*?><strong>(.*?)</strong>', page)

    def test_it_goes_from_the_interview_over_today_to_the_end(self, browser: Browser, clock: Clock) -> None:
        browser.open("/record")
        browser.send("/interviews", ACME | {"contact_phone": "+49 30 23125 021"})
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

        page = browser.send("/interviews", ACME | {"interview_on": "2026-08-10"}).text

        texts = re.findall(r'<li class="ahead".*?</strong><br>(.*?)<', page)
        assert texts[:2] == ["At the interview, ask Acme when they will decide", "The interview"]

    def test_on_the_day_itself_the_interview_follows_the_question_that_is_asked_there(
        self, browser: Browser, clock: Clock
    ) -> None:
        browser.open("/record")

        page = browser.send("/interviews", ACME | {"interview_time": "23:30"}).text

        texts = re.findall(r'<li class="now".*?</strong><br>(.*?)<', page)
        assert texts == ["At the interview, ask Acme when they will decide", "The interview"]
        assert page.count("aria-current=date") == 1

    def test_only_the_first_step_of_a_kind_leads_to_its_words(self, browser: Browser) -> None:
        browser.open("/record")
        page = browser.send("/interviews", ACME | {"contact_email": "dana@acme.example"}).text

        drafts = re.findall(r'<a href="/api/interviews/[^"]*/drafts/([a-z_]+)"', page)

        assert page.count("Write to Acme and ask for the decision") > 1
        assert drafts.count("status_letter") == 1

    def test_the_words_of_a_step_to_come_are_those_of_its_day(self, browser: Browser) -> None:
        browser.open("/record")
        page = browser.send("/interviews", ACME | {"contact_email": "dana@acme.example"}).text
        drafts = re.findall(r'<a href="/api(/interviews/[^"]*/drafts/[^"]*)"', page)

        letter = browser.open(drafts[1]).text

        assert "<h1>Write to Acme and ask for the decision</h1>" in letter
        assert "This is for Monday 10 August" in letter
        assert "Copy the letter" in letter
        assert "As a mail (.eml)" not in letter  # a message is of today


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
            ("?status=offer", ["Globex"]),
            ("?status=refusal", []),
            ("?status=nonsense", ["Globex", "Acme"]),
        ],
    )
    def test_it_is_searched_and_filtered(self, browser: Browser, clock: Clock, query: str, found: list[str]) -> None:
        for company in ("Acme", "Globex"):
            browser.open("/record")
            browser.send("/interviews", ACME | {"company": company})
            clock.now += timedelta(seconds=1)
        path = (
            "/interviews/" + browser.open("/interviews?q=globex").text.split('href="/api/interviews/')[1].split('"')[0]
        )
        browser.open(path)
        browser.send(f"{path}/events", {"kind": "heard_back", "result": "offer"})

        page = browser.open(f"/interviews{query}").text

        assert [name for name in ("Globex", "Acme") if f"<strong>{name}</strong>" in page] == found

    @pytest.mark.parametrize(
        ("name", "q"), [("Müller", "muller"), ("Щёголев", "Щеголев"), ("Muller", "MÜLLER"), ("Straße", "strasse")]
    )
    def test_marks_on_letters_make_no_difference(self, browser: Browser, name: str, q: str) -> None:
        browser.open("/record")
        browser.send("/interviews", ACME | {"company": name})

        page = browser.open(f"/interviews?{urlencode({'q': q})}").text

        assert f"<strong>{name}</strong>" in page

    @pytest.mark.parametrize("query", ["?q=acme", "?status=offer"])
    def test_a_search_in_vain_found_nothing(self, browser: Browser, query: str) -> None:
        assert "Nothing was found." in browser.open(f"/interviews{query}").text

    def test_where_nothing_is_recorded_it_leads_to_recording(self, browser: Browser) -> None:
        page = browser.open("/interviews").text

        assert "Nothing is recorded yet." in page
        assert '<a class="button" href="/api/record">Record an interview</a>' in page


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


class TestBringingIn:
    CSV = "Employer,Job title,Date\nAcme,Analyst,2026-08-03\nGlobex,,2026-08-02\n"

    def test_a_table_is_looked_at_its_columns_corrected_and_then_brought_in(self, browser: Browser) -> None:
        browser.open("/import")

        seen = browser.send("/import/preview", {"text": self.CSV}).text
        assert "1 will be recorded, 0 are there already, 1 does not fit." in seen
        assert "Position: is required" in seen
        assert "Nothing is recorded yet." in Browser.open(browser, "/interviews").text
        browser.open("/import")
        browser.send("/import/preview", {"text": self.CSV})
        page = browser.send("/import", {"text": self.CSV, "column:Job title": "position"})

        assert "1 is recorded, 0 were there already, 1 did not fit." in page.text
        assert "<strong>Acme</strong>" in browser.open("/interviews").text

    def test_a_row_that_does_not_fit_is_told_by_its_company_and_what_stood_there(self, browser: Browser) -> None:
        browser.open("/import")

        page = browser.send("/import/preview", {"text": "Employer,Job title,Date\nAcme,Analyst,some day\n"}).text

        assert "<strong>2. Acme</strong>, Analyst" in page
        assert "Day of the interview “some day”: is not a day such as 2026-08-03" in page
        assert '<option value="interview_on" selected>Day of the interview</option>' in page

    def test_each_field_that_a_column_can_hold_is_offered(self) -> None:
        assert {field for field, _ in columns(ENGLISH)} == FIELDS

    def test_hostile_cells_are_text_on_the_page(self, browser: Browser) -> None:
        browser.open("/import")

        page = browser.send("/import/preview", {"text": "Employer,Job title,Date\n<b>x</b>,</textarea>,2026-08-03\n"})

        assert "<b>x" not in page.text
        assert page.text.count("</textarea>") == 1


@pytest.mark.parametrize("path", ["/", "/record", "/interviews", "/settings"])
def test_every_page_has_the_way_to_the_others_and_marks_where_one_is(browser: Browser, path: str) -> None:
    page = browser.open(path).text

    for other in ("/", "/record", "/interviews", "/settings"):
        assert f'href="/api{other}"' in page
    assert page.count("aria-current=page") == 1
