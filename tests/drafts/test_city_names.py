"""A time is called by its city, in the reader's letters where the catalog has them."""

from __future__ import annotations

import pytest

from chalicelib.drafts.city_names import city_of
from chalicelib.drafts.language_packs import Languages
from tests.drafts.given import TEMPLATES


@pytest.mark.parametrize(
    ("zone", "english", "russian"),
    [
        ("Europe/London", "London", "Лондон"),
        ("America/New_York", "New York", "Нью-Йорк"),
        ("Asia/Almaty", "Almaty", "Алматы"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires", "Buenos Aires"),
        ("UTC", "UTC", "UTC"),
        ("Etc/GMT-3", "Etc/GMT-3", "Etc/GMT-3"),
    ],
)
def test_a_time_zone_is_called_by_its_city(zone: str, english: str, russian: str) -> None:
    languages = Languages(TEMPLATES)

    assert (city_of(zone, languages.of("en")), city_of(zone, languages.of("ru"))) == (english, russian)
