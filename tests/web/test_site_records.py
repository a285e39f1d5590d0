"""Recording, changing, undoing and removing an interview by the pages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import A_FORM, recorded


class TestAnInterview:
    def test_it_is_recorded_with_a_form_and_its_page_says_so_and_what_is_next(self, browser: Browser) -> None:
        browser.open("/record")

        page = browser.send("/interviews", A_FORM)

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
        browser.send("/interviews", A_FORM)
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
        browser.send("/interviews", A_FORM | markup)
        path = "/interviews/" + browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]

        for page in (path, f"{path}/edit", "/interviews", "/"):
            shown = browser.open(page).text
            assert "&lt;b onclick=x()&gt;Acme" in shown
            assert "<b onclick" not in shown

    def test_it_is_changed_with_a_form_in_which_an_empty_field_clears(self, browser: Browser) -> None:
        browser.open("/record")
        browser.send("/interviews", A_FORM | {"notes": "a zebra", "test_task": "on"})
        record = browser.page.text.split('/undo"')[0] and browser.open("/interviews").text
        path = "/interviews/" + record.split('href="/api/interviews/')[1].split('"')[0]

        browser.open(f"{path}/edit")
        page = browser.send(f"{path}/edit", A_FORM | {"company": "Acme Inc.", "notes": ""})

        assert "<h1>Acme Inc.</h1>" in page.text
        assert "a zebra" not in page.text
        assert 'name="test_task" checked' not in browser.open(f"{path}/edit").text

    def test_it_is_removed_for_good(self, browser: Browser) -> None:
        browser.open("/record")
        browser.send("/interviews", A_FORM)
        path = "/interviews/" + browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]
        browser.open(path)

        page = browser.send(f"{path}/remove")

        assert "Removed." in page.text
        assert "Nothing is recorded yet." in page.text
        assert "Removed." not in browser.open("/interviews").text

    def test_what_does_not_fit_is_named(self, browser: Browser) -> None:
        browser.open("/record")

        page = browser.send("/interviews", A_FORM | {"contact_email": "nobody", "notes": "a zebra", "test_task": "on"})

        assert page.status == 422
        assert 'id="contact_email-fault">Is not one plain mail address' in page.text
        assert "<details open>\n<summary>Whom to call or write to" in page.text
        for kept in ('value="Acme"', 'value="nobody"', ">a zebra</textarea>", 'name="test_task" checked'):
            assert kept in page.text

    def test_what_was_typed_can_be_mended_and_sent_from_the_same_page(self, browser: Browser) -> None:
        browser.open("/record")
        browser.send("/interviews", A_FORM | {"interview_on": "soon"})

        assert "<h1>Acme</h1>" in browser.send("/interviews", A_FORM).text

    def test_a_change_that_does_not_fit_keeps_what_was_typed_and_changes_nothing(self, browser: Browser) -> None:
        browser.open("/record")
        browser.send("/interviews", A_FORM)
        path = "/interviews/" + browser.open("/interviews").text.split('href="/api/interviews/')[1].split('"')[0]
        browser.open(f"{path}/edit")

        page = browser.send(f"{path}/edit", A_FORM | {"company": "Acme Inc.", "url": "nowhere"})

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

        page = browser.send("/interviews", A_FORM | {"mood": "1", "company": ""}).text

        assert "<p><code>mood</code>: is not a field here</p>" in page
        assert "<code>company</code>" not in page  # it is said beside its field

    def test_what_is_due_is_on_today_s_page_whole(self, browser: Browser, clock: Clock) -> None:
        browser.open("/record")
        browser.send("/interviews", A_FORM | {"contact_phone": "+49 30 23125 021"})
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


@pytest.mark.parametrize("path", ["/", "/record", "/interviews", "/settings"])
def test_every_page_has_the_way_to_the_others_and_marks_where_one_is(browser: Browser, path: str) -> None:
    page = browser.open(path).text

    for other in ("/", "/record", "/interviews", "/settings"):
        assert f'href="/api{other}"' in page
    assert page.count("aria-current=page") == 1
