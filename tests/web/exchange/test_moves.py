"""An interview that was moved goes out with the days that it had, and comes back with all of them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.web.exchange.given import states
from tests.web.gateway import Gateway
from tests.web.given import ACME, happened, recorded
from tests.web.new_events import AHEAD, MOVED, day_of

OLD_DAY = {"interview_on": "2026-08-12", "interview_time": "15:00:00", "dated_on": "2026-08-03"}
NEW_DAY = {"interview_on": "2026-08-20", "interview_time": "10:30"}


@pytest.fixture
def moved(alex: Gateway) -> dict[str, Any]:
    """An interview that was moved twice: first without a day, and then to one; then its day was corrected."""
    record = recorded(alex, **AHEAD, answer_expected_on="2026-08-18")
    for event in (MOVED, MOVED | NEW_DAY):
        happened(alex, record["id"], **event)
    return dict(alex.patch(f"/interviews/{record['id']}", {"interview_on": "2026-08-21"}).data)


def exported(gateway: Gateway) -> dict[str, Any]:
    """The one record of the JSON file."""
    (record,) = gateway.get("/export.json").data["interviews"]
    return dict(record)


def test_the_file_has_the_day_that_a_move_replaced(alex: Gateway, moved: dict[str, Any]) -> None:
    first, second = exported(alex)["events"]

    assert first.get("moved_from") is None
    assert second["moved_from"] == OLD_DAY | {"answer_expected_on": "2026-08-18"}


def test_it_comes_back_the_same_and_the_file_is_the_same(alex: Gateway, sam: Gateway, moved: dict[str, Any]) -> None:
    text = alex.get("/export.json").text

    sam.send("POST", "/import", text, **{"Content-Type": "application/json"})

    assert sam.get(f"/interviews/{moved['id']}").data == moved
    assert exported(sam) == exported(alex)


def test_undo_where_it_came_back_brings_the_old_day_back(alex: Gateway, sam: Gateway, moved: dict[str, Any]) -> None:
    sam.post("/import", alex.get("/export.json").data)
    undone = [one.delete(f"/interviews/{moved['id']}/events/last").data for one in (alex, sam)]

    assert day_of(undone[1]) == ("2026-08-12", "15:00")
    assert undone[1]["answer_expected_on"] == "2026-08-18"
    assert undone[1] | {"version": undone[0]["version"]} == undone[0]


def test_a_table_has_the_day_as_it_is_now(alex: Gateway, moved: dict[str, Any]) -> None:
    (row,) = csv.DictReader(io.StringIO(alex.get("/export.csv").text[1:]))

    assert (row["interview_on"], row["interview_time"]) == ("2026-08-21", "10:30")


@pytest.mark.parametrize(
    ("replaced", "reason"),
    [
        ("2026-08-12", "is not an object"),
        ({"interview_on": "2026-08-12"}, "is required"),
        ({**OLD_DAY, "interview_on": "soon"}, "is not a day such as 2026-08-03"),
        ({**OLD_DAY, "interview_time": "25:00"}, "is not a time such as 15:00"),
        ({**OLD_DAY, "place": "Berlin"}, "is not a field here"),
    ],
)
def test_a_day_that_does_not_fit_is_named_and_the_record_left_out(alex: Gateway, replaced: object, reason: str) -> None:
    event = {"kind": "interview_moved", "on": "2026-08-03", "recorded_at": "2026-08-03T12:00:00Z", **NEW_DAY}
    record = {**ACME, "events": [event | {"moved_from": replaced}]}

    report = alex.post("/import", {"format": "afterword", "format_version": 1, "interviews": [record]}).data

    assert states(report) == ["refused"]
    ((place, said),) = {(one["field"], one["reason"]) for one in report["rows"][0]["problems"]}
    assert place.startswith("events")
    assert said == reason
