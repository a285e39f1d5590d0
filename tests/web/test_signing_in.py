"""Signing in and out of the owner's pages, and who cannot act for the owner."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest

from chalicelib.records.owners import Owners
from chalicelib.usecases.owner_access import MOST_ENDED
from chalicelib.web.http.routing import Route
from chalicelib.web.urls import URLS
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import HOST, Gateway
from tests.web.given import A_FORM

PARTS = {
    "interview_id": "01K1S0M3000000000000000001",
    "kind": "status_letter.eml",
    "event_id": "4f1d2c3b5a",
    "contact_id": "an_id-2",
    "token": "k1.eyJh-b_c.x-Y_z",
    "file": "me.Ab-_9.ics",
}
PAGES = sorted(url.path.format(**PARTS) for url in URLS if url.method == "GET" and url.page and url.path != "/sign-in")


FROM_ELSEWHERE = [
    {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"},
    {"Sec_Fetch_Site": "cross-site", "Origin": "null"},
    {"Sec_Fetch_Site": "cross-site", "Origin": f"https://{HOST}"},
    {"Sec_Fetch_Site": "Cross-Site"},
    {"Sec_Fetch_Site": "", "Origin": "https://evil.example"},
    {"Sec_Fetch_Site": "", "Origin": f"http://{HOST}"},
    {"Sec_Fetch_Site": "", "Origin": f"https://{HOST}:8443"},
    {"Sec_Fetch_Site": "", "Origin": f"https://{HOST}.evil.example"},
    {"Sec_Fetch_Site": "", "Origin": f"https://api.{HOST}"},
]
OF_OURS = [{"Origin": "null"}, {"Origin": "null", "Sec_Fetch_Site": ""}, {"Origin": ""}]
# Whose address says nothing of who asks: that of a signed link does.
OPEN_TO_ALL = [
    route
    for url in URLS
    for name in {url.api, url.page}
    if name and url.method == "POST" and "{" not in url.path
    for route in import_module(name).routes.declared
    if route.path == url.path and not route.requires_owner
]


class TestSigningIn:
    def test_with_the_token_one_gets_to_today_s_page(self, browser: Browser) -> None:
        assert "<h1>Today</h1>" in browser.page.text
        assert "Monday 3 August" in browser.page.text

    def test_the_cookie_is_for_no_script_no_other_site_and_tls_only(self, anybody: Gateway, kims_token: str) -> None:
        body = f"token={kims_token}"
        reply = anybody.send("POST", "/sign-in", body, Content_Type="application/x-www-form-urlencoded")

        attributes = reply.headers["Set-Cookie"].split("; ")[1:]
        assert attributes == ["Path=/api", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=7776000"]
        assert kims_token not in reply.headers["Set-Cookie"]

    def test_a_wrong_token_is_told_so_on_the_page(self, anybody: Gateway) -> None:
        page = Browser(anybody).sign_in("kim.wrong-wrong-wrong-wrong")

        assert page.status == 401
        assert "This is not a token that is known here." in page.text

    def test_one_gets_to_where_one_wanted_to_be(self, anybody: Gateway, kims_token: str) -> None:
        assert "<h1>Settings</h1>" in Browser(anybody).sign_in(kims_token, to="/settings").text

    @pytest.mark.parametrize("path", PAGES)
    def test_f34_one_gets_back_to_whatever_one_reads_here(self, anybody: Gateway, kims_token: str, path: str) -> None:
        to = f"{path}?a=b~c"

        reply = anybody.post_form("/sign-in", {"token": kims_token, "to": to}, Accept="text/html")

        assert reply.headers["Location"] == f"/api{to}"

    @pytest.mark.parametrize(
        "to",
        [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/nowhere",
            "?a=b",
            "//",
            "/sign-in",
            "/export.csv",
        ],
    )
    def test_one_never_gets_to_another_site(self, anybody: Gateway, kims_token: str, to: str) -> None:
        assert "<h1>Today</h1>" in Browser(anybody).sign_in(kims_token, to=to).text

    def test_who_is_not_signed_in_is_led_to_sign_in_and_on_from_there(self, anybody: Gateway, kims_token: str) -> None:
        browser = Browser(anybody)

        page = browser.open("/settings")

        assert "<h1>Sign in</h1>" in page.text
        assert 'name="to" value="/settings"' in page.text

    def test_an_address_with_nothing_between_two_slashes_leads_to_the_sign_in_of_its_stage(
        self, anybody: Gateway
    ) -> None:
        reply = anybody.get("/interviews//edit", Accept="text/html")

        assert reply.headers["Location"] == "/api/sign-in?to=/interviews//edit"

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

    def test_a_copied_cookie_ends_with_the_browser_s_session_and_other_browsers_go_on(
        self, browser: Browser, anybody: Gateway, kims_token: str
    ) -> None:
        copied, other = browser.cookie, Browser(anybody)
        other.sign_in(kims_token)
        browser.open("/settings")

        browser.send("/sign-out")

        assert anybody.get("/owner", Cookie=copied).status == 401
        assert "<h1>Today</h1>" in other.open("/").text

    def test_a_session_that_began_in_the_same_second_is_another_one(self, anybody: Gateway, kims_token: str) -> None:
        browsers = [Browser(anybody), Browser(anybody)]
        for browser in browsers:
            browser.sign_in(kims_token)
        browsers[0].open("/settings")

        browsers[0].send("/sign-out")

        assert "<h1>Today</h1>" in browsers[1].open("/").text

    def test_whoever_signs_out_very_often_is_signed_out_everywhere_rather_than_not_at_all(
        self, browser: Browser, anybody: Gateway, kims_token: str, owners: Owners
    ) -> None:
        copied = []
        for _ in range(MOST_ENDED + 1):
            other = Browser(anybody)
            other.sign_in(kims_token)
            copied.append(other.cookie)
            other.open("/settings")
            other.send("/sign-out")

        account = owners.get("kim")

        assert {anybody.get("/owner", Cookie=cookie).status for cookie in copied} == {401}
        assert "<h1>Today</h1>" not in browser.open("/").text
        assert account is not None
        assert account.ended_sessions == ()

    def test_what_would_be_over_by_itself_is_kept_no_longer(
        self, browser: Browser, anybody: Gateway, kims_token: str, owners: Owners, clock: Clock
    ) -> None:
        for days in (0, 1, 91):
            clock.now += timedelta(days=days)
            browser.sign_in(kims_token)
            browser.open("/settings")
            browser.send("/sign-out")

        account = owners.get("kim")

        assert account is not None
        (kept,) = account.ended_sessions
        assert timedelta(days=90) <= kept.until - clock.now <= timedelta(days=90, hours=1)

    def test_signing_out_costs_one_write_and_no_other_request_one_more_read(
        self, browser: Browser, operations: list[str]
    ) -> None:
        costs = []
        for path in ("/settings", None):
            operations.clear()
            browser.open(path) if path else browser.send("/sign-out")
            costs.append([*operations])

        assert costs == [["GetItem"], ["GetItem", "PutItem"]]

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
    @pytest.mark.parametrize("headers", FROM_ELSEWHERE)
    def test_a_form_from_elsewhere_changes_nothing(self, browser: Browser, headers: dict[str, str]) -> None:
        browser.open("/record")

        assert browser.send("/interviews", A_FORM, **headers).status == 403
        assert "Acme" not in browser.open("/interviews").text

    @pytest.mark.parametrize("headers", OF_OURS)
    def test_a_form_of_ours_may_hide_its_origin_since_our_pages_send_no_referrer(
        self, browser: Browser, headers: dict[str, str]
    ) -> None:
        browser.open("/record")

        assert "<h1>Acme</h1>" in browser.send("/interviews", A_FORM, **headers).text

    def test_a_form_without_its_token_changes_nothing(self, browser: Browser) -> None:
        browser.open("/record")

        assert browser.send("/interviews", A_FORM | {"form_token": "made.up"}).status == 403

    def test_a_form_of_another_session_changes_nothing(
        self, browser: Browser, anybody: Gateway, kims_token: str, clock: Clock
    ) -> None:
        clock.now += timedelta(seconds=1)
        other = Browser(anybody)
        other.sign_in(kims_token)
        other.open("/record")
        mine = other.page.text.split('name="form_token" value="')[1].split('"')[0]

        assert browser.send("/interviews", A_FORM | {"form_token": mine}).status == 403

    def test_a_foreign_form_with_its_own_token_needs_no_session(self, anybody: Gateway, kims_token: str) -> None:
        sent = A_FORM | {"token": kims_token}

        assert anybody.post_form("/interviews", sent, Origin="https://elsewhere.example").status == 201

    @pytest.mark.parametrize("headers", FROM_ELSEWHERE)
    @pytest.mark.parametrize("route", OPEN_TO_ALL, ids=lambda route: route.path)
    def test_f28_what_anybody_may_send_is_refused_from_another_site(
        self, anybody: Gateway, kims_token: str, route: Route, headers: dict[str, str]
    ) -> None:
        reply = anybody.post_form(route.path, {"token": kims_token}, **({"Accept": "text/html"} | headers))

        assert reply.status == 403
        assert "Set-Cookie" not in reply.headers

    @pytest.mark.parametrize("headers", [{}, *OF_OURS])
    def test_f28_one_signs_in_from_our_own_page_and_by_a_program(
        self, anybody: Gateway, kims_token: str, headers: dict[str, str]
    ) -> None:
        reply = anybody.post_form("/sign-in", {"token": kims_token}, **headers)

        assert reply.status == 303
        assert "Set-Cookie" in reply.headers

    def test_f28_no_page_of_another_site_changes_into_whose_account_a_browser_is_signed_in(
        self, browser: Browser, anybody: Gateway, token: str
    ) -> None:
        cookie = browser.cookie

        browser.send("/sign-in", {"token": token}, Sec_Fetch_Site="cross-site", Origin="https://evil.example")

        assert browser.cookie == cookie

    @pytest.mark.parametrize("method", ["PATCH", "DELETE"])
    def test_a_session_alone_authorises_no_other_method(self, browser: Browser, anybody: Gateway, method: str) -> None:
        reply = anybody.send(method, "/interviews/01K1S0M3000000000000000001", "{}", Cookie=browser.cookie)

        assert reply.status == 403
