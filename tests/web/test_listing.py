"""``GET /interviews``."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded


@pytest.fixture
def three(alex: Gateway) -> list[str]:
    """Interviews of three days; their thank-you letters are due on 2, 3 and 4 August. The earliest comes last."""
    return [
        recorded(alex, company=f"On {day}", interview_on=day)["id"]
        for day in ("2026-08-03", "2026-08-02", "2026-08-01")
    ]


def test_open_records_come_by_the_day_they_are_due(alex: Gateway, three: list[str]) -> None:
    reply = alex.get("/interviews")

    assert [item["id"] for item in reply.data["items"]] == three[::-1]
    assert reply.data["next"] is None


def test_a_listed_record_is_shown_whole_and_planned_as_of_now(alex: Gateway, clock: Clock) -> None:
    record = recorded(alex)
    clock.now += timedelta(days=8)  # the thank-you letter has lapsed meanwhile

    listed = alex.get("/interviews").data["items"][0]

    assert listed == alex.get(f"/interviews/{record['id']}").data
    assert listed["next_step"]["kind"] == "status_call"


@pytest.mark.parametrize("name", ["cursor", "next"])
@pytest.mark.parametrize("status", ["open", "all"])
def test_pages_follow_one_another_without_gap_or_repetition(
    alex: Gateway, three: list[str], status: str, name: str
) -> None:
    whole = [item["id"] for item in alex.get(f"/interviews?status={status}").data["items"]]

    paged: list[str] = []
    cursor = ""
    for _ in three:
        reply = alex.get(f"/interviews?status={status}&limit=1{cursor}")
        paged += [item["id"] for item in reply.data["items"]]
        cursor = f"&{name}={reply.data['next']}"

    assert paged == whole
    assert reply.data["next"] is None


def test_ended_records_are_asked_for(alex: Gateway, three: list[str]) -> None:
    happened(alex, three[0], kind="withdrawn")

    listed = {
        status: {item["id"] for item in alex.get(f"/interviews?status={status}").data["items"]}
        for status in ("open", "ended", "all")
    }

    assert listed == {"open": set(three[1:]), "ended": {three[0]}, "all": set(three)}


@pytest.mark.parametrize(
    ("due", "days"), [("overdue", ["2026-08-02"]), ("today", ["2026-08-03"]), ("week", ["2026-08-03", "2026-08-04"])]
)
def test_due_picks_by_the_day_of_the_next_step(alex: Gateway, three: list[str], due: str, days: list[str]) -> None:
    items = alex.get(f"/interviews?due={due}").data["items"]

    assert [item["next_step"]["due_on"] for item in items] == days


def test_the_list_of_an_owner_without_records_is_empty(alex: Gateway) -> None:
    for status in ("open", "ended", "all"):
        assert alex.get(f"/interviews?status={status}").data == {"items": [], "next": None}
