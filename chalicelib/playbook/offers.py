"""Offers: while other employers are still deciding, an offer is a choice (M2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.search import ProcessInSearch
from chalicelib.playbook.working_days import ONE_DAY, WorkingDays

STANDS_FOR = timedelta(days=14)  # if no day was named
TIME_TO_DECIDE = 5  # working days


class Offer(Struct, frozen=True, kw_only=True):
    """An offer that the owner got on ``on`` and has to answer by ``until``; both are days in the owner's zone.

    If the employer named no day, the offer stands for two weeks. ``recorded_at`` is when it was recorded.
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
    """The offers that stand, the one to answer first in front, and the other employers to tell about them."""

    offers: tuple[Offer, ...]
    undecided: tuple[ProcessInSearch, ...]

    def is_pressing(self, today: date) -> bool:
        """Whether it makes a digest go out: there are others to tell, and an offer is new or due by tomorrow (M2)."""
        is_new = any(today <= offer.on + ONE_DAY for offer in self.offers)
        is_last_call = any(offer.until is not None and today >= offer.until - ONE_DAY for offer in self.offers)
        return bool(self.undecided) and (is_new or is_last_call)


def offer_choice(offers: Iterable[Offer], processes: Iterable[ProcessInSearch], today: date) -> OfferChoice:
    """The choice that the owner has ``today``, the day in the owner's zone."""
    choices = standing_offers(offers, today)
    return OfferChoice(choices, tuple(process for process in processes if _is_to_be_told(process, choices)))


def standing_offers(offers: Iterable[Offer], today: date) -> tuple[Offer, ...]:
    """The offers that are still a choice ``today``, the one to answer first in front."""
    choices = (offer for offer in offers if offer.stands_until >= today)
    return tuple(sorted(choices, key=lambda offer: offer.stands_until))


def last_offer(interview: Interview) -> Offer | None:
    """The offer in a record: the last one recorded, or None."""
    events = [event for event in interview.events if event.result is Result.OFFER]
    if not events:
        return None
    return Offer(
        interview_id=interview.id,
        process_id=interview.process_id,
        company=interview.company,
        on=events[-1].on,
        recorded_at=events[-1].recorded_at,
        until=events[-1].until,
    )


def decide_by(offer: Offer, today: date, working_days: WorkingDays) -> date | None:
    """The day by which to ask another employer to decide, in that employer's calendar (M2).

    - The offer has to be answered by a day: the last working day before it, otherwise that day itself.
    - Nobody named a day: five working days from ``today``.

    None if no working day is left.
    """
    if offer.until is None:
        return working_days.after(today, TIME_TO_DECIDE)
    days_before = (offer.until - ONE_DAY * days for days in range(1, (offer.until - today).days))
    return next(filter(working_days.is_working, (*days_before, *_day_if_ahead(offer.until, today))), None)


def _day_if_ahead(until: date, today: date) -> tuple[date, ...]:
    return (until,) if until > today else ()


def is_rival(process: ProcessInSearch, offers: Iterable[Offer]) -> bool:
    """Whether the process is at a late stage and with another employer (M2)."""
    return process.is_late and process.process_id not in {offer.process_id for offer in offers}


def _is_to_be_told(process: ProcessInSearch, offers: tuple[Offer, ...]) -> bool:
    """Whether to tell them of the offers; a letter sent since the first offer was recorded has told them already."""
    if not offers or not is_rival(process, offers):
        return False
    first = min(offers, key=lambda offer: offer.recorded_at)
    return not any(_is_letter_since(event, first) for event in process.interview.events)


def _is_letter_since(event: Event, offer: Offer) -> bool:
    return event.kind is EventKind.LETTER_SENT and event.on >= offer.on and event.recorded_at >= offer.recorded_at
