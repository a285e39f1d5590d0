"""The day and the hour of an interview are meant in its own zone: to the minute at which it is over (T)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.web.conftest import Clock
from tests.web.gateway import Gateway
from tests.web.given import happened, recorded
from tests.web.new_events import step_of

A_MINUTE = timedelta(minutes=1)
RECORDED_AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def kind_at(alex: Gateway, clock: Clock, record: dict[str, Any], now: datetime) -> str:
    """The next step at an instant."""
    clock.now = now
    step = step_of(alex.get(f"/interviews/{record['id']}").data)
    assert step
    return step[0]


def an_interview(alex: Gateway, clock: Clock, **facts: Any) -> dict[str, Any]:
    """An interview that was recorded long before."""
    clock.now = RECORDED_AT
    return recorded(alex, **facts)


@pytest.mark.parametrize(
    ("zone", "on", "began", "over_at"),
    [
        (None, "2026-08-12", "15:00", at(8, 12, 15)),  # 17:00 in Berlin, which is where the owner is
        ("Europe/Berlin", "2026-08-12", "15:00", at(8, 12, 15)),
        ("America/New_York", "2026-08-12", "15:00", at(8, 12, 21)),
        ("America/New_York", "2026-08-12", "23:30", at(8, 13, 5, 30)),  # it is the 13th in Berlin
        ("Asia/Tokyo", "2026-08-12", "09:00", at(8, 12, 2)),
        ("Asia/Tokyo", "2026-08-12", "01:00", at(8, 11, 18)),  # it is still the 11th in Berlin
        ("Asia/Kathmandu", "2026-08-12", "10:00", at(8, 12, 6, 15)),  # +05:45
        ("Australia/Lord_Howe", "2026-10-04", "01:45", at(10, 3, 17, 15)),  # +10:30, half an hour on at 02:00
        ("Pacific/Kiritimati", "2026-08-12", "08:00", at(8, 11, 20)),  # +14
        ("Pacific/Pago_Pago", "2026-08-12", "20:00", at(8, 13, 9)),  # -11
        ("America/New_York", "2026-03-08", "01:30", at(3, 8, 8, 30)),  # clocks go on there, and not yet in Berlin
        ("America/New_York", "2026-11-01", "00:30", at(11, 1, 6, 30)),  # clocks go back there, in Berlin they have
        ("Europe/Berlin", "2026-03-29", "01:30", at(3, 29, 2, 30)),
        ("Europe/Berlin", "2026-10-25", "01:30", at(10, 25, 1, 30)),
        (None, "2026-03-29", "01:30", at(3, 29, 2, 30)),
        ("Asia/Tokyo", "2026-08-12", None, at(8, 12, 15)),  # the day ends there
        ("America/New_York", "2026-08-12", None, at(8, 13, 4)),
        ("America/New_York", "2026-03-08", None, at(3, 9, 4)),  # a day of 23 hours
        ("America/New_York", "2026-11-01", None, at(11, 2, 5)),  # and one of 25
        ("Pacific/Kiritimati", "2026-08-12", None, at(8, 12, 10)),
        (None, "2026-08-12", None, at(8, 12, 22)),
    ],
)
def test_t_it_is_over_two_hours_after_it_began_or_with_its_day_where_it_is(
    alex: Gateway, clock: Clock, zone: str | None, on: str, began: str | None, over_at: datetime
) -> None:
    record = an_interview(alex, clock, interview_on=on, interview_time=began, interview_time_zone=zone)

    before, after = (kind_at(alex, clock, record, now) for now in (over_at - A_MINUTE, over_at))

    assert (before, after) == ("closing_question", "thank_you_letter")


@pytest.mark.parametrize(
    ("minutes", "over_at"), [(30, at(8, 12, 21)), (120, at(8, 12, 21)), (121, at(8, 12, 21, 1)), (600, at(8, 13, 5))]
)
def test_t_a_longer_one_is_over_at_its_end(alex: Gateway, clock: Clock, minutes: int, over_at: datetime) -> None:
    there = {"interview_time_zone": "America/New_York", "interview_time": "15:00", "interview_minutes": minutes}
    record = an_interview(alex, clock, interview_on="2026-08-12", **there)

    before, after = (kind_at(alex, clock, record, now) for now in (over_at - A_MINUTE, over_at))

    assert (before, after) == ("closing_question", "thank_you_letter")


def test_t_the_zone_of_the_interview_moves_no_step_of_afterwards(alex: Gateway, clock: Clock) -> None:
    here, there = (
        an_interview(alex, clock, company=zone, interview_on="2026-08-12", interview_time_zone=zone)
        for zone in ("Europe/Berlin", "Pacific/Pago_Pago")
    )
    clock.now = at(8, 14, 12)

    for record in (here, there):
        happened(alex, record["id"], kind="thank_you_sent")

    assert [step_of(alex.get(f"/interviews/{one['id']}").data) for one in (here, there)] == [
        ("status_call", "2026-08-19")
    ] * 2


def test_t_a_change_of_the_zone_alone_counts_at_once(alex: Gateway, clock: Clock) -> None:
    record = an_interview(alex, clock, interview_on="2026-08-12", interview_time="15:00")
    now = at(8, 12, 16)
    assert kind_at(alex, clock, record, now) == "thank_you_letter"

    there = alex.patch(f"/interviews/{record['id']}", {"interview_time_zone": "America/New_York"}).data
    back = alex.patch(f"/interviews/{record['id']}", {"interview_time_zone": None}).data

    assert [one["next_step"]["kind"] for one in (there, back)] == ["closing_question", "thank_you_letter"]


def test_t_a_moved_interview_is_over_where_it_is_too(alex: Gateway, clock: Clock) -> None:
    record = an_interview(alex, clock, interview_on="2026-08-12", interview_time_zone="Asia/Tokyo")
    clock.now = at(8, 10, 12)
    happened(alex, record["id"], kind="interview_moved", interview_on="2026-08-13", interview_time="01:00")

    kinds = [kind_at(alex, clock, record, at(8, 12, 18) - A_MINUTE), kind_at(alex, clock, record, at(8, 12, 18))]

    assert kinds == ["closing_question", "thank_you_letter"]
