"""Working days in countries and their regions (W10), from the ``holidays`` library and a small table of our own.

- The library knows public holidays, moved working days, weekends, and for some countries the days off by custom.
- What it lacks of the latter stands in ``days_off_by_custom.py``, each row with its source.

The library costs a cold start as much as a whole request costs, so the package has a table that was made from it
(``packaged_days_off.py``). In a checkout the library itself is used, imported on first use.
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
    """What the plan of this owner's interview depends on. If no employer's country is recorded, it is the owner's."""
    place = interview.employer_country or owner.country
    return PlanningContext(
        zone=owner.zone,
        working_days=working_days(place),
        pacing=owner.pacing,
        reasons_term=reasons_term(place),
    )


@cache
def working_days(place: str) -> WorkingDays:
    """The calendar of a place, with public holidays, moved working days and the days on which by custom nobody works.

    An unknown region has the calendar of its country, an unknown country works from Monday to Friday: a record must
    stay readable whatever a new version of the library drops.
    """
    known = next((code for code in (place, place.partition("-")[0]) if is_known(code)), None)
    table = packaged_days_off.packaged_table()
    return WorkingDays(table.is_working(known) if table else _working_day_by_library(known))


@cache
def is_known(place: str) -> bool:
    """Whether ``place`` is a country (ISO 3166-1 alpha-2) or a region (ISO 3166-2) with a calendar."""
    table = packaged_days_off.packaged_table()
    return place in table if table else place in library_places()


@cache
def library_places() -> frozenset[str]:
    """The codes of all countries and regions that the library knows."""
    import holidays

    countries = holidays.list_supported_countries(include_aliases=False)
    regions = (f"{country}-{region}" for country, regions in countries.items() for region in regions)
    return frozenset((*countries, *regions))


def _working_day_by_library(place: str | None) -> Callable[[date], bool]:
    from chalicelib.days_off_by_custom import is_off_by_custom

    calendar = _calendar(place)

    def is_working(day: date) -> bool:
        if place and is_off_by_custom(place, day):
            return False
        if day.year not in calendar.years:
            _add_year_of(day, calendar)
        return calendar.is_working_day(day)

    return is_working


def _add_year_of(day: date, calendar: HolidayBase) -> None:
    """Let the library work out the holidays of the day's year.

    Feasts that depend on the moon may not be announced yet: that year has the fixed holidays only, and the library's
    warning about it is ignored.
    """
    with catch_warnings():
        simplefilter("ignore")
        calendar.is_working_day(day)


def _calendar(place: str | None) -> HolidayBase:
    import holidays

    if place is None:
        return holidays.HolidayBase()
    country, _, region = place.partition("-")
    supported = holidays.country_holidays(country).supported_categories
    categories = tuple(one for one in (holidays.PUBLIC, holidays.DE_FACTO) if one in supported)
    return holidays.country_holidays(country, subdiv=region or None, categories=categories)
