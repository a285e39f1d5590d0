"""The time zone that is named beside an hour: "15:00 MSK", "2 PM EST", «по московскому времени», "UTC+3"."""

from __future__ import annotations

import re
from datetime import timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

from msgspec import Struct

from chalicelib.capture.found import Doubt
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.sentences import Span
from chalicelib.playbook.step import translatable
from chalicelib.schemas.zone_names import zones_meant

SEVERAL_ZONES = Doubt("interview_time_zone", translatable("is named by letters that stand for several zones"))

# People write EST and CET all year: the letters mean the place with its own summer time.
_LETTERS = {
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York",
    "CT": "America/Chicago", "CDT": "America/Chicago", "MT": "America/Denver", "MDT": "America/Denver",
    "PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "EET": "Europe/Athens", "EEST": "Europe/Athens", "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon",
    "GMT": "Europe/London", "BST": "Europe/London", "MSK": "Europe/Moscow", "МСК": "Europe/Moscow",
    "UTC": "UTC", "YEKT": "Asia/Yekaterinburg", "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney",
    "JST": "Asia/Tokyo", "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong",
}  # fmt: skip
_SEVERAL = {
    "CST": ("America/Chicago", "Asia/Shanghai"),
    "MST": ("America/Denver", "America/Phoenix"),
    "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
}
_PLACES = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "uk": "Europe/London", "german": "Europe/Berlin", "deutscher": "Europe/Berlin",
    "central european": "Europe/Berlin", "mitteleuropäischer": "Europe/Berlin", "israel": "Asia/Jerusalem",
    "indian": "Asia/Kolkata", "swiss": "Europe/Zurich",
}  # fmt: skip
_ADJECTIVES = {
    "москов": "Europe/Moscow", "мск": "Europe/Moscow", "екатеринбург": "Asia/Yekaterinburg",
    "берлин": "Europe/Berlin", "лондон": "Europe/London", "новосибир": "Asia/Novosibirsk", "самар": "Europe/Samara",
    "киев": "Europe/Kyiv", "минск": "Europe/Minsk", "алмат": "Asia/Almaty", "омск": "Asia/Omsk",
    "нью-йорк": "America/New_York", "среднеевропей": "Europe/Berlin", "центральноевропей": "Europe/Berlin",
    "владивосток": "Asia/Vladivostok", "красноярск": "Asia/Krasnoyarsk", "иркутск": "Asia/Irkutsk",
    "berliner": "Europe/Berlin", "moskauer": "Europe/Moscow", "londoner": "Europe/London",
    "wiener": "Europe/Vienna", "zürcher": "Europe/Zurich", "new yorker": "America/New_York",
    "москв": "Europe/Moscow", "перм": "Asia/Yekaterinburg",
}  # fmt: skip
_OFFSET = bounded_pattern(
    r"(?P<base>UTC|GMT|MSK|МСК)\s?(?P<sign>[+\-−–])\s?(?P<hours>\d{1,2})(?:(?::?(?P<minutes>00|30"
    r"|45)))?\)?(?P<cities>[ \t]+[A-Z][\w.]+(?:[ \t][A-Z][\w.]+)?(?=,))?"
)
_WRITTEN = bounded_pattern(
    r"(?<![\w+])(?P<letters>" + "|".join(sorted([*_LETTERS, *_SEVERAL], key=len, reverse=True)) + r"|мск)(?!\w)"
)
_TIME_OF = bounded_pattern(
    r"(?<!\w)(?:(?P<en>(?-i:[A-Z])[\w.'-]+(?:[ \t](?-i:[A-Z])[\w.-]+)?|eastern|central|pacific"
    r"|mountain)\s+(?:standard\s+|daylight\s+)?time\b"
    r"|(?P<de>[\w-]+er|new yorker)\s+(?:orts)?zeit\b|(?:по|время)\s+(?P<ru>[а-яё-]+)(?:\s+времени)?)",
    re.IGNORECASE,
)
_JUST_BEHIND = 4  # characters between an hour and letters that may be short for something else: ET, PT, CT
_YOURS = bounded_pattern(
    r"(?:your|ihrer|deiner|по\s+вашему|по\s+твоему)\s+(?:local\s+)?(?:time|zeit|ortszeit|времени)", re.IGNORECASE
)


class NamedZone(Struct, frozen=True):
    """A zone that is named, and where: by its place (``name``), or by its distance from UTC."""

    span: Span
    name: str = ""
    offset: timedelta | None = None
    doubt: Doubt | None = None

    @property
    def zone(self) -> ZoneInfo | timezone | None:
        """The zone to reckon with; None if it is doubtful which one is meant."""
        if self.offset is not None:
            return timezone(self.offset)
        return ZoneInfo(self.name) if self.name else None


def zone_in(text: str, near: int, owner_zone: str) -> NamedZone | None:
    """The zone that a sentence names, the first one at or behind ``near``, or else the one before."""
    found = sorted(
        (zone for pattern, read in ((_OFFSET, _by_distance), (_WRITTEN, _by_letters), (_TIME_OF, _by_place))
         for match in pattern.finditer(text) if (zone := read(match, owner_zone)) and _is_meant(zone.span, near)),
        key=lambda zone: (zone.span.start < near, zone.span.start, -zone.span.end),
    )  # fmt: skip
    if found:
        return found[0]
    yours = _YOURS.search(text)
    return NamedZone(Span(yours.start(), yours.end()), owner_zone) if yours else None


def _is_meant(span: Span, near: int) -> bool:
    is_short = span.end - span.start <= len("ET")
    return not is_short or 0 <= span.start - near <= _JUST_BEHIND


def _by_distance(found: re.Match[str], _owner_zone: str) -> NamedZone | None:
    span = Span(found.start(), found.end())
    if found["cities"]:
        city = zones_meant(found["cities"].strip(), available_timezones())
        if city:
            return NamedZone(span, city[0])
    hours = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    offset = hours if found["sign"] == "+" else -hours
    if found["base"] in ("MSK", "МСК"):
        offset += timedelta(hours=3)
    return NamedZone(span, offset=offset) if abs(offset) < timedelta(hours=15) else None


def _by_letters(found: re.Match[str], owner_zone: str) -> NamedZone:
    letters, span = found["letters"].upper(), Span(found.start(), found.end())
    if letters not in _SEVERAL:
        return NamedZone(span, _LETTERS[letters])
    if owner_zone in _SEVERAL[letters] or (letters == "CST" and owner_zone.startswith("America/")):
        return NamedZone(span, owner_zone if owner_zone in _SEVERAL[letters] else _SEVERAL[letters][0])
    return NamedZone(span, doubt=SEVERAL_ZONES)


def _by_place(found: re.Match[str], _owner_zone: str) -> NamedZone | None:
    span = Span(found.start(), found.end())
    name = " ".join((found["en"] or found["de"] or found["ru"]).split())
    lower = name.lower()
    for beginning, zone in _ADJECTIVES.items():
        if lower.startswith(beginning):
            return NamedZone(span, zone)
    if lower in _PLACES:
        return NamedZone(span, _PLACES[lower])
    if found["en"] and name[:1].isupper():
        meant = zones_meant(name, available_timezones()) or zones_meant(name.split()[-1], available_timezones())
        return NamedZone(span, meant[0]) if len(meant) == 1 else None
    return None


def is_american(text: str) -> bool:
    """Whether a text names an American zone, and so writes months before days."""
    return any(
        _LETTERS.get(found["letters"].upper(), "").startswith("America/") and len(found["letters"]) > len("ET")
        for found in _WRITTEN.finditer(text)
    )
