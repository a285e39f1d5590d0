"""An offer while others are still deciding is a choice (M2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from chalicelib.playbook.event import Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.search import Process
from chalicelib.playbook.working_days import ONE_DAY, WorkingDays

STANDS_FOR = timedelta(days=14)
TIME_TO_DECIDE = 5  # working days


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer that the owner got on ``on`` and has to answer by ``until``; both are days in the owner's zone.

    Where the employer named no day it counts as standing for two weeks.
    """

    interview_id: str
    process_id: str
    company: str
    on: date
    until: date | None = None

    @property
    def stands_until(self) -> date:
        """The last day on which it is still a choice."""
        return self.until or self.on + STANDS_FOR


def offer_in(interview: Interview) -> Offer | None:
    """The offer that a record tells of: the last one recorded in it."""
    heard = [event for event in interview.events if event.result is Result.OFFER]
    if not heard:
        return None
    return Offer(
        interview_id=interview.id,
        process_id=interview.process_id,
        company=interview.company,
        on=heard[-1].on,
        until=heard[-1].until,
    )


def standing(offers: Iterable[Offer], today: date) -> tuple[Offer, ...]:
    """The offers that are still a choice ``today``, the one that has to be answered first in front."""
    return tuple(sorted((one for one in offers if one.stands_until >= today), key=lambda one: one.stands_until))


def to_be_told(offer: Offer, processes: Iterable[Process]) -> tuple[Process, ...]:
    """The others in a late stage: they have met the owner, or it is the second round."""
    return tuple(one for one in processes if one.is_late and one.process_id != offer.process_id)


def decide_by(offer: Offer, today: date, working_days: WorkingDays) -> date:
    """The day by which another employer is asked to decide: in its own calendar, the last working day before the
    offer has to be answered; where that day is not known, or no time is left, the soonest that is fair to ask."""
    if offer.until is None:
        return working_days.after(today, TIME_TO_DECIDE)
    day = offer.until - ONE_DAY
    while day > today and not working_days.is_working(day):
        day -= ONE_DAY
    return day if day > today else max(today, offer.until)
