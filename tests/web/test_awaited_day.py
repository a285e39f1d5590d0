"""Where a moved interview has no day yet, a change of its day is the day that was waited for: the move is recorded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.links.action import ActionKind
from tests.web.browser import Browser
from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.links import link, pressed
from tests.web.new_events import AHEAD, MOVED, day_of, step_of

ON_THURSDAY = datetime(2026, 8, 13, 16, tzinfo=UTC)
NEW_DAY = {"interview_on": "2026-08-20", "interview_time": "10:30"}


@pytest.fixture
def waiting(alex: Gateway, clock: Clock) -> dict[str, Any]:
    """An interview of 12 August that was moved on the 10th, without a day; it is the 13th."""
    clock.now += timedelta(days=7)
    record = happened(alex, recorded(alex, **AHEAD)["id"], **MOVED)
    clock.now = ON_THURSDAY
    return record


def kinds(record: dict[str, Any]) -> list[tuple[str, str | None]]:
    """What has happened, with the days of the interview that it named."""
    return [(event["kind"], event["interview_on"]) for event in record["events"]]


def test_w13_the_move_is_recorded_and_planned_as_of_today(alex: Gateway, waiting: dict[str, Any]) -> None:
    changed = alex.patch(f"/interviews/{waiting['id']}", NEW_DAY).data

    assert kinds(changed) == [("interview_moved", None), ("interview_moved", "2026-08-20")]
    assert changed["events"][-1]["on"] == "2026-08-13"
    assert (day_of(changed), step_of(changed)) == (("2026-08-20", "10:30"), ("closing_question", "2026-08-19"))
    assert changed["version"] == waiting["version"] + 1


@pytest.mark.parametrize(
    ("sent", "hour"),
    [
        ({"interview_on": "2026-08-20"}, "15:00"),  # a change touches only what it names
        ({"interview_on": "2026-08-20", "interview_time": None}, None),
        (NEW_DAY, "10:30"),
    ],
)
def test_w13_undo_brings_back_the_old_day_with_its_hour_and_the_waiting(
    alex: Gateway, waiting: dict[str, Any], sent: dict[str, Any], hour: str | None
) -> None:
    path = f"/interviews/{waiting['id']}"
    assert day_of(alex.patch(path, sent).data) == ("2026-08-20", hour)

    undone = alex.delete(f"{path}/events/last").data

    assert undone == waiting | {"version": waiting["version"] + 2}
    assert (day_of(undone), step_of(undone)) == (("2026-08-12", "15:00"), ("status_call", "2026-08-13"))


def test_w13_undo_brings_back_the_answer_day_as_well(alex: Gateway, clock: Clock) -> None:
    record = recorded(alex, **AHEAD, answer_expected_on="2026-08-18")
    happened(alex, record["id"], **MOVED)
    path = f"/interviews/{record['id']}"

    changed = alex.patch(path, NEW_DAY | {"answer_expected_on": "2026-08-28"}).data
    undone = alex.delete(f"{path}/events/last").data

    assert (changed["answer_expected_on"], undone["answer_expected_on"]) == ("2026-08-28", "2026-08-18")


@pytest.mark.parametrize(
    "sent", [{"notes": "They were friendly."}, {"interview_time": "16:00"}, {"interview_on": "2026-08-12"}]
)
def test_w13_a_change_that_names_no_new_day_is_no_move(
    alex: Gateway, waiting: dict[str, Any], sent: dict[str, str]
) -> None:
    changed = alex.patch(f"/interviews/{waiting['id']}", sent).data

    assert kinds(changed) == kinds(waiting)
    assert step_of(changed) == ("status_call", "2026-08-13")


def test_w13_where_the_day_is_known_a_new_one_is_a_correction(alex: Gateway, waiting: dict[str, Any]) -> None:
    path = f"/interviews/{waiting['id']}"
    alex.patch(path, NEW_DAY)

    corrected = alex.patch(path, {"interview_on": "2026-08-21"}).data
    undone = alex.delete(f"{path}/events/last").data

    assert kinds(corrected) == [("interview_moved", None), ("interview_moved", "2026-08-20")]
    assert (day_of(corrected), day_of(undone)) == (("2026-08-21", "10:30"), ("2026-08-12", "15:00"))


def test_w13_the_day_of_the_next_round_is_no_move_of_this_one(alex: Gateway) -> None:
    record = happened(alex, recorded(alex)["id"], kind="heard_back", result="next_round")

    changed = alex.patch(f"/interviews/{record['id']}", {"interview_on": "2026-08-02"}).data

    assert kinds(changed) == kinds(record)
    assert changed["next_step"] == record["next_step"]


def test_w13_on_the_page_the_day_that_came_is_typed_where_the_record_is_changed(
    alexs_browser: Browser, alex: Gateway, waiting: dict[str, Any]
) -> None:
    path = f"/interviews/{waiting['id']}"
    alexs_browser.open(f"{path}/edit")

    page = alexs_browser.send(f"{path}/edit", {"company": "Acme", "position": "Data Engineer", **NEW_DAY}).text

    assert "They moved the interview. The date is Thursday 20 August." in page
    assert "the new day is to come" not in page
    assert kinds(alex.get(path).data)[-1] == ("interview_moved", "2026-08-20")


def test_w13_that_they_named_a_day_is_recorded_in_one_tap_with_the_day(
    anybody: Gateway, alex: Gateway, clock: Clock, waiting: dict[str, Any]
) -> None:
    path = link(ActionKind.DAY_NAMED, waiting, clock)
    assert pressed(anybody, path).status == 422

    pressed(anybody, path, "interview_on=2026-08-20&interview_time=10%3A30")

    changed = alex.get(f"/interviews/{waiting['id']}").data
    assert kinds(changed) == [("interview_moved", None), ("interview_moved", "2026-08-20")]
    assert day_of(changed) == ("2026-08-20", "10:30")


def test_w11_a_cancelled_interview_has_no_day_until_another_is_named(
    anybody: Gateway, alex: Gateway, clock: Clock
) -> None:
    clock.now += timedelta(days=7)
    record = recorded(alex, **AHEAD)

    pressed(anybody, link(ActionKind.CANCELLED, record, clock))

    changed = alex.get(f"/interviews/{record['id']}").data
    assert kinds(changed) == [("interview_moved", None)]
    assert changed["events"][-1]["note"] == "They cancelled the interview."
    assert step_of(changed) == ("status_call", "2026-08-13")
