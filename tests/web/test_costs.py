"""What requests of the API cost: those to the table, and bytes. docs/cost.md makes dollars of both.

The units of each kind are counted in ``tests/records/test_costs*.py``, on a DynamoDB that charges them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from chalicelib.records.table_items import RequestItem
from infra.deploy import usage
from infra.deploy.usage import Units
from tests.web.conftest import LINKS, Clock
from tests.web.gateway import Gateway
from tests.web.given import recorded

OPEN = 10
KB = 1024
LOOK, CHANGE, LIST = ["GetItem", "GetItem"], ["GetItem", "GetItem", "PutItem"], ["GetItem", "Query"]
BROWSER = {"Accept": "text/html"}


@pytest.fixture
def record(alex: Gateway) -> dict[str, Any]:
    """The last of ten open ones."""
    return [recorded(alex, company=f"Company {number}") for number in range(OPEN)][-1]


@pytest.fixture
def feed(alex: Gateway) -> str:
    """The path of the calendar feed."""
    return str(alex.send("POST", "/owner/calendar").data["calendar_url"]).split("/api")[1]


def stored_bytes(item: RequestItem) -> int:
    """As DynamoDB counts: the names of the attributes, and what they hold."""
    return sum(len(name) + len(str(value)) for name, kind in item.serialize().items() for value in kind.values())


def test_recording_reads_the_owner_and_writes_once(alex: Gateway, operations: list[str], token: str) -> None:
    operations.clear()

    recorded(alex)

    assert operations == ["GetItem", "TransactWriteItems"]


def test_the_answer_kept_for_a_repetition_takes_the_second_kilobyte_that_the_estimate_adds(
    alex: Gateway, owner: Any, record: dict[str, Any]
) -> None:
    """Any item of a transaction is charged twice."""
    kept = list(RequestItem.query(owner.id, RequestItem.item_id.startswith("REQUEST#")))

    assert len(kept) == OPEN
    assert all(KB < stored_bytes(item) <= 2 * KB for item in kept)
    assert Units(Decimal(0), Decimal(2)) == usage.LONG_ANSWER


def test_opening_a_link_of_the_mail_reads_twice_and_pressing_it_writes_once(
    anybody: Gateway, clock: Clock, record: dict[str, Any], operations: list[str]
) -> None:
    link = f"/act/{LINKS.token(ActionKind.THANKED, 'alex', clock.now, record['id'], record['version'])}"
    operations.clear()

    assert anybody.get(link).status == 200
    looked = operations.copy()
    assert anybody.send("POST", link, "", Content_Type="application/x-www-form-urlencoded").status == 200

    assert looked == LOOK
    assert operations == LOOK + CHANGE


def test_telling_what_happened_reads_twice_and_writes_once(
    alex: Gateway, record: dict[str, Any], operations: list[str]
) -> None:
    operations.clear()

    alex.post(f"/interviews/{record['id']}/events", {"kind": "thank_you_sent"})

    assert operations == CHANGE


@pytest.mark.parametrize("path", ["/interviews", "/digest", "/agenda"])
def test_whatever_lists_records_reads_the_owner_and_asks_once(
    alex: Gateway, record: dict[str, Any], operations: list[str], path: str
) -> None:
    operations.clear()

    reply = alex.get(path, **BROWSER)

    assert operations == LIST
    assert len(reply.text.encode()) <= usage.RESPONSE_BYTES


def test_the_feed_reads_the_owner_and_asks_once(
    anybody: Gateway, record: dict[str, Any], feed: str, operations: list[str]
) -> None:
    operations.clear()

    reply = anybody.get(feed)

    assert operations == LIST
    assert 0.7 * usage.RESPONSE_BYTES <= len(reply.text.encode()) <= usage.RESPONSE_BYTES


def test_a_style_sheet_asks_the_table_for_nothing(anybody: Gateway, operations: list[str]) -> None:
    assert len(anybody.get("/style.css").text) <= usage.RESPONSE_BYTES
    assert operations == []
