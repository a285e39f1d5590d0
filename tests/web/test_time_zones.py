"""A time zone is known by its full name, and offered by every other: it decides when the mail comes."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from chalicelib.schemas.locales import time_zones
from chalicelib.schemas.zone_names import _ALSO_NAMED, zones_meant
from tests.web.bad_input.refused import problem
from tests.web.browser import Browser
from tests.web.gateway import Gateway


@pytest.mark.parametrize(
    ("name", "zones"),
    [
        ("Berlin", "Europe/Berlin"),
        ("Moscow", "Europe/Moscow"),
        ("new york", "America/New_York"),
        ("NEW_YORK", "America/New_York"),
        ("europe/berlin", "Europe/Berlin"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires / America/Buenos_Aires"),
        ("Москва", "Europe/Moscow"),
        ("Санкт-Петербург", "Europe/Moscow"),
        ("München", "Europe/Berlin"),
        ("Kyiv", "Europe/Kyiv"),
        ("Mumbai", "Asia/Kolkata"),
        ("\u200bBerlin\u00a0", "Europe/Berlin"),
        ("port-au-prince", "America/Port-au-Prince"),
        ("GMT+3", "Etc/GMT-3"),
        ("UTC+3", "Etc/GMT-3"),
        ("+03:00", "Etc/GMT-3"),
        ("etc/gmt+3", "Etc/GMT+3"),
    ],
)
def test_a_city_is_offered_its_zone(alex: Gateway, name: str, zones: str) -> None:
    reply = alex.patch("/owner", {"time_zone": name})

    assert problem(reply) == (422, {"time_zone": f"is not the full name of a time zone: send {zones}"})


@pytest.mark.parametrize("name", ["Nowhere", "", "/", "-", "GMT+2 or so"])
def test_a_name_that_means_no_zone_is_offered_none(name: str) -> None:
    assert zones_meant(name, time_zones()) == ()


@pytest.mark.parametrize("name", ["GMT{}", "UTC{}", "utc {}", "{}", "{}:00", "UTC{}:00", "{}00"])
@pytest.mark.parametrize("hours", range(-15, 16))
def test_a_distance_from_utc_is_offered_the_zone_that_has_it_or_none(name: str, hours: int) -> None:
    for written in (f"{hours:+}", f"{hours:+03}", f"{hours:+}".replace("-", "\N{MINUS SIGN}")):
        offered = zones_meant(name.format(written), time_zones())

        distances = {datetime(2026, 8, 3, tzinfo=ZoneInfo(zone)).utcoffset() for zone in offered}
        assert distances == ({timedelta(hours=hours)} if -12 <= hours <= 14 else set())


@pytest.mark.parametrize("name", ["+03:30", "UTC+05:45", "GMT 3", "GMT_3", "+99", "+300:00"])
def test_a_distance_that_no_zone_has_all_year_is_offered_none(name: str) -> None:
    assert zones_meant(name, time_zones()) == ()


def test_the_form_offers_it_too(alexs_browser: Browser) -> None:
    alexs_browser.open("/settings")

    page = alexs_browser.send("/settings", {"time_zone": "berlin"}).text

    assert "Is not the full name of a time zone: send Europe/Berlin." in page
    assert '<option value="Europe/Berlin">Berlin</option>' in page


def test_each_zone_is_offered_by_its_own_city() -> None:
    zones = (zone for zone in time_zones() if "/" in zone and not zone.startswith("Etc/GMT"))
    cities = {zone: zone.rpartition("/")[2].replace("_", " ") for zone in zones}

    assert [zone for zone, city in cities.items() if zone not in zones_meant(city.upper(), time_zones())] == []


def test_the_cities_of_the_table_are_those_of_zones_that_there_are() -> None:
    assert set(_ALSO_NAMED) <= time_zones()
