"""What a plan depends on besides the record: the owner's zone and pacing, the employer's calendar and law."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from msgspec import Struct, field

from chalicelib.playbook.working_days import WorkingDays


class Pacing(Struct, frozen=True, kw_only=True):
    """Moderation (H5), persistent, never importunate: at most ``attempts`` unanswered attempts in one process, at least
    ``days`` working days between two. The owner may change the numbers."""

    attempts: int = 4
    days: int = 3


class PlanningContext(Struct, frozen=True, kw_only=True):
    """What a plan depends on besides the record.

    - ``zone``: the owner's time zone.
    - ``working_days``: the calendar where the employer is (W10).
    - ``pacing``: the owner's limits (H5).
    - ``reasons_term``: how many working days the employer's law gives for the reasons of a refusal (S7); None where the
      product knows no such law.
    """

    zone: ZoneInfo
    working_days: WorkingDays
    pacing: Pacing = field(default_factory=Pacing)
    reasons_term: int | None = None
