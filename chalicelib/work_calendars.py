"""Countries and their regions: which days are working days there (W10), from the ``holidays`` library.

The library costs a cold start what a whole request costs, so the package has a table that was made from it instead
(``days_off.py``); in a checkout the library itself is asked, imported on first use.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from chalicelib import packaged_days_off
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.planning_context import PlanningContext
from chalicelib.playbook.reasons_term import reasons_term
from chalicelib.playbook.working_days import WorkingDays

if TYPE_CHECKING:
    from holidays import HolidayBase


def planning_context(owner: Owner, interview: Interview) -> PlanningContext:
    """What the plan of this owner's interview depends on; the employer is where the record says, or near."""
    place = interview.employer_country or owner.country
    return PlanningContext(
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
    known = next((one for one in (place, place.partition("-")[0]) if is_known(one)), None)
    table = packaged_days_off.packaged()
    return WorkingDays(table.is_working(known) if table else _as_the_library_says(known))


@cache
def is_known(place: str) -> bool:
    """Whether ``place`` is a country (ISO 3166-1 alpha-2) or a region (ISO 3166-2) with a calendar."""
    table = packaged_days_off.packaged()
    return place in table if table else place in library_places()


@cache
def library_places() -> frozenset[str]:
    """All countries and regions that the library knows."""
    import holidays

    countries = holidays.list_supported_countries(include_aliases=False)
    regions = (f"{country}-{region}" for country, regions in countries.items() for region in regions)
    return frozenset((*countries, *regions))


def _as_the_library_says(place: str | None) -> Callable[[date], bool]:
    calendar = _calendar(place)

    def is_working(day: date) -> bool:
        if day.year not in calendar.years:
            _fill(calendar, day)
        return calendar.is_working_day(day)

    return is_working


def _fill(calendar: HolidayBase, day: date) -> None:
    """Work out the holidays of a year; one whose moon-bound feasts are not announced yet has the fixed ones only."""
    with catch_warnings():
        simplefilter("ignore")
        calendar.is_working_day(day)


def _calendar(place: str | None) -> HolidayBase:
    import holidays

    if place is None:
        return holidays.HolidayBase()
    country, _, region = place.partition("-")
    return holidays.country_holidays(country, subdiv=region or None)
