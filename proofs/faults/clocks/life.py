"""An owner's life around a change of their clocks: their settings, what they change, and outages of the tick."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from proofs.faults.clocks.ticks import PERIOD, Ticks
from proofs.faults.clocks.zones import DAY, FIRST, LAST, WEEK, Settings, clock_of, weekday, zones

EVERY_DAY = frozenset(range(WEEK))
WORKDAYS = frozenset(range(5))
LONGEST_OUTAGE = 60  # days

# Where owners move to: the first and the last zones of a day, and those with odd quarters of an hour or odd days and
# hours of change.
FAR = (
    "Africa/Casablanca",
    "America/Havana",
    "America/Los_Angeles",
    "America/Nuuk",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Niue",
    "UTC",
)
# Zones whose clocks once skipped a day.
DATE_LINE = (
    "Kwajalein",
    "Pacific/Apia",
    "Pacific/Enderbury",
    "Pacific/Fakaofo",
    "Pacific/Kanton",
    "Pacific/Kiritimati",
    "Pacific/Kwajalein",
)
_ONE_IN_AT_THE_DATE_LINE = 20


@dataclass(frozen=True, slots=True)
class Change:
    """New settings at an instant; ``is_meanwhile``: while a digest is being sent, if one is at that time."""

    at: int
    settings: Settings
    is_meanwhile: bool


@dataclass(frozen=True, slots=True)
class Life:
    """An owner's life from ``begins`` until ``ends``. Their record is due from the local day ``due_on``, a working day,
    until it is closed."""

    begins: int
    ends: int
    settings: Settings
    changes: tuple[Change, ...]
    ticks: Ticks
    due_on: int
    closed_at: int

    def __str__(self) -> str:
        return f"{self.settings} from {self.begins} to {self.ends}, changes {self.changes}, {self.ticks}"


def life_of(seed: int, number: int) -> Life:
    """The life of a number: always the same for a seed. The zones take turns."""
    chance = Random(f"{seed}:{number}")
    zone = zones()[number % len(zones())]
    if chance.randrange(_ONE_IN_AT_THE_DATE_LINE) == 0:
        zone = chance.choice(DATE_LINE)
    edge = _edge(zone, chance)
    begins = edge - chance.randrange(1, 4 * DAY)
    settings = _settings(zone, edge, chance)
    down_from, down_until = _outage(edge, chance)
    stays = max(edge, down_until) + chance.randrange(DAY, 3 * DAY)
    changes = _changes(settings, begins, stays, edge, chance)
    is_rare = any(len(one.weekdays) < WEEK for one in (settings, *(change.settings for change in changes)))
    ends = stays + (10 * DAY if is_rare else 2 * DAY)
    return Life(
        begins=begins,
        ends=ends,
        settings=settings,
        changes=changes,
        ticks=Ticks(chance.randrange(2**32), chance.randrange(PERIOD), down_from, down_until),
        due_on=_working_day(clock_of(zone).day(begins) + chance.choice((-3, -3, -1, 0, 1, 2, 4))),
        closed_at=chance.choice((ends, ends, chance.randrange(begins, ends))),
    )


def _working_day(day: int) -> int:
    """The day itself or, at a weekend, the Monday after."""
    return day if weekday(day) in WORKDAYS else day + WEEK - weekday(day)


def _edge(zone: str, chance: Random) -> int:
    """A change of the zone's clock, if it has any; the one that skipped a day, if there is one."""
    edges, clock = clock_of(zone).edges, clock_of(zone)
    if zone in DATE_LINE:
        edges = [at for at in edges if abs(clock.wall(at) - clock.wall(at - 1)) > DAY // 2] * 3 + edges
    return chance.choice(edges) if edges else chance.randrange(FIRST, LAST)


def _outage(edge: int, chance: Random) -> tuple[int, int]:
    """An outage in half of the lives, near the edge."""
    if chance.random() < 0.5:
        return edge, edge
    start = edge + chance.randrange(-3 * DAY, 2 * DAY)
    days = chance.choice((1, 1, 2, 3, chance.randrange(1, LONGEST_OUTAGE)))
    return start, start + min(days * DAY + chance.randrange(DAY), LONGEST_OUTAGE * DAY)


def _settings(zone: str, near: int, chance: Random) -> Settings:
    return Settings(zone, _minute(zone, near, chance), _weekdays(chance))


def _minute(zone: str, near: int, chance: Random) -> int:
    """A minute of the day: any, or one that the clocks skip or show twice, or one close to such a minute."""
    if chance.random() < 0.4:
        return chance.randrange(24 * 60)
    wall = clock_of(zone).wall(near - chance.randrange(2)) // 60
    return (wall + chance.randrange(-90, 90)) % (24 * 60)


def _weekdays(chance: Random) -> frozenset[int]:
    if chance.random() < 0.6:
        return EVERY_DAY
    return chance.choice((WORKDAYS, frozenset(chance.sample(range(WEEK), chance.randrange(1, WEEK)))))


def _changes(settings: Settings, begins: int, stays: int, edge: int, chance: Random) -> tuple[Change, ...]:
    """None in a third of the lives, else up to three; many of them at the edge, or just after a digest was due."""
    instants = sorted(
        chance.choice((chance.randrange(begins, stays), edge + chance.randrange(-DAY, DAY)))
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3)))
    )
    changes: list[Change] = []
    for at in instants:
        soon = settings.latest(at).at + chance.randrange(2 * PERIOD) if chance.random() < 0.4 else at
        if soon > (changes[-1].at if changes else begins):
            settings = _changed(settings, soon, chance)
            changes.append(Change(soon, settings, chance.random() < 0.2))
    return tuple(changes)


def _changed(settings: Settings, at: int, chance: Random) -> Settings:
    match chance.randrange(4):
        case 0:
            return replace(settings, minute=_minute(settings.zone, at, chance))
        case 1:
            return replace(settings, weekdays=_weekdays(chance))
        case 2:
            return replace(settings, zone=chance.choice(FAR))
        case _:
            return _settings(chance.choice(FAR), at, chance)
