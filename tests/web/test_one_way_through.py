"""One way through: what is asked for is planned once, and read once."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from tests.counting import plans_of
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway
from tests.web.given import recorded

THANKED = {"kind": "thank_you_sent", "on": "2026-08-03"}


@pytest.fixture
def path(record: dict[str, Any]) -> str:
    """Acme's address."""
    return f"/interviews/{record['id']}"


def test_recording_plans_once(alex: Gateway, operations: list[str], token: str) -> None:
    operations.clear()

    assert plans_of(lambda: recorded(alex)) == 1
    assert operations == ["GetItem", "TransactWriteItems"]


def test_a_form_is_recorded_with_one_plan_too(anybody: Gateway, token: str, operations: list[str]) -> None:
    form = {"company": "Acme", "position": "Engineer", "interview_on": "2026-08-03", "token": token}

    operations.clear()

    assert plans_of(lambda: anybody.post_form("/interviews", form, Accept="text/html")) == 1
    assert operations == ["GetItem", "TransactWriteItems"]


def test_a_request_that_comes_again_plans_once_and_looks_once(
    alex: Gateway, operations: list[str], record: dict[str, Any]
) -> None:
    """Its first attempt finds that it came before."""
    operations.clear()

    assert plans_of(lambda: recorded(alex)) == 1
    assert operations == ["GetItem", "TransactWriteItems", "GetItem", "GetItem"]


def test_a_round_that_joins_a_process_is_planned_once_and_so_is_each_other_one(
    alex: Gateway, operations: list[str], record: dict[str, Any]
) -> None:
    """The one that began the process twice: for what it has used up, and for what it has left."""
    operations.clear()

    plans = plans_of(lambda: recorded(alex, process_id=record["id"], interview_on="2026-08-02"))

    assert plans == 3
    assert operations == [*["GetItem"] * 4, "BatchGetItem", "TransactWriteItems"]


def test_a_change_plans_once(alex: Gateway, path: str, operations: list[str]) -> None:
    operations.clear()

    assert plans_of(lambda: alex.patch(path, {"notes": "liked it"})) == 1
    assert operations == ["GetItem", "GetItem", "PutItem"]


def test_an_event_is_weighed_against_the_plan_before_it_and_makes_the_one_after(
    alex: Gateway, path: str, operations: list[str]
) -> None:
    operations.clear()

    assert plans_of(lambda: alex.post(f"{path}/events", THANKED)) == 2
    assert operations == ["GetItem", "GetItem", "PutItem"]


def test_a_click_is_an_event(anybody: Gateway, clock: Clock, record: dict[str, Any], operations: list[str]) -> None:
    token = LINKS.token(ActionKind.THANKED, "alex", clock.now, record["id"], record["version"])
    operations.clear()

    assert plans_of(lambda: anybody.send("POST", f"/act/{token}")) == 2
    assert operations == ["GetItem", "GetItem", "PutItem"]


def test_taking_back_plans_once(alex: Gateway, path: str, operations: list[str]) -> None:
    alex.post(f"{path}/events", THANKED)
    operations.clear()

    assert plans_of(lambda: alex.delete(f"{path}/events/last")) == 1
    assert operations == ["GetItem", "GetItem", "PutItem"]


def test_reading_plans_once(alex: Gateway, path: str, operations: list[str]) -> None:
    operations.clear()

    assert plans_of(lambda: alex.get(path)) == 1
    assert operations == ["GetItem", "GetItem"]
