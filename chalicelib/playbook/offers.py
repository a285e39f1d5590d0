"""An offer while others are still deciding is a choice (M2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.search import ProcessInSearch
from chalicelib.playbook.working_days import ONE_DAY, WorkingDays

STANDS_FOR = timedelta(days=14)
TIME_TO_DECIDE = 5  # working days


class Offer(Struct, frozen=True, kw_only=True):
    """An offer that the owner got on ``on`` and has to answer by ``until``; both are days in the owner's zone.

    Where the employer named no day it counts as standing for two weeks. ``recorded_at`` is when it was written down.
    """

    interview_id: str
    process_id: str
    company: str
    on: date
    recorded_at: datetime
    until: date | None = None

    @property
    def stands_until(self) -> date:
        """The last day on which it is still a choice."""
        return self.until or self.on + STANDS_FOR


class OfferChoice(Struct, frozen=True):
    """The offers that stand, the one to be answered first in front, and the others who are to be told of it."""

    offers: tuple[Offer, ...]
    undecided: tuple[ProcessInSearch, ...]

    def is_pressing(self, today: date) -> bool:
        """Whether it belongs into today's digest by itself: it is new, or has to be made by tomorrow."""
        is_new = any(today <= offer.on + ONE_DAY for offer in self.offers)
        is_last_call = any(offer.until is not None and today >= offer.until - ONE_DAY for offer in self.offers)
        return bool(self.undecided) and (is_new or is_last_call)


def offer_choice(offers: Iterable[Offer], processes: Iterable[ProcessInSearch], today: date) -> OfferChoice:
    """What there is to choose from ``today`` (owner's zone)."""
    stand = standing(offers, today)
    return OfferChoice(stand, tuple(one for one in processes if _is_to_be_told(one, stand)))


def standing(offers: Iterable[Offer], today: date) -> tuple[Offer, ...]:
    """The offers that are still a choice ``today``, the one that has to be answered first in front."""
    return tuple(sorted((one for one in offers if one.stands_until >= today), key=lambda one: one.stands_until))


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
        recorded_at=heard[-1].recorded_at,
        until=heard[-1].until,
    )


def decide_by(offer: Offer, today: date, working_days: WorkingDays) -> date | None:
    """The day by which another employer is asked to decide, in its own calendar: the last working day before the
    offer has to be answered, or that day itself; where nobody named one, five working days from now. None if no
    working day is left."""
    if offer.until is None:
        return working_days.after(today, TIME_TO_DECIDE)
    before = (offer.until - ONE_DAY * days for days in range(1, (offer.until - today).days))
    return next(filter(working_days.is_working, (*before, *_itself(offer.until, today))), None)


def _itself(until: date, today: date) -> tuple[date, ...]:
    return (until,) if until > today else ()


def may_be_told(process: ProcessInSearch, offers: Iterable[Offer]) -> bool:
    """Whether this is another employer in a late stage (M2)."""
    return process.is_late and process.process_id not in {offer.process_id for offer in offers}


def _is_to_be_told(process: ProcessInSearch, offers: tuple[Offer, ...]) -> bool:
    """Those who were written to since the first offer was recorded know of it."""
    if not offers or not may_be_told(process, offers):
        return False
    first = min(offers, key=lambda offer: offer.recorded_at)
    return not any(_is_letter_since(event, first) for event in process.interview.events)


def _is_letter_since(event: Event, offer: Offer) -> bool:
    return event.kind is EventKind.LETTER_SENT and event.on >= offer.on and event.recorded_at >= offer.recorded_at
