"""The table of days off says what the library says."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from chalicelib import work_calendars
from chalicelib.packaged_days_off import FILE, FIRST, LAST, DaysOff
from chalicelib.schemas import simple_values
from infra.package import days_off_table
from infra.package.package_settings import Trick
from tests.package.tricks import only_with

pytestmark = only_with(Trick.DAYS_OFF)

# Weekends that are others, or have changed; working Saturdays; regions; feasts of the moon and those of the sun.
SEVERAL = [
    "AE",
    "BN",
    "CN",
    "DE",
    "DE-BY",
    "DK",
    "ES-CT",
    "HU",
    "IL",
    "IN",
    "IN-TN",
    "IR",
    "JP",
    "MY-03",
    "NP",
    "RU",
    "SA",
    "SE",
    "US-CA",
]


@pytest.fixture(scope="module")
def table(unpacked: Path) -> DaysOff:
    """The table of the package."""
    return DaysOff((unpacked / "chalicelib" / FILE).read_bytes())


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def unlike(table: DaysOff, place: str, asked: list[date]) -> list[date]:
    """The days of which the table says something else than the library."""
    told, known = table.is_working(place), work_calendars.working_days(place).is_working
    return [day for day in asked if told(day) != known(day)]


def test_it_knows_every_place_that_the_library_knows(table: DaysOff) -> None:
    known = work_calendars.library_places()

    assert len(known) > 800
    assert [place for place in known if place not in table] == []
    assert "XX" not in table
    assert "DE-XX" not in table


@pytest.mark.parametrize("place", SEVERAL)
def test_each_day_of_the_century_is_what_the_library_says(table: DaysOff, place: str) -> None:
    assert unlike(table, place, days(FIRST, LAST)) == []


def test_each_day_of_these_years_is_right_everywhere(table: DaysOff) -> None:
    asked = days(date(2026, 1, 1), date(2027, 12, 31))

    assert [place for place in sorted(work_calendars.library_places()) if unlike(table, place, asked)] == []


def test_it_goes_a_year_further_than_the_dates_of_a_record() -> None:
    assert simple_values.FIRST_DAY >= FIRST
    assert simple_values.LAST_DAY + timedelta(days=365) <= LAST


@pytest.mark.parametrize("day", [date(1999, 12, 24), date(2101, 1, 3)])
def test_outside_of_it_monday_to_friday_are_working_days(table: DaysOff, day: date) -> None:
    is_working = table.is_working("DE")

    assert is_working(day) == (day.weekday() < 5)


def test_a_place_that_nobody_knows_works_from_monday_to_friday(table: DaysOff) -> None:
    is_working = table.is_working(None)

    assert [is_working(date(2026, 8, 3) + timedelta(days=number)) for number in range(7)] == [True] * 5 + [False] * 2


def test_a_table_of_some_places_is_made_in_a_moment() -> None:
    made = DaysOff(days_off_table.table(["DE", "DE-BY"], say=print))

    epiphany = date(2025, 1, 6)  # a Monday, and a holiday in the south
    assert made.is_working("DE")(epiphany) is True
    assert made.is_working("DE-BY")(epiphany) is False
