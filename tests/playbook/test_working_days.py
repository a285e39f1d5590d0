"""W10: working days where the employer is, weekends, holidays, moved days and year ends included."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from chalicelib.playbook.working_days import WorkingDays
from chalicelib.work_calendars import is_known, working_days

MON_TO_FRI = WorkingDays(lambda day: day.weekday() < 5)


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 8, 3), 1, date(2026, 8, 4)),
        (date(2026, 8, 7), 1, date(2026, 8, 10)),  # a Friday
        (date(2026, 8, 8), 1, date(2026, 8, 10)),  # a Saturday
        (date(2026, 8, 3), 5, date(2026, 8, 10)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
    ],
)
def test_the_nth_working_day_after_a_day_never_counts_the_day_itself(start: date, count: int, expected: date) -> None:
    assert MON_TO_FRI.after(start, count) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 8, 7), date(2026, 8, 7)), (date(2026, 8, 8), date(2026, 8, 10))]
)
def test_a_day_rolls_to_itself_or_to_the_next_working_day(day: date, expected: date) -> None:
    assert MON_TO_FRI.roll(day) == expected


@pytest.mark.parametrize(
    ("place", "day", "is_working"),
    [
        ("DE", date(2026, 10, 3), False),  # a Saturday and German Unity Day
        ("DE", date(2026, 1, 6), True),
        ("DE-BY", date(2026, 1, 6), False),  # Epiphany, in Bavaria
        ("US", date(2026, 11, 26), False),  # Thanksgiving
        ("US", date(2027, 12, 31), False),  # New Year's Day 2028 is a Saturday
        ("GB-SCT", date(2026, 1, 2), False),
        ("GB-ENG", date(2026, 1, 2), True),
        ("RU", date(2026, 5, 1), False),
        ("RU", date(2026, 1, 9), False),  # moved from a Saturday
        ("CN", date(2026, 1, 4), True),  # a Sunday that is worked
        ("JP", date(2026, 5, 6), False),
        ("IL", date(2026, 8, 9), True),  # a Sunday
        ("IL", date(2026, 8, 7), False),  # a Friday
        ("IR", date(2026, 8, 6), True),  # a Thursday
        ("AE", date(2026, 8, 7), True),  # a Friday, since 2022
    ],
)
def test_holidays_and_weekends_are_those_of_the_place(place: str, day: date, is_working: bool) -> None:
    assert working_days(place).is_working(day) is is_working


@pytest.mark.parametrize("place", ["DE", "DE-BY", "GB-ENG", "US-CA", "RU"])
def test_a_country_and_a_region_are_known(place: str) -> None:
    assert is_known(place)


@pytest.mark.parametrize("place", ["", "XX", "DEU", "DE-XX", "DE-", "-BY", "de", "RU-MOW"])
def test_what_has_no_calendar_is_not_known(place: str) -> None:
    assert not is_known(place)


def test_a_place_that_the_library_no_longer_knows_is_planned_all_the_same() -> None:
    christmas = date(2026, 12, 25)

    assert not working_days("DE-XX").is_working(christmas)  # by its country
    assert working_days("XX").is_working(christmas)  # Monday to Friday
    assert not working_days("XX").is_working(christmas + timedelta(days=1))


@pytest.mark.parametrize("place", holidays.list_supported_countries(include_aliases=False))
def test_every_calendar_reaches_both_ends_of_the_days_that_a_record_may_name_without_a_warning(place: str) -> None:
    days = working_days(place)

    assert days.after(date(2000, 1, 1), 5) > date(2000, 1, 1)
    assert days.after(date(2099, 12, 31), 5) > date(2099, 12, 31)


def test_past_the_moon_bound_feasts_that_are_known_the_fixed_ones_still_count() -> None:
    assert not working_days("IN").is_working(date(2040, 1, 26))  # Republic Day, a Thursday
    assert working_days("IN").is_working(date(2040, 1, 27))


def test_countries_and_regions_with_a_calendar_are_known_and_others_are_not() -> None:
    assert all(map(is_known, ("DE", "DE-BY", "US-CA")))
    assert not any(map(is_known, ("ZZ", "DE-ZZ", "de", "")))


def test_w10_working_days_are_counted_from_the_day_after_to_the_last_one() -> None:
    days = working_days("DE")

    assert days.count(date(2026, 8, 7), date(2026, 8, 7)) == 0
    assert days.count(date(2026, 8, 7), date(2026, 8, 10)) == 1  # over a weekend
    assert days.count(date(2026, 8, 10), date(2026, 8, 14)) == 4
