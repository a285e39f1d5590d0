"""The owner: the job seeker who runs the service."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from chalicelib.playbook.planning_context import Pacing

USUAL_PROCESSES_AT_LEAST = (
    3  # with fewer live processes the digest nudges, unless the owner's setting says otherwise (M1)
)


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
        """The weekday of a calendar day."""
        return EVERY_DAY[day.weekday()]


EVERY_DAY = tuple(Weekday)


class Arrival(Struct, frozen=True, kw_only=True):
    """What is known of whether digests arrive. Its instants are whole seconds.

    - ``route``: the id of the address and the sender between which a digest last went and asked to be pressed; None
      before the first, and from a refusal until the next one is sent.
    - ``seen_at``: when its press came; None until then.
    - ``refused_at``: when the last mail was sent that came back. What went before that proves nothing any more.
    """

    route: str | None = None
    seen_at: datetime | None = None
    refused_at: datetime | None = None


NOT_ASKED = Arrival()


class Owner(Struct, frozen=True, kw_only=True):
    """The person who is looking for work: where they live, and when they want their digest.

    - ``is_name_guessed``: they have not said yet how they are called, so nothing is to be signed unseen.
    - ``country``: an ISO 3166-1 or 3166-2 code ("DE", "DE-BY").
    - ``digest_at``: a wall-clock time in ``time_zone``.
    - ``digest_days``: a digest is sent on these days only, in ``time_zone``.
    - ``paused_until``: no digest is sent on or before this day, in ``time_zone``.
    - ``pauses``: how often that was changed, in whatever way. A link that pauses the digest acts at one count only.
    - ``paused_by``: the id of the link that did it last; None if it was no link.
    - ``processes_at_least``: with fewer live processes the digest nudges; 0 for never (M1).
    - ``is_certain_captured``: exact calendar data that is brought in records itself.
    - ``arrival``: whether a digest was seen to arrive; ``links/arrival.py`` reads it.
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
    pauses: int = 0
    paused_by: str | None = None
    pacing: Pacing = field(default_factory=Pacing)
    processes_at_least: int = USUAL_PROCESSES_AT_LEAST
    is_name_guessed: bool = False
    is_certain_captured: bool = False
    arrival: Arrival = NOT_ASKED

    @property
    def zone(self) -> ZoneInfo:
        """The owner's time zone; "today" is the day there (W10)."""
        return ZoneInfo(self.time_zone)

    def is_paused(self, today: date) -> bool:
        """Whether no digest is sent ``today`` (owner's zone) because of a pause."""
        return self.paused_until is not None and self.paused_until >= today

    def with_pause(self, until: date | None, by: str | None = None) -> Owner:
        """The owner with this pause, or with None without one. Links that were made before pause nothing any more."""
        if until == self.paused_until:
            return self
        return replace(self, paused_until=until, pauses=self.pauses + 1, paused_by=by)
