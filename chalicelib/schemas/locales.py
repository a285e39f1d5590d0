"""Readers of countries, time zones and languages, by their standard codes and names.

Every reader raises InvalidValue.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from chalicelib import work_calendars
from chalicelib.patterns import lazy_pattern
from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.country_names import code_of
from chalicelib.schemas.text_values import FormText, unmarked_line

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_COUNTRY = lazy_pattern(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", re.ASCII)
_LANGUAGE = lazy_pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
_NOT_A_ZONE = frozenset({"localtime", "posixrules", "Factory"})  # files of the zone database that name no zone
_LIMIT = 60


def country(raw: object) -> str:
    """A country or region whose days off are known, upper-cased: ``DE``, ``DE-BY``; in a form a country's name too."""
    text = unmarked_line(_LIMIT)(raw)
    code = (isinstance(raw, FormText) and code_of(text)) or text.upper()
    if not _COUNTRY.fullmatch(code) or not work_calendars.is_known(code):
        raise InvalidValue("is not a country code that is known here, such as DE, US or GB, or a region such as DE-BY")
    return code


def time_zone(raw: object) -> str:
    """A time zone of the IANA database: ``Europe/Berlin``. By its city alone it is refused, and offered."""
    name = unmarked_line(_LIMIT)(raw)
    if name in time_zones():
        return name
    from chalicelib.schemas.zone_names import zones_meant  # only names that are none need it

    if meant := zones_meant(name, time_zones()):
        raise InvalidValue("is not the full name of a time zone: send {zones}", zones=" / ".join(meant))
    raise InvalidValue("is not a time zone such as Europe/Berlin (IANA)")


def zone_named(raw: object) -> ZoneInfo | None:
    """The zone that a text names in full; None for any other value."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(time_zone(raw))
    except InvalidValue:
        return None


def language(raw: object) -> str:
    """A language tag: ``en``, ``pt-BR``. Drafts are in English where they do not support it."""
    tag = unmarked_line(_LIMIT)(raw)
    if not _LANGUAGE.fullmatch(tag):
        raise InvalidValue("is not a language tag such as en or pt-BR")
    return tag


@cache
def time_zones() -> frozenset[str]:
    """All zones of the database, without the files in it that name no zone."""
    from zoneinfo import available_timezones

    return frozenset(available_timezones()) - _NOT_A_ZONE
