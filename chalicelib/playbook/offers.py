"""Offers: a choice with a day on it, while other employers are still deciding (M2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.moves import in_order
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.search import ProcessInSearch
from chalicelib.playbook.working_days import ONE_DAY, WorkingDays

if TYPE_CHECKING:
    from chalicelib.playbook.agenda import AgendaItem

TIME_TO_DECIDE = 5  # working days
MORE_TIME = 3  # working days


class Offer(Struct, frozen=True, kw_only=True):
    """An offer that stands: the owner got it on ``on`` and has to answer it on ``answer_on``, days in the owner's zone.

    ``until`` is the day that they named for the answer; None if they named none. ``recorded_at`` is when the offer was
    recorded.
    """

    interview_id: str
    process_id: str
    company: str
    on: date
    recorded_at: datetime
    answer_on: date
    until: date | None = None

    def is_new(self, last_digest_at: datetime | None) -> bool:
        """Whether no digest has shown it: it was recorded after the last one."""
        return last_digest_at is None or self.recorded_at > last_digest_at

    def is_pressing(self, today: date, last_digest_at: datetime | None) -> bool:
        """Whether it makes a digest go out ``today`` (owner's zone), and stands whole in it (M2): it is new, or has to
        be answered by tomorrow."""
        return self.is_new(last_digest_at) or today >= self.answer_on - ONE_DAY


class OfferChoice(Struct, frozen=True):
    """The offers that stand, the one to answer first in front, and the other employers to tell about them."""

    offers: tuple[Offer, ...]
    undecided: tuple[ProcessInSearch, ...]


def offer_in(interview: Interview, plan: Plan) -> Offer | None:
    """The offer that stands in a record; None if there is none to answer."""
    made = [event for event in in_order(interview.events) if event.result is Result.OFFER]
    if plan.step is None or not plan.is_offered or not made:
        return None
    return Offer(
        interview_id=interview.id,
        process_id=interview.process_id,
        company=interview.company,
        on=made[-1].on,
        recorded_at=made[-1].recorded_at,
        answer_on=plan.step.due_on,
        until=made[-1].until,
    )


def offers_among(items: Iterable[AgendaItem]) -> tuple[Offer, ...]:
    """The offers that stand in open records, the one to answer first in front."""
    offers = (offer_in(item.interview, item.plan) for item in items)
    return tuple(sorted(filter(None, offers), key=lambda offer: (offer.answer_on, offer.interview_id)))


def offer_choice(offers: tuple[Offer, ...], processes: Iterable[ProcessInSearch]) -> OfferChoice:
    """The choice that the owner has with these offers."""
    return OfferChoice(offers, tuple(process for process in processes if _is_to_be_told(process, offers)))


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


def answer_by(offer: Offer, today: date, working_days: WorkingDays) -> date:
    """The day for which a letter of ``today`` (owner's zone) may promise the answer to an offer (S10).

    - They named a day: three working days after it, or after today if that is later.
    - They named none: the day of the step, but not before three working days from today.
    """
    if offer.until is None:
        return max(offer.answer_on, working_days.after(today, MORE_TIME))
    return working_days.after(max(offer.until, today), MORE_TIME)


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
