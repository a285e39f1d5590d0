"""Days on which by custom nobody works (W10) and that the ``holidays`` library lacks, each with its source.

Days that the library itself has under its category ``de_facto`` (Sweden's Midsummer, Christmas and New Year's Eve) need
no row here. A row is for a whole country, its regions included; half days off are working days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

Recurring = tuple[int, int]  # a month and a day of it, every year


class DaysOffByCustom(Struct, frozen=True):
    """The days off of a country, and the ``source`` that says so: a law, an agreement or an official page."""

    days: tuple[Recurring, ...]
    source: str


DAYS_OFF_BY_CUSTOM: Mapping[str, DaysOffByCustom] = {
    "DK": DaysOffByCustom(
        days=((12, 24), (12, 31)),
        source="Info Norden (Nordic Council of Ministers), Public holidays in Denmark: days off by agreement at many "
        "workplaces. The other two days that it lists, 1 May and 5 June, are worked in most offices.",
    ),
    "JP": DaysOffByCustom(
        days=((12, 29), (12, 30), (12, 31), (1, 2), (1, 3)),
        source="Act on Holidays of Administrative Organs (Act No. 91 of 1988), article 1: from 29 December to "
        "3 January; companies follow it.",
    ),
}


def is_off_by_custom(place: str, day: date) -> bool:
    """Whether nobody works in this country, or region of a country, on a day that its table names."""
    row = DAYS_OFF_BY_CUSTOM.get(place.partition("-")[0])
    return row is not None and (day.month, day.day) in row.days
