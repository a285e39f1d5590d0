"""The owner: the job seeker who runs the service."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from chalicelib.playbook.offers import Offer
from chalicelib.playbook.pacing import Pacing

PROCESSES = 3  # live ones, below which the digest nudges, unless the owner says otherwise (M1)


class Tone(StrEnum):
    """How greetings and closings sound."""

    FORMAL = "formal"
    FRIENDLY = "friendly"


class Weekday(StrEnum):
    """A day of the week, Monday first as in ``date.weekday``."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @staticmethod
    def of(day: date) -> Weekday:
        """That of a day of the calendar."""
        return EVERY_DAY[day.weekday()]


EVERY_DAY = tuple(Weekday)


class Owner(Struct, frozen=True, kw_only=True):
    """Who is looking for work, where they live, and when they want their digest.

    ``country`` is an ISO 3166-1 or 3166-2 code ("DE", "DE-BY"); ``digest_at`` is a wall-clock time in ``time_zone``. No
    digest is sent but on ``digest_days``, nor on or before ``paused_until`` (days in that zone). With fewer than
    ``processes_at_least`` live processes the digest nudges (M1). ``offers`` are those they got and may still take (M2).
    """

    id: str
    name: str
    email: str
    phone: str | None = None
    language: str = "en"
    tone: Tone = Tone.FORMAL
    time_zone: str = "UTC"
    country: str = "US"
    digest_at: time = time(8, 0)
    digest_days: tuple[Weekday, ...] = EVERY_DAY
    paused_until: date | None = None
    pacing: Pacing = field(default_factory=Pacing)
    processes_at_least: int = PROCESSES
    offers: tuple[Offer, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The owner's zone: "today" is the day there (W10)."""
        return ZoneInfo(self.time_zone)
