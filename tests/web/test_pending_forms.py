"""Forms that come too late: after the session was over, or after somebody else has changed what they show."""

from __future__ import annotations

import re
from html import unescape

from chalicelib.web.http.body import MOST_BYTES
from chalicelib.web.http.sessions import LIFETIME
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway

ACME = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03", "notes": "liked:\nthe <team>"}
SETTINGS = {"name": "Kim Hill", "email": "kim@example.org", "country": "DE", "time_zone": "Europe/Berlin"}


def hidden(page: str) -> dict[str, str]:
    """What the page's form carries unseen."""
    return {name: unescape(text) for name, text in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)}


def a_record(browser: Browser) -> str:
    """The path of a record."""
    browser.open("/record")
    browser.send("/interviews", ACME)
    return "/interviews/" + browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]


class TestAfterTheSession:
    def test_a_filled_form_is_there_again_after_signing_in_and_nothing_was_sent_by_itself(
        self, browser: Browser, kims_token: str, clock: Clock
    ) -> None:
        browser.open("/record")
        clock.now += LIFETIME

        asked = browser.send("/interviews", ACME)
        assert asked.status == 401
        assert asked.headers["WWW-Authenticate"] == "Bearer"
        assert "You were signed out, so nothing is saved yet." in asked.text
        again = browser.send("/sign-in", hidden(asked.text) | {"token": kims_token})

        assert again.status == 200
        assert 'value="Data Engineer"' in again.text
        assert "liked:\nthe &lt;team&gt;</textarea>" in again.text
        assert "Nothing is saved yet: look at it, and send it." in again.text
        assert "<h1>Acme</h1>" in browser.send("/interviews", ACME).text

    def test_a_changed_record_and_settings_are_kept_as_well(
        self, browser: Browser, kims_token: str, clock: Clock
    ) -> None:
        path = a_record(browser)
        for form, fields in ((f"{path}/edit", ACME | {"company": "Globex"}), ("/settings", SETTINGS)):
            browser.sign_in(kims_token)
            browser.open(form)
            clock.now += LIFETIME

            asked = browser.send(form, fields)
            again = browser.send("/sign-in", hidden(asked.text) | {"token": kims_token})

            assert f'value="{fields.get("company") or fields["name"]}"' in again.text

    def test_what_happened_is_kept_with_its_note(self, browser: Browser, kims_token: str, clock: Clock) -> None:
        path = a_record(browser)
        browser.open(path)
        clock.now += LIFETIME

        said = {"what": "called voicemail", "note": "Two <rings>"}
        asked = browser.send(f"{path}/events", said)
        again = browser.send("/sign-in", hidden(asked.text) | {"token": kims_token})

        assert "What you typed is kept" in asked.text
        assert "Two &lt;rings&gt;</textarea>" in again.text
        assert '<option value="called voicemail" selected>' in again.text
        assert "Nothing is saved yet: look at it, and send it." in again.text
        assert "got the voicemail" in browser.send(f"{path}/events", said).text

    def test_no_token_travels_on_the_page(self, browser: Browser, kims_token: str, clock: Clock) -> None:
        form_token = hidden(browser.open("/record").text)["form_token"]
        clock.now += LIFETIME

        asked = browser.send("/interviews", ACME)

        assert form_token not in asked.text
        wrong = browser.send("/sign-in", hidden(asked.text) | {"token": f"{kims_token}x"})
        assert kims_token not in wrong.text
        assert hidden(wrong.text)["kept_company"] == "Acme"

    def test_what_another_site_sends_is_not_kept(self, browser: Browser, clock: Clock) -> None:
        browser.open("/record")
        clock.now += LIFETIME

        asked = browser.send("/interviews", ACME, Sec_Fetch_Site="cross-site")

        assert asked.status == 401
        assert "Acme" not in asked.text

    def test_what_is_too_much_to_carry_is_not_kept(self, browser: Browser, clock: Clock) -> None:
        browser.open("/record")
        clock.now += LIFETIME

        asked = browser.send("/interviews", ACME | {"notes": "x" * (MOST_BYTES // 2)})

        assert asked.status == 401
        assert "Sign in, and do it again." in asked.text

    def test_a_button_pressed_too_late_says_so_and_leads_back_to_its_page(self, browser: Browser, clock: Clock) -> None:
        path = a_record(browser)
        browser.open(path)
        clock.now += LIFETIME

        asked = browser.send(f"{path}/undo")

        assert asked.status == 401
        assert "You were signed out, so nothing was changed." in asked.text
        assert hidden(asked.text)["to"] == path

    def test_a_form_of_an_earlier_session_comes_again_with_what_was_typed(
        self, browser: Browser, kims_token: str, clock: Clock
    ) -> None:
        earlier = hidden(browser.open("/record").text)["form_token"]
        clock.now += LIFETIME
        browser.sign_in(kims_token)

        again = browser.send("/interviews", ACME | {"form_token": earlier})

        assert again.status == 403
        assert 'value="Acme"' in again.text
        assert "<h1>Acme</h1>" in browser.send("/interviews", ACME).text

    def test_a_client_without_a_page_is_told_of_its_token(self, anybody: Gateway) -> None:
        assert "Authorization: Bearer" in anybody.post_form("/interviews", ACME).data["detail"]


class TestTwoTabs:
    def test_an_older_edit_form_saves_nothing_and_says_why_until_it_is_sent_again(self, browser: Browser) -> None:
        path = a_record(browser)
        made = hidden(browser.open(f"{path}/edit").text)
        browser.send(f"{path}/edit", ACME | {"company": "Acme Inc.", "made_from": made["made_from"]})

        browser.open(f"{path}/edit")
        older = browser.send(f"{path}/edit", ACME | {"company": "Acme Ltd.", "made_from": made["made_from"]})

        assert older.status == 422
        assert "This was changed elsewhere while the form was open" in older.text
        assert 'value="Acme Ltd."' in older.text
        renewed = hidden(older.text)["made_from"]
        sent = ACME | {"company": "Acme Ltd.", "made_from": renewed}
        assert "<h1>Acme Ltd.</h1>" in browser.send(f"{path}/edit", sent).text

    def test_signing_in_does_not_make_an_older_form_a_new_one(
        self, browser: Browser, kims_token: str, clock: Clock
    ) -> None:
        path = a_record(browser)
        made = hidden(browser.open(f"{path}/edit").text)["made_from"]
        browser.send(f"{path}/edit", ACME | {"company": "Acme Inc.", "made_from": made})
        browser.open(f"{path}/edit")
        clock.now += LIFETIME

        asked = browser.send(f"{path}/edit", ACME | {"made_from": made})
        again = browser.send("/sign-in", hidden(asked.text) | {"token": kims_token})
        browser.send(f"{path}/edit", ACME | {"made_from": hidden(again.text)["made_from"]})

        assert "This was changed elsewhere" in browser.page.text

    def test_what_happened_meanwhile_is_no_other_change(self, browser: Browser) -> None:
        path = a_record(browser)
        made = hidden(browser.open(f"{path}/edit").text)["made_from"]
        browser.send(f"{path}/events", {"kind": "thank_you_sent"})

        browser.open(f"{path}/edit")
        page = browser.send(f"{path}/edit", ACME | {"company": "Acme Inc.", "made_from": made})

        assert "<h1>Acme Inc.</h1>" in page.text

    def test_older_settings_save_nothing_and_say_why(self, browser: Browser) -> None:
        made = hidden(browser.open("/settings").text)["made_from"]
        browser.send("/settings", SETTINGS | {"made_from": made})

        browser.open("/settings")
        older = browser.send("/settings", SETTINGS | {"name": "Kim Moss", "made_from": made})

        assert older.status == 422
        assert "This was changed elsewhere" in older.text
        assert 'value="Kim Hill"' in browser.open("/settings").text
