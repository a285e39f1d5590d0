"""Countries and their regions: which days are working days there (W10), from the ``holidays`` library.

The library is imported on first use only: it costs a cold start what a whole request costs.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from chalicelib.playbook.circumstances import Circumstances
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.working_days import WorkingDays

if TYPE_CHECKING:
    from holidays import HolidayBase

# Working days an employer has to give the reasons of a refusal (S7). Russia: Labour Code, article 64.
REASONS_TERMS = {"RU": 7}


def circumstances(owner: Owner, interview: Interview) -> Circumstances:
    """What the plan of this owner's interview depends on; the employer is where the record says, or near."""
    place = interview.employer_country or owner.country
    return Circumstances(
        zone=owner.zone,
        working_days=working_days(place),
        pacing=owner.pacing,
        reasons_term=REASONS_TERMS.get(place[:2]),
    )


@cache
def working_days(place: str) -> WorkingDays:
    """The calendar of a place that ``is_known``: public holidays and moved working days included."""
    calendar = _calendar(place)

    def is_working(day: date) -> bool:
        return calendar.is_working_day(day)

    return WorkingDays(is_working)


@cache
def is_known(place: str) -> bool:
    """Whether ``place`` is a country (ISO 3166-1 alpha-2) or a region (ISO 3166-2) with a calendar."""
    import holidays

    country, dash, region = place.partition("-")
    regions = holidays.list_supported_countries(include_aliases=False).get(country)
    return regions is not None and (not dash or region in regions)


def _calendar(place: str) -> HolidayBase:
    import holidays

    country, _, region = place.partition("-")
    return holidays.country_holidays(country, subdiv=region or None)
