"""W10: the days on which by custom nobody works, beside those of the library."""

from __future__ import annotations

from datetime import date

import holidays
import pytest

from chalicelib.days_off_by_custom import DAYS_OFF_BY_CUSTOM
from chalicelib.work_calendars import library_places, working_days

YEARS = range(2024, 2034)
EACH_DAY = [(country, month, day) for country, row in DAYS_OFF_BY_CUSTOM.items() for month, day in row.days]


@pytest.mark.parametrize("country", DAYS_OFF_BY_CUSTOM)
def test_w10_each_row_is_of_a_country_and_says_where_it_is_from(country: str) -> None:
    assert country in library_places()
    assert len(DAYS_OFF_BY_CUSTOM[country].source) > 40


@pytest.mark.parametrize(("country", "month", "day"), EACH_DAY)
def test_w10_nobody_works_on_a_day_by_custom_in_any_year_or_region(country: str, month: int, day: int) -> None:
    places = [place for place in library_places() if place.partition("-")[0] == country]

    at_work = [(place, year) for place in places for year in YEARS if works(place, date(year, month, day))]

    assert at_work == []


@pytest.mark.parametrize(("country", "month", "day"), EACH_DAY)
def test_w10_a_day_that_the_library_has_needs_no_row(country: str, month: int, day: int) -> None:
    known = holidays.country_holidays(country)

    assert any(known.is_working_day(date(year, month, day)) for year in YEARS)


def works(place: str, day: date) -> bool:
    return working_days(place).is_working(day)
