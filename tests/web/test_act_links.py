"""``/act/{token}``: which links are good, and for how long."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.links.action import PAUSES_THAT_END, ActionKind
from chalicelib.links.action_links import LIFETIME, ActionLinks
from chalicelib.links.keyring import keyring_of
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway
from tests.web.links import events, link, pressed


def test_a_link_lasts_for_its_lifetime_and_not_a_second_longer(
    anybody: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    path = link(ActionKind.STOP, record, clock)
    clock.now += LIFETIME - timedelta(seconds=1)
    assert anybody.get(path).status == 200

    clock.now += timedelta(seconds=1)

    assert anybody.get(path).status == 410
    assert pressed(anybody, path).status == 410


def test_a_link_signed_with_an_older_key_is_still_good_and_one_with_a_foreign_key_is_not(
    anybody: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    older, foreign = (ActionLinks(keyring_of([key])) for key in ("older-" + "o" * 32, "foreign-" + "f" * 32))

    assert anybody.get(link(ActionKind.STOP, record, clock, older)).status == 200
    assert anybody.get(link(ActionKind.STOP, record, clock, foreign)).status == 404


@pytest.mark.parametrize("change", [lambda token: token[:-1], lambda token: token + "A", lambda token: "A" + token[1:]])
def test_a_link_that_was_tampered_with_leads_nowhere(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any], change: Any
) -> None:
    token = link(ActionKind.STOP, record, clock).removeprefix("/act/")

    assert pressed(anybody, f"/act/{change(token)}").status == 404
    assert events(alex, record) == []


def test_the_record_behind_a_link_may_be_gone(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    alex.delete(f"/interviews/{record['id']}")

    page = anybody.get(link(ActionKind.STOP, record, clock))

    assert page.status == 404
    assert "has been removed" in page.text


def test_the_digest_s_page_holds_links_that_work(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    clock.now += timedelta(days=1)
    page = alex.get("/digest").text

    hrefs = [
        part.split('"')[0] for part in page.split('href="https://afterword.example/api')[1:] if part.startswith("/act/")
    ]

    # sent, and what they said (W12); all else is behind "something else happened" (D4)
    kinds = [LINKS.read(href.rpartition("/")[2], clock.now).kind for href in hrefs]
    assert kinds == [ActionKind.THANKED, ActionKind.DEBRIEFED, *PAUSES_THAT_END]
    assert all(anybody.get(href).status == 200 for href in hrefs)
    pressed(anybody, hrefs[0])
    assert [event["kind"] for event in events(alex, record)] == ["thank_you_sent"]
