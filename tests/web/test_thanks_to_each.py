"""A thank-you letter for each who was there: in the API, on the pages, and settled one by one (W2, C4)."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from tests.web.browser import Browser
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.links import pressed
from tests.web.new_events import TWO_MET


@pytest.fixture
def record(alex: Gateway) -> dict[str, Any]:
    """An interview with Dana and Robin."""
    return recorded(alex, **TWO_MET)


@pytest.fixture
def path(record: dict[str, Any]) -> str:
    """Where the thank-you letter is."""
    return f"/interviews/{record['id']}/drafts/thank_you_letter"


def ids(record: dict[str, Any]) -> list[str]:
    """The ids of the contacts."""
    return [contact["id"] for contact in record["contacts"]]


def link_to_thank(record: dict[str, Any], clock: Clock, contact: str) -> str:
    """The link of a mail that records the thanks to one person."""
    token = LINKS.token(ActionKind.THANKED, "alex", clock.now, record["id"], record["version"], contact=contact)
    return f"/act/{token}"


def thanked(alex: Gateway, record: dict[str, Any]) -> list[str | None]:
    """Who was thanked, in turn."""
    events = alex.get(f"/interviews/{record['id']}").data["events"]
    return [event["contact"] for event in events if event["kind"] == "thank_you_sent"]


def test_c4_each_has_a_letter_and_no_two_are_alike(alex: Gateway, record: dict[str, Any], path: str) -> None:
    listed = alex.get(path.rpartition("/")[0]).data["items"]

    letters = [draft for draft in listed if draft["kind"] == "thank_you_letter"]
    assert [letter["to"]["id"] for letter in letters] == ids(record)
    assert letters[0]["text"].partition("\n")[2] != letters[1]["text"].partition("\n")[2]
    assert [letter["eml"] for letter in letters] == [f"/api{path}.eml?contact={contact}" for contact in ids(record)]


def test_c4_one_letter_can_be_asked_for_by_its_contact_and_without_one_it_is_the_next(
    alex: Gateway, record: dict[str, Any], path: str
) -> None:
    dana, robin = ids(record)

    assert alex.get(path).data == alex.get(f"{path}?contact={dana}").data
    assert alex.get(f"{path}?contact={robin}").data["to"]["name"] == "Robin Hale"
    message = message_from_bytes(alex.get(f"{path}.eml?contact={robin}").text.encode(), policy=default)
    assert str(message["To"]) == "Robin Hale <robin.hale@acme.example>"


def test_c4_there_is_no_letter_to_somebody_who_is_owed_none(alex: Gateway, record: dict[str, Any], path: str) -> None:
    happened(alex, record["id"], kind="thank_you_sent", contact=ids(record)[0])

    for ending in ("", ".eml"):
        assert alex.get(f"{path}{ending}?contact={ids(record)[0]}").status == 404
        assert alex.get(f"{path}{ending}?contact={ids(record)[1]}").status == 200
        assert alex.get(f"{path}{ending}?contact=nobody").status == 422
    assert alex.get(f"{path.replace('thank_you', 'status')}?contact={ids(record)[1]}").status == 404


def test_c4_the_record_s_page_leads_to_each_letter_with_its_click(
    alex: Gateway, alexs_browser: Browser, record: dict[str, Any], path: str
) -> None:
    page = alexs_browser.open(f"/interviews/{record['id']}").text

    for contact, name in zip(ids(record), ("Dana Winter", "Robin Hale"), strict=True):
        assert f'<a href="/api{path}?contact={contact}">{name}</a>' in page
        letter = alexs_browser.open(f"{path}?contact={contact}").text
        assert f"Dear {name}," in letter
        (click,) = re.findall(rf'href="/api(/act/[^"]+)">I sent it to {name}</a>', letter)
        assert f"You sent the thank-you letter to {name}, Acme." in alexs_browser.open(click).text
    alexs_browser.send(click)
    assert thanked(alex, record) == [ids(record)[1]]


def test_c4_the_links_of_one_mail_settle_one_after_the_other_each_once(
    alex: Gateway, anybody: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    clicks = [link_to_thank(record, clock, contact) for contact in ids(record)]

    for click in (*clicks, *clicks):
        reply = pressed(anybody, click)

    assert "This is recorded already." in reply.text
    assert thanked(alex, record) == ids(record)
    assert alex.get(f"/interviews/{record['id']}").data["next_step"]["kind"] == "status_call"


def test_c4_the_link_for_the_second_is_over_once_something_else_was_recorded(
    alex: Gateway, anybody: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    first, second = (link_to_thank(record, clock, contact) for contact in ids(record))
    pressed(anybody, first)
    happened(alex, record["id"], kind="note", note="something else")

    reply = pressed(anybody, second)

    assert "so it changed nothing" in reply.text
    assert thanked(alex, record) == ids(record)[:1]


def test_c4_its_undo_takes_back_the_thanks_to_that_person_only(
    alex: Gateway, anybody: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    first, second = (link_to_thank(record, clock, contact) for contact in ids(record))
    pressed(anybody, first)
    undo = re.search(r'action="\./([^"]+)"', pressed(anybody, second).text)

    assert undo
    pressed(anybody, f"/act/{undo[1]}")

    assert thanked(alex, record) == ids(record)[:1]


def test_c4_one_person_s_letter_has_no_contact_in_its_address(alex: Gateway) -> None:
    record = recorded(alex, contacts=[TWO_MET["contacts"][0]])

    draft = alex.get(f"/interviews/{record['id']}/drafts").data["items"][0]

    assert draft["eml"].endswith("/thank_you_letter.eml")
