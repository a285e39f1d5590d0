"""A browser stays signed in for 90 days from its last use, and no copy of its cookie does for longer than that."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.links.keyring import Key, Keyring
from chalicelib.records.owners import Owners
from chalicelib.web.http.sessions import Session, Sessions
from tests.web.browser import Browser
from tests.web.conftest import KEYS, SESSIONS, Clock
from tests.web.gateway import Gateway, Reply
from tests.web.given import A_FORM

DAY, LIFE = timedelta(days=1), timedelta(days=90)
MOMENT = timedelta(seconds=1)
BROWSER = {"Accept": "text/html"}


def is_in(browser: Browser) -> bool:
    """Whether the browser gets to today's page."""
    return "<h1>Today</h1>" in browser.open("/").text


def looked_at(gateway: Gateway, path: str, cookie: str, method: str = "GET") -> Reply:
    """The answer to a browser that has this cookie."""
    return gateway.send(method, path, Cookie=cookie, **BROWSER)


def of_the_release_before(owner_id: str, clock: Clock) -> str:
    """A cookie as the release made it that renewed none."""
    return f"afterword={SESSIONS.cookie(Session(owner_id, 0, int(clock.now.timestamp()), 'b' * 11))}"


def test_a_browser_that_is_used_every_few_weeks_is_never_asked_for_the_token_again(
    browser: Browser, clock: Clock
) -> None:
    for _ in range(6):
        clock.now += LIFE - MOMENT

        assert is_in(browser)


def test_a_browser_that_nobody_used_for_ninety_days_is_signed_out(browser: Browser, clock: Clock) -> None:
    clock.now += LIFE

    assert not is_in(browser)


def test_a_page_renews_the_session_once_a_day_and_with_the_same_flags(
    browser: Browser, anybody: Gateway, clock: Clock
) -> None:
    cookies = [browser.cookie]
    for waited in (DAY - MOMENT, MOMENT, DAY - MOMENT, MOMENT):
        clock.now += waited
        cookies.append(looked_at(anybody, "/settings", cookies[-1]).headers.get("Set-Cookie", cookies[-1]))

    renewed = [header.split("; ", 1)[1] for header in cookies[1:] if "; " in header]
    assert [one == before for one, before in zip(cookies[1:], cookies, strict=False)] == [True, False, True, False]
    assert set(renewed) == {"Path=/api; HttpOnly; SameSite=Lax; Secure; Max-Age=7776000"}


@pytest.mark.parametrize("path", ["/", "/settings", "/interviews", "/record", "/digest", "/docs"])
def test_any_page_renews_it(browser: Browser, anybody: Gateway, clock: Clock, path: str) -> None:
    clock.now += DAY

    assert "Set-Cookie" in looked_at(anybody, path, browser.cookie).headers


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("HEAD", "/settings"),
        ("GET", "/style.css"),
        ("GET", "/export.csv"),
        ("GET", "/health"),
        ("GET", "/interviews/nowhere"),
    ],
)
def test_nothing_but_a_page_that_is_looked_at_renews_it(
    browser: Browser, anybody: Gateway, clock: Clock, method: str, path: str
) -> None:
    clock.now += DAY

    assert "Set-Cookie" not in looked_at(anybody, path, browser.cookie, method).headers


def test_no_program_with_the_cookie_renews_it(browser: Browser, anybody: Gateway, clock: Clock) -> None:
    clock.now += DAY

    assert "Set-Cookie" not in anybody.get("/owner", Cookie=browser.cookie).headers


def test_renewing_reads_and_writes_nothing_more(browser: Browser, clock: Clock, operations: list[str]) -> None:
    clock.now += DAY
    operations.clear()

    browser.open("/settings")

    assert operations == ["GetItem"]


def test_a_form_that_was_open_while_its_session_was_renewed_is_taken(
    browser: Browser, anybody: Gateway, clock: Clock
) -> None:
    form = browser.open("/record")
    clock.now += DAY
    assert is_in(browser)

    browser.page = form

    assert "<h1>Acme</h1>" in browser.send("/interviews", A_FORM).text


def test_a_copy_ends_ninety_days_after_its_own_last_use_though_the_browser_goes_on(
    browser: Browser, anybody: Gateway, clock: Clock
) -> None:
    copy = browser.cookie
    clock.now += DAY
    assert is_in(browser)

    clock.now += LIFE - DAY

    assert anybody.get("/owner", Cookie=copy).status == 401
    assert is_in(browser)


@pytest.mark.parametrize("everywhere", [{}, {"everywhere": "on"}])
def test_signing_out_ends_every_copy_whenever_it_was_renewed(
    browser: Browser, anybody: Gateway, clock: Clock, everywhere: dict[str, str]
) -> None:
    first = browser.cookie
    clock.now += DAY
    renewed_by_somebody = looked_at(anybody, "/settings", first).headers["Set-Cookie"].split(";")[0]
    clock.now += DAY
    browser.open("/settings")
    copies = [first, renewed_by_somebody, browser.cookie]

    browser.send("/sign-out", everywhere)

    for wait in (timedelta(), DAY, LIFE - DAY - MOMENT):
        clock.now += wait
        assert {anybody.get("/owner", Cookie=copy).status for copy in copies} == {401}


def test_what_was_signed_out_of_is_remembered_for_as_long_as_any_copy_would_be_good(
    browser: Browser, anybody: Gateway, kims_token: str, owners: Owners, clock: Clock
) -> None:
    browser.open("/settings")
    copy = browser.cookie
    browser.send("/sign-out")
    clock.now += LIFE
    other = Browser(anybody)
    other.sign_in(kims_token)
    other.open("/settings")
    other.send("/sign-out")

    account = owners.get("kim")

    assert account is not None
    assert len(account.ended_sessions) == 2
    assert anybody.get("/owner", Cookie=copy).status == 401


class TestKeys:
    """A key that is retired counts for thirty days more, and what is used in them goes on with the newest."""

    @pytest.fixture
    def cookie(self, kims_token: str, clock: Clock) -> str:
        """Kim's cookie, signed with the older key today."""
        older, now = Sessions(Keyring(KEYS.keys[1:])), int(clock.now.timestamp())
        return f"afterword={older.cookie(Session('kim', 0, now, 'b' * 11, now))}"

    def test_a_session_of_a_retired_key_is_renewed_with_the_newest_at_its_next_use(
        self, anybody: Gateway, cookie: str
    ) -> None:
        renewed = looked_at(anybody, "/settings", cookie).headers["Set-Cookie"].split(";")[0]

        assert renewed.startswith(f"afterword={KEYS.newest.kid}.")
        assert "Set-Cookie" not in looked_at(anybody, "/settings", renewed).headers

    @pytest.mark.parametrize(("days", "is_good"), [(29, True), (30, False)])
    def test_a_session_of_a_retired_key_that_is_not_used_in_its_thirty_days_is_over(
        self, cookie: str, clock: Clock, days: int, is_good: bool
    ) -> None:
        newest, older = KEYS.keys
        retired = Key(kid=older.kid, secret=older.secret, retired_at=clock.now)

        read = Sessions(Keyring((newest, retired))).read(cookie, clock.now + timedelta(days=days))

        assert (read is not None) == is_good


class TestTheReleaseBefore:
    """Its cookies were promised thirty days, and its notes of who signed out are kept for as long."""

    def test_a_browser_that_is_used_in_its_thirty_days_goes_on(self, browser: Browser, clock: Clock) -> None:
        browser.cookie = of_the_release_before("kim", clock)
        clock.now += timedelta(days=29)
        assert is_in(browser)

        clock.now += LIFE - MOMENT

        assert is_in(browser)

    def test_a_copy_of_a_cookie_that_was_over_does_not_come_to_life_again(self, browser: Browser, clock: Clock) -> None:
        browser.cookie = of_the_release_before("kim", clock)

        clock.now += timedelta(days=30)

        assert not is_in(browser)
