"""The owner's pages when mail does not reach them: they say so, and how it begins again."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from msgspec.structs import replace

from chalicelib.errors import Block
from chalicelib.records.owners import Account, Owners
from tests.factories import THAT_EVENING, an_owner
from tests.web.browser import Browser
from tests.web.gateway import Gateway


def _mark(owners: Owners, problem: str) -> None:
    owners.save(replace(_account(owners), digest_problem=problem, next_digest_at=THAT_EVENING + timedelta(days=1)))


def _account(owners: Owners) -> Account:
    account = owners.get("alex")
    assert account is not None
    return account


@pytest.mark.parametrize("path", ["/", "/settings"])
@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("bounced", "The digest came back from your address"),
        ("complained", "reported the digest as spam"),
        ("MessageRejected", "Mail to you was refused."),
    ],
)
def test_today_and_the_settings_say_why_no_digest_arrives(
    alexs_browser: Browser, owners: Owners, path: str, problem: str, said: str
) -> None:
    _mark(owners, problem)

    assert said in alexs_browser.open(path).text


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Block.NOT_VERIFIED, "Amazon SES does not send from this address yet"),
        (Block.LOGIN_REFUSED, "does not take the app password any more"),
        (Block.LOGIN_MISSING, "The app password of your mail provider is gone"),
        (Block.NOT_TRUSTED, "server did not prove that it is your provider"),
        (Block.NOT_SUPPORTED, "does not let us sign in over a safe connection"),
    ],
)
def test_what_keeps_mail_back_until_somebody_mends_it_is_said_with_what_to_do_and_that_the_digest_is_tried_again(
    alexs_browser: Browser, anybody: Gateway, owners: Owners, problem: Block, said: str
) -> None:
    _mark(owners, problem)

    page = unescape(alexs_browser.open("/settings").text)
    assert said in page
    assert "The digest is tried again every quarter of an hour." in page
    assert anybody.get("/health").data["digest_problem"] == problem


@pytest.mark.parametrize("path", ["/", "/settings"])
def test_while_all_is_well_they_say_nothing(alexs_browser: Browser, path: str) -> None:
    assert 'role="alert"' not in alexs_browser.open(path).text


def test_one_button_says_that_the_same_address_works_again_and_the_digest_is_due_at_once(
    alexs_browser: Browser, owners: Owners
) -> None:
    _mark(owners, "bounced")
    alexs_browser.open("/settings")

    page = alexs_browser.send("/settings/mail")

    assert "Saved." in page.text
    assert "came back" not in page.text
    assert _account(owners).digest_problem is None
    assert _account(owners).next_digest_at == THAT_EVENING


def test_without_a_mark_the_button_changes_nothing(alexs_browser: Browser, owners: Owners) -> None:
    _mark(owners, "bounced")
    alexs_browser.open("/settings")
    alexs_browser.send("/settings/mail")
    version = _account(owners).version

    alexs_browser.open("/settings")
    alexs_browser.send("/settings/mail")

    assert _account(owners).version == version


def test_a_mark_survives_a_change_of_other_settings_and_ends_with_the_address(
    alexs_browser: Browser, owners: Owners
) -> None:
    _mark(owners, "complained")
    settings = {"name": "Alex", "email": an_owner().email, "country": "DE", "time_zone": "Europe/Berlin"}

    alexs_browser.open("/settings")
    alexs_browser.send("/settings", settings | {"name": "Alexa"})
    kept = _account(owners).digest_problem
    alexs_browser.open("/settings")
    alexs_browser.send("/settings", settings | {"email": "alexa@example.net"})

    assert kept == "complained"
    assert _account(owners).digest_problem is None
