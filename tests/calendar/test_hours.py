"""H5: a call stands within the working hours of the employer, whatever clock they have."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chalicelib.calendar.calling_hours import CALL_LENGTH, OPENING_TIME, call_at, zones_of
from tests.factories import an_owner

SUMMER, WINTER = date(2026, 8, 10), date(2026, 12, 14)


def hour_there(day: date, place: str, zone: str, **owner: Any) -> str:
    return f"{call_at(day, place, an_owner(**owner)).astimezone(ZoneInfo(zone)):%d %H:%M}"


@pytest.mark.parametrize("day", [SUMMER, WINTER])
@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("DE", "Europe/Berlin"),
        ("DE-BY", "Europe/Berlin"),
        ("CH", "Europe/Zurich"),
        ("GB-ENG", "Europe/London"),
        ("IN", "Asia/Kolkata"),
        ("JP", "Asia/Tokyo"),
        ("NP", "Asia/Kathmandu"),
    ],
)
def test_h5_a_country_with_one_clock_is_called_at_ten_in_the_morning_there(day: date, place: str, zone: str) -> None:
    assert hour_there(day, place, zone) == f"{day.day} 10:00"


@pytest.mark.parametrize(
    ("country", "zone"),
    [("US", "America/Chicago"), ("US", "US/Pacific"), ("RU", "Asia/Yekaterinburg"), ("RU", "Europe/Moscow")],
)
def test_h5_in_the_owner_s_own_country_of_many_clocks_it_is_ten_by_the_owner_s(country: str, zone: str) -> None:
    assert hour_there(SUMMER, country, zone, country=country, time_zone=zone) == "10 10:00"


@pytest.mark.parametrize("day", [SUMMER, WINTER])
@pytest.mark.parametrize(
    ("place", "zones"),
    [
        ("US", ["America/New_York", "America/Chicago", "America/Los_Angeles", "America/Anchorage"]),
        ("RU", ["Europe/Moscow", "Asia/Yekaterinburg", "Asia/Krasnoyarsk"]),
        ("AU", ["Australia/Sydney", "Australia/Perth"]),
        ("BR", ["America/Sao_Paulo", "America/Manaus"]),
        ("ES", ["Europe/Madrid", "Atlantic/Canary"]),
        ("NZ", ["Pacific/Auckland", "Pacific/Chatham"]),
    ],
)
def test_h5_a_foreign_country_of_many_clocks_is_called_while_most_of_it_is_at_work(
    day: date, place: str, zones: list[str]
) -> None:
    begin = call_at(day, place, an_owner())

    for there in (begin.astimezone(ZoneInfo(zone)) for zone in zones):
        assert there.date() == day
        assert there.time() >= OPENING_TIME
        assert (there + CALL_LENGTH).time() <= time(17)


@pytest.mark.parametrize(
    ("country", "zone", "hour"),
    [("US", "America/New_York", "15:00"), ("RU", "Europe/Moscow", "09:00"), ("NZ", "Pacific/Auckland", "10:00")],
)
def test_h5_of_the_hours_that_suit_most_of_a_country_it_is_the_one_nearest_to_ten(
    country: str, zone: str, hour: str
) -> None:
    assert hour_there(SUMMER, country, zone) == f"10 {hour}"


def test_h5_abroad_the_owner_s_clock_is_no_guide_even_where_some_of_the_country_has_the_same() -> None:
    hour = hour_there(SUMMER, "US", "America/New_York", country="CO", time_zone="America/Bogota")

    assert hour == "10 15:00"


def test_a_country_that_is_on_no_list_is_called_by_the_owner_s_clock() -> None:
    assert hour_there(SUMMER, "XX", "Europe/Berlin") == "10 10:00"


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2026, 3, 27), datetime(2026, 3, 27, 9, tzinfo=UTC)),
        (date(2026, 3, 30), datetime(2026, 3, 30, 8, tzinfo=UTC)),  # the clocks went forward on the 29th
        (date(2026, 10, 23), datetime(2026, 10, 23, 8, tzinfo=UTC)),
        (date(2026, 10, 26), datetime(2026, 10, 26, 9, tzinfo=UTC)),  # and back on the 25th
    ],
)
def test_h5_ten_in_the_morning_moves_with_the_clocks(day: date, at: datetime) -> None:
    assert call_at(day, "DE", an_owner()) == at


@pytest.mark.parametrize("country", ["US", "RU", "KI", "FR", "UM", "TF", "AQ"])
def test_h5_there_is_always_a_place_where_the_call_is_heard_at_work_on_its_day(country: str) -> None:
    begin = call_at(SUMMER, country, an_owner())

    clocks = [begin.astimezone(zone) for zone in zones_of(country)]
    assert any(there.date() == SUMMER and OPENING_TIME <= there.time() <= time(16, 30) for there in clocks)
