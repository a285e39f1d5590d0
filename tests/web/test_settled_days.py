"""W13, M2: what ends the waiting for a day, and what a change or a second tap must not do to it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded

AHEAD = {"interview_on": "2026-08-12", "interview_time": "15:00"}
OFFER = {"kind": "heard_back", "result": "offer"}
REFUSAL = {"kind": "heard_back", "result": "refusal", "reasons_given": True}


@pytest.fixture
def waiting(alex: Gateway) -> dict[str, Any]:
    """A record whose interview they moved without naming a day."""
    record = recorded(alex, **AHEAD)
    return happened(alex, record["id"], kind="interview_moved")


@pytest.mark.parametrize("word", [OFFER, REFUSAL, {"kind": "closed"}], ids=["offer", "refusal", "closed"])
def test_w13_after_an_offer_a_refusal_or_the_end_a_new_day_is_a_correction_and_no_move(
    alex: Gateway, waiting: dict[str, Any], word: dict[str, Any]
) -> None:
    happened(alex, waiting["id"], **word)

    changed = alex.patch(f"/interviews/{waiting['id']}", {"interview_on": "2026-08-20"}).data

    assert (changed["interview_on"], [event["kind"] for event in changed["events"]][-1]) == ("2026-08-20", word["kind"])


def test_m2_an_offer_counts_as_one_whichever_day_was_to_come(alex: Gateway, waiting: dict[str, Any]) -> None:
    happened(alex, waiting["id"], **OFFER)

    assert alex.get("/agenda").data["search"]["stages"]["offer"] == 1


def test_t_a_move_that_is_tapped_twice_is_recorded_once(alex: Gateway) -> None:
    record = recorded(alex, **AHEAD)
    for _ in range(2):
        moved = happened(alex, record["id"], kind="interview_moved", interview_on="2026-08-20")

    assert [event["kind"] for event in moved["events"]] == ["interview_moved"]


@pytest.mark.parametrize("kind", ["offer_accepted", "offer_declined"])
def test_m2_an_offer_is_not_answered_before_it_was_made(alex: Gateway, clock: Clock, kind: str) -> None:
    record = recorded(alex, **AHEAD)
    clock.now = datetime(2026, 8, 8, 10, tzinfo=UTC)
    happened(alex, record["id"], **OFFER)

    reply = alex.post(f"/interviews/{record['id']}/events", {"kind": kind, "on": "2026-08-05"})

    assert (reply.status, reply.faults) == (422, {"on": "is before the day on which they made the offer"})
