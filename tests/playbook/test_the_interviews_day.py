"""T, the record: the zone in which an interview takes place, and a day that may be mistyped."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from chalicelib.playbook.event import EventKind
from chalicelib.playbook.forecast import forecast
from chalicelib.playbook.interview_day import odd_distance
from chalicelib.playbook.interview_end import is_over, over_at
from chalicelib.work_calendars import planning_context
from tests.factories import an_event, an_interview, an_owner
from tests.playbook.planning import ZONE, day, next_step, recorded

BEFORE = day("27 Jul")
AT_NINE: dict[str, Any] = {"interview_time": time(9), "dated_on": BEFORE}
AT_MIDNIGHT: dict[str, Any] = {"dated_on": BEFORE}
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("facts", "over"),
    [
        (AT_NINE, datetime(2026, 8, 3, 9, tzinfo=UTC)),  # 11:00 in Berlin, where the owner is
        (AT_NINE | {"interview_time_zone": "Asia/Tokyo"}, datetime(2026, 8, 3, 2, tzinfo=UTC)),
        (AT_NINE | {"interview_time_zone": "America/Los_Angeles"}, datetime(2026, 8, 3, 18, tzinfo=UTC)),
        (
            AT_NINE | {"interview_time_zone": "Asia/Tokyo", "interview_minutes": 180},
            datetime(2026, 8, 3, 3, tzinfo=UTC),
        ),
        (AT_MIDNIGHT, datetime(2026, 8, 3, 22, tzinfo=UTC)),  # the end of the day in Berlin
        (AT_MIDNIGHT | {"interview_time_zone": "Asia/Tokyo"}, datetime(2026, 8, 3, 15, tzinfo=UTC)),
        (AT_MIDNIGHT | {"interview_time_zone": "America/Los_Angeles"}, datetime(2026, 8, 4, 7, tzinfo=UTC)),
        (AT_MIDNIGHT | {"interview_minutes": 180}, datetime(2026, 8, 3, 22, tzinfo=UTC)),
    ],
)
def test_the_day_and_the_hour_of_an_interview_are_meant_in_its_own_zone_or_else_in_the_owners(
    facts: dict[str, Any], over: datetime
) -> None:
    interview = an_interview(**facts)

    assert over_at(interview, ZONE) == over
    assert not is_over(interview, (over - MINUTE).astimezone(ZONE))
    assert is_over(interview, over.astimezone(ZONE))
    assert next_step(interview, over - MINUTE).kind == "closing_question"
    assert next_step(interview, over).kind == "thank_you_letter"


def test_the_length_of_an_interview_is_a_length_of_time_also_where_the_clocks_change() -> None:
    # 29 March in Berlin: 2:00 becomes 3:00, so three hours after 1:00 the clock shows 5:00.
    night = date(2026, 3, 29)
    interview = an_interview(interview_on=night, dated_on=BEFORE, interview_time=time(1), interview_minutes=180)

    assert over_at(interview, ZONE).replace(tzinfo=None) == datetime(2026, 3, 29, 5)  # noqa: DTZ001


@pytest.mark.parametrize("minutes", [None, 5, 45, 120])
def test_an_interview_is_not_over_within_two_hours_however_short_it_is(minutes: int | None) -> None:
    interview = an_interview(**AT_NINE, interview_minutes=minutes)

    assert over_at(interview, ZONE) == datetime(2026, 8, 3, 11, tzinfo=ZONE)


def test_the_road_ahead_thanks_after_an_interview_that_is_over_on_the_owners_next_day() -> None:
    interview = an_interview(**AT_NINE, interview_time_zone="Pacific/Honolulu", interview_minutes=720)

    road = forecast(interview, planning_context(an_owner(), interview), datetime(2026, 8, 2, 12, tzinfo=ZONE))

    assert [step.kind for step in road][:3] == ["closing_question", "thank_you_letter", "status_call"]


def test_w13_a_move_keeps_the_zone_and_the_length_of_the_interview() -> None:
    facts: dict[str, Any] = {"interview_time_zone": "Asia/Tokyo", "interview_minutes": 180}
    move = an_event(EventKind.INTERVIEW_MOVED, day("2 Aug"), interview_on=day("5 Aug"), interview_time=time(9))

    moved = recorded(an_interview(**AT_NINE, **facts), move)

    assert over_at(moved, ZONE) == datetime(2026, 8, 5, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days_ahead", "is_odd"),
    [(-366, True), (-61, True), (-60, False), (-1, False), (0, False), (270, False), (271, True), (365, True)],
)
def test_an_interview_more_than_60_days_back_or_270_ahead_of_the_day_on_which_it_is_set_is_odd(
    days_ahead: int, *, is_odd: bool
) -> None:
    expected = days_ahead if is_odd else None

    assert odd_distance(day("3 Aug") + timedelta(days=days_ahead), day("3 Aug")) == expected
