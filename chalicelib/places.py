"""Countries and their regions: which days are working days there (W10), from the ``holidays`` library.

The library is imported on first use only: it costs a cold start what a whole request costs.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from chalicelib.playbook.circumstances import Circumstances
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.terms import reasons_term
from chalicelib.playbook.working_days import WorkingDays

if TYPE_CHECKING:
    from holidays import HolidayBase


def circumstances(owner: Owner, interview: Interview) -> Circumstances:
    """What the plan of this owner's interview depends on; the employer is where the record says, or near."""
    place = interview.employer_country or owner.country
    return Circumstances(
        zone=owner.zone,
        working_days=working_days(place),
        pacing=owner.pacing,
        reasons_term=reasons_term(place),
    )


@cache
def working_days(place: str) -> WorkingDays:
    """The calendar of a place: public holidays and moved working days included.

    A region that the library no longer knows is planned by its country, and a country by Monday to Friday: a
    record must stay readable whatever a new version of the library drops.
    """
    country = place.partition("-")[0]
    calendar = _calendar(next((one for one in (place, country) if is_known(one)), None))

    def is_working(day: date) -> bool:
        if day.year not in calendar.years:
            _fill(calendar, day)
        return calendar.is_working_day(day)

    return WorkingDays(is_working)


def _fill(calendar: HolidayBase, day: date) -> None:
    """Work out the holidays of a year; one whose moon-bound feasts are not announced yet has the fixed ones only."""
    with catch_warnings():
        simplefilter("ignore")
        calendar.is_working_day(day)


@cache
def is_known(place: str) -> bool:
    """Whether ``place`` is a country (ISO 3166-1 alpha-2) or a region (ISO 3166-2) with a calendar."""
    import holidays

    country, dash, region = place.partition("-")
    regions = holidays.list_supported_countries(include_aliases=False).get(country)
    return regions is not None and (not dash or region in regions)


def _calendar(place: str | None) -> HolidayBase:
    import holidays

    if place is None:
        return holidays.HolidayBase()
    country, _, region = place.partition("-")
    return holidays.country_holidays(country, subdiv=region or None)
