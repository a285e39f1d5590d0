"""Signing in and out in a real browser, with its own idea of cookies."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened
from tests.browser.person import Person
from tests.browser.site import SpentSite


def test_with_the_token_one_is_let_in_and_with_another_not(browse: Opened) -> None:
    somebody = browse()

    somebody.sign_in("me.wrong-wrong-wrong")
    assert somebody.page.get_by_role("alert").is_visible()
    somebody.fill(Token=somebody.site.token)
    somebody.press("Sign in")

    assert somebody.heading == "Today"


def test_one_is_led_to_sign_in_and_on_from_there(browse: Opened) -> None:
    somebody = browse()

    somebody.open("/settings")
    assert somebody.heading == "Sign in"
    somebody.fill(Token=somebody.site.token)
    somebody.press("Sign in")

    assert somebody.heading == "Settings"


def test_no_script_sees_the_cookie(person: Person) -> None:
    (cookie,) = person.context.cookies()

    assert cookie.get("httpOnly")
    assert cookie.get("sameSite") == "Lax"
    assert person.page.evaluate("document.cookie") == ""


def test_signing_out_ends_this_window_only(person: Person, browse: Opened) -> None:
    other = browse()
    other.sign_in()

    person.follow("Settings")
    person.press("Sign out")
    person.open("/")
    other.open("/")

    assert (person.heading, other.heading) == ("Afterword", "Today")


def test_signing_out_everywhere_ends_the_other_window_too(person: Person, browse: Opened) -> None:
    other = browse()
    other.sign_in()

    person.follow("Settings")
    person.page.get_by_label("On all my devices").check()
    person.press("Sign out")
    other.open("/")

    assert other.heading == "Afterword"


@pytest.mark.parametrize("site", [SpentSite], indirect=True)
def test_a_new_token_is_shown_once_and_lets_one_in(person: Person) -> None:
    person.follow("Settings")
    person.unfold("A new token")
    person.press("Make a new token")
    token = person.page.locator("pre").inner_text()

    person.follow("Sign in")
    person.fill(Token=token)
    person.press("Sign in")

    assert person.heading == "Today"


def test_a_form_on_another_site_changes_nothing(person: Person) -> None:
    calendar = person.site.address_of("/settings/calendar")
    person.page.goto("about:blank")
    person.page.set_content(f'<form method="post" action="{calendar}"><button>Win a prize</button></form>')

    with person.page.expect_response(calendar) as answer:
        person.press("Win a prize")

    assert answer.value.status in {401, 403}
    assert person.site.ask("GET", "/owner").json["calendar_url"] is None
