"""When to call: an instant within the employer's working hours (H5), as far as their country tells their clock.

The way in is ``call_at``.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from chalicelib.playbook.owner import Owner

OPENING_TIME, USUAL_CALL_TIME = time(9), time(10)
CALL_LENGTH = timedelta(minutes=30)
_QUARTER = timedelta(minutes=15)
_QUARTERS = 31  # a call begins at 09:00, 09:15 … or 16:30, so that it ends by 17:00


def call_at(day: date, place: str, owner: Owner) -> datetime:
    """The instant (UTC) at which to call an employer in ``place`` (ISO 3166) on ``day``, a date there.

    - A country with one clock: at ten in the morning there.
    - The owner's own country, if one of its clocks is theirs: at ten by that clock.
    - Another country with several clocks: within the working hours of as much of it as possible.
    - A country without a known clock: at ten by the owner's clock.
    """
    country = place.partition("-")[0]
    usual = _at(USUAL_CALL_TIME, day, owner.zone)
    zones = zones_of(country)
    is_at_home = country == owner.country.partition("-")[0]
    if not zones or (is_at_home and any(_at(USUAL_CALL_TIME, day, zone) == usual for zone in zones)):
        return usual
    return _open_to_most(country, day)


@cache
def zones_of(country: str) -> tuple[ZoneInfo, ...]:
    """The time zones of a country (ISO 3166-1), from the table in the time zone database; empty if it has none."""
    return tuple(map(ZoneInfo, _zone_names().get(country, ())))


@cache
def _zone_names() -> dict[str, list[str]]:
    """The zones of each country, from lines such as ``CH,DE,LI <tab> +4723+00832 <tab> Europe/Zurich <tab> …``."""
    names: dict[str, list[str]] = {}
    table = (files("tzdata") / "zoneinfo" / "zone1970.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            countries, _, zone = line.split("\t")[:3]
            for country in countries.split(","):
                names.setdefault(country, []).append(zone)
    return names


@lru_cache(maxsize=1024)
def _open_to_most(country: str, day: date) -> datetime:
    """The start of a call at which most of a country's zones are at work; of several the one nearest to ten in all."""
    zones = zones_of(country)
    at_work = Counter(
        _at(OPENING_TIME, day, zone) + _QUARTER * quarter for zone in zones for quarter in range(_QUARTERS)
    )
    most = max(at_work.values())
    usual_starts = [_at(USUAL_CALL_TIME, day, zone) for zone in zones]

    def distance(start: datetime) -> tuple[timedelta, float]:
        return sum((abs(start - usual) for usual in usual_starts), timedelta()), -start.timestamp()

    return min((start for start, count in at_work.items() if count == most), key=distance)


def _at(clock: time, day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
