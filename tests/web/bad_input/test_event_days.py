"""Days that cannot be meant: refused from everybody, or, where the playbook foresees them, on the pages only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from tests.web.bad_input.refused import problem
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway
from tests.web.given import recorded

BROWSER = {"Accept": "text/html"}


@pytest.fixture
def record(alex: Gateway, clock: Clock) -> dict[str, Any]:
    """Acme, interviewed on Monday; it is Friday 7 August now."""
    record = recorded(alex)
    clock.now += timedelta(days=4)
    return record


@pytest.mark.parametrize(
    ("event", "field", "reason"),
    [
        (
            {"kind": "heard_back", "result": "offer", "until": "2026-08-06"},
            "until",
            "is before the day on which they made the offer",
        ),
        (
            {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-02"},
            "interview_on",
            "is before the day of this interview",
        ),
        ({"kind": "note", "on": "2026-08-08"}, "on", "is in the future: record it on the day it happens"),
    ],
)
def test_what_means_nothing_is_refused_with_its_field(
    alex: Gateway, record: dict[str, Any], event: dict[str, Any], field: str, reason: str
) -> None:
    before = alex.get(f"/interviews/{record['id']}").data

    reply = alex.post(f"/interviews/{record['id']}/events", event)

    assert problem(reply) == (422, {field: reason})
    assert alex.get(f"/interviews/{record['id']}").data == before


TYPED = [
    ({"kind": "called", "result": "told_to_wait", "until": "2026-08-06"}, "until"),
    ({"kind": "heard_back", "result": "told_to_wait", "until": "2026-08-06"}, "until"),
    ({"kind": "called", "result": "no_decision", "call_again_on": "2026-08-06"}, "call_again_on"),
    ({"kind": "thank_you_sent", "on": "2026-08-02"}, "on"),
]


@pytest.mark.parametrize(("event", "field"), TYPED)
def test_t_what_the_playbook_foresees_is_taken_from_a_program_and_refused_in_a_browser_s_form(
    alex: Gateway, record: dict[str, Any], event: dict[str, str], field: str
) -> None:
    path = f"/interviews/{record['id']}/events"

    page = alex.post_form(path, event, **BROWSER)

    assert page.status == 422
    assert f"<code>{field}</code>" in page.text
    assert alex.post(path, event).status == 201


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "heard_back", "result": "offer", "until": "2026-08-07"},
        {"kind": "heard_back", "result": "offer", "on": "2026-08-05", "until": "2026-08-06"},
        {"kind": "called", "result": "told_to_wait", "until": "2026-08-07"},
        {"kind": "called", "result": "no_decision", "call_again_on": "2026-08-07"},
        {"kind": "thank_you_sent", "on": "2026-08-03"},
        {"kind": "heard_back", "result": "next_round", "interview_on": "2026-08-03"},
    ],
)
def test_the_day_itself_is_allowed(alex: Gateway, record: dict[str, Any], event: dict[str, str]) -> None:
    assert alex.post_form(f"/interviews/{record['id']}/events", event, **BROWSER).status == 303


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (ActionKind.WAIT, "until=2026-08-06"),
        (ActionKind.NO_DECISION, "call_again_on=2026-08-06"),
        (ActionKind.OFFER, "until=2026-08-06"),
        (ActionKind.NEXT_ROUND, "interview_on=2026-08-02"),
        (ActionKind.THANKED, "on=2026-08-02"),
    ],
)
def test_a_link_s_page_refuses_them_as_well(
    anybody: Gateway, alex: Gateway, clock: Clock, record: dict[str, Any], kind: ActionKind, typed: str
) -> None:
    path = f"/act/{LINKS.token(kind, 'alex', clock.now, record['id'], record['version'])}"

    page = anybody.send("POST", path, typed, Content_Type="application/x-www-form-urlencoded")

    assert page.status == 422
    assert "Is before the day" in page.text
    assert alex.get(f"/interviews/{record['id']}").data["events"] == []
