"""What a link from an older mail says: how things stand, and what can be said now."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

SNOOZES = ["Tomorrow", "In 3 days", "In a week"]
RECORDED, CHANGED_NOTHING = "This is recorded already.", "so it changed nothing"


@pytest.fixture
def record(alex: Gateway) -> dict[str, Any]:
    """Acme, interviewed today; the letter of thanks is due tomorrow."""
    return recorded(alex)


def link(kind: ActionKind, record: dict[str, Any], clock: Clock) -> str:
    return f"/act/{LINKS.token(kind, 'alex', clock.now, record['id'], record['version'])}"


def test_it_offers_what_may_have_happened_and_apart_from_that_to_put_it_off(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    happened(alex, record["id"], kind="note", note="one")

    page = anybody.get(link(ActionKind.THANKED, record, clock)).text

    said, put_off = page.split("What has happened?")[1].split("Not now:")
    assert "I sent it" in said
    assert not [label for label in SNOOZES if f">{label}<" in said]
    assert [label for label in SNOOZES if f">{label}<" in put_off] == ["In 3 days", "In a week"]
    assert "I sent it" not in put_off


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (ActionKind.WAIT, "until=2026-08-12"),
        (ActionKind.SNOOZE_3, ""),
        (ActionKind.OFFER, ""),
    ],
)
def test_what_was_pressed_before_is_recorded_already(
    anybody: Gateway, clock: Clock, record: dict[str, Any], kind: ActionKind, body: str
) -> None:
    path = link(kind, record, clock)
    anybody.send("POST", path, body, Content_Type="application/x-www-form-urlencoded")

    assert RECORDED in anybody.get(path).text


def test_the_same_said_in_another_way_after_something_else_is_not_what_the_link_recorded(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    happened(alex, record["id"], kind="note", note="one")
    happened(alex, record["id"], kind="closed")

    assert CHANGED_NOTHING in anybody.get(link(ActionKind.STOP, record, clock)).text


def test_a_record_of_which_only_a_field_was_changed_makes_it_old_too(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any]
) -> None:
    alex.patch(f"/interviews/{record['id']}", {"position": "Analyst"})

    page = anybody.get(link(ActionKind.THANKED, record, clock))

    assert page.status == 200
    assert CHANGED_NOTHING in page.text
    assert "What was recorded last" not in page.text
