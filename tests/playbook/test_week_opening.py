"""The day of the week's note: the first on which people work."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chalicelib.playbook.owner import Weekday
from chalicelib.playbook.week_opening import opens_the_week, week_start
from chalicelib.playbook.working_days import WorkingDays
from chalicelib.work_calendars import working_days


@pytest.mark.parametrize(
    ("place", "week_of", "first"),
    [
        pytest.param("DE", date(2026, 8, 10), date(2026, 8, 10), id="a Monday"),
        pytest.param("DE", date(2026, 4, 6), date(2026, 4, 7), id="the Tuesday after Easter Monday"),
        pytest.param("US", date(2026, 9, 7), date(2026, 9, 8), id="the Tuesday after Labor Day"),
        pytest.param("RU", date(2026, 1, 12), date(2026, 1, 12), id="the Monday after ten days off"),
        pytest.param("IL", date(2026, 8, 9), date(2026, 8, 9), id="a Sunday, where the week begins with it"),
        pytest.param("IL", date(2026, 9, 20), date(2026, 9, 20), id="a Sunday, though the one before was a holiday"),
        pytest.param("SA", date(2026, 8, 9), date(2026, 8, 9), id="a Sunday after Friday and Saturday off"),
        pytest.param("IR", date(2026, 8, 8), date(2026, 8, 8), id="a Saturday, where only Fridays are off"),
        pytest.param("AE", date(2026, 8, 10), date(2026, 8, 10), id="a Monday again, since the Emirates moved"),
    ],
)
def test_one_day_opens_a_week(place: str, week_of: date, first: date) -> None:
    week = [week_of + timedelta(days=days) for days in range(7)]

    assert [day for day in week if opens_the_week(day, working_days(place))] == [first]


def test_a_week_of_nothing_but_days_off_has_no_first_working_day() -> None:
    week = [date(2026, 10, 1) + timedelta(days=days) for days in range(4)]  # China's autumn holiday

    assert not any(opens_the_week(day, working_days("CN")) for day in week)


@pytest.mark.parametrize(
    ("days", "first"),
    [
        pytest.param((Weekday.MON, Weekday.THU), date(2026, 8, 10), id="on it"),
        pytest.param((Weekday.WED, Weekday.THU), date(2026, 8, 12), id="the first one after it"),
        pytest.param((Weekday.SUN,), date(2026, 8, 16), id="the last of the week"),
    ],
)
def test_where_no_digest_comes_on_the_first_working_day_the_next_one_opens_the_week(
    days: tuple[Weekday, ...], first: date
) -> None:
    week = [date(2026, 8, 10) + timedelta(days=number) for number in range(7)]

    assert [day for day in week if opens_the_week(day, working_days("DE"), days)] == [first]


def test_where_no_chosen_day_is_left_after_a_holiday_the_one_before_opens_the_week() -> None:
    week = [date(2026, 4, 6) + timedelta(days=number) for number in range(7)]  # it begins with Easter Monday

    assert [day for day in week if opens_the_week(day, working_days("DE"), (Weekday.MON,))] == [date(2026, 4, 6)]


def off_on(*weekdays: Weekday, but: tuple[date, ...] = ()) -> WorkingDays:
    """Off on these days of every week, ``but`` these, which are the other way round."""
    return WorkingDays(lambda day: (Weekday.of(day) in weekdays) is (day in but))


@pytest.mark.parametrize(
    ("off", "start"),
    [
        pytest.param((Weekday.SAT, Weekday.SUN), date(2026, 8, 10), id="Monday"),
        pytest.param((Weekday.SUN,), date(2026, 8, 10), id="Monday, after a single day off"),
        pytest.param((Weekday.FRI, Weekday.SAT), date(2026, 8, 9), id="Sunday"),
        pytest.param((Weekday.FRI,), date(2026, 8, 8), id="Saturday"),
        pytest.param((Weekday.WED,), date(2026, 8, 10), id="Monday, where none of the three is the day after one off"),
    ],
)
def test_a_week_begins_after_its_weekend(off: tuple[Weekday, ...], start: date) -> None:
    week = [start + timedelta(days=number) for number in range(7)]

    assert {week_start(day, off_on(*off)) for day in week} == {start}


def test_a_weekend_is_what_most_of_the_last_weeks_had() -> None:
    sundays = [date(2026, 8, 9) - timedelta(weeks=number) for number in range(5)]
    usual = (Weekday.SAT, Weekday.SUN)

    assert week_start(date(2026, 8, 12), off_on(*usual, but=tuple(sundays[:2]))) == date(2026, 8, 10)
    assert week_start(date(2026, 8, 12), off_on(*usual, but=tuple(sundays[:3]))) == date(2026, 8, 9)
    assert week_start(date(2026, 8, 12), off_on(*usual, but=tuple(sundays[3:]))) == date(2026, 8, 10)
