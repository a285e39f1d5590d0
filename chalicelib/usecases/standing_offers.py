"""Offers that stand in open records, and the other employers who are still deciding and can be told of them (M2)."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.errors import AfterwordError
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer, decide_by, offer_choice, offer_in, offers_among
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.search import ProcessInSearch, Stage, live_process, search
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.work_calendars import working_days

if TYPE_CHECKING:
    from chalicelib.playbook.agenda import AgendaItem

MOST_RIVALS = 50  # beside one record, and on a page; the agenda has all, page by page

log = logging.getLogger(__name__)


class Undecided(Struct, frozen=True):
    """An employer who is still deciding while there is an offer elsewhere. ``decide_by`` is the day by which to ask for
    their decision; None if no working day is left for a letter."""

    interview: Interview
    stage: Stage
    decide_by: date | None


StandingOffers = tuple[tuple[Offer, ...], tuple[Undecided, ...]]
NOTHING_STANDS: StandingOffers = (), ()


def standing_today(context: OwnerContext, items: Iterable[AgendaItem]) -> StandingOffers:
    """Return the offers that stand in these open records, and the employers among them who are to be told."""
    items = tuple(items)
    live = search(items, context.owner.processes_at_least).processes
    offers = offers_among(items)
    return offers, _undecided(context, offers, live)


def standing_in(context: OwnerContext, planned: PlannedInterview) -> StandingOffers:
    """Return the offer that stands in a record, and the employers who are to be told of it."""
    offer = offer_in(planned.interview, planned.plan)
    return ((offer,), _all_undecided(context, offer)) if offer else NOTHING_STANDS


def standing_in_if_readable(
    context: OwnerContext, planned: PlannedInterview
) -> tuple[tuple[Offer, ...], tuple[Undecided, ...] | None]:
    """Like ``standing_in``, but with None for the other employers if their records cannot be read."""
    offer = offer_in(planned.interview, planned.plan)
    if offer is None:
        return NOTHING_STANDS
    try:
        return (offer,), _all_undecided(context, offer)
    except AfterwordError as error:
        log.error("The rivals of interview %s cannot be shown: %s", planned.interview.id, type(error).__name__)
        return (offer,), None


def offers_elsewhere(context: OwnerContext, planned: PlannedInterview) -> tuple[Offer, ...]:
    """Return the offers that stand, if this employer may decide soon and so may be told of them.

    The other records are read only then: most records are of employers who are not that far, or have no offer to hear
    of.
    """
    live = live_process(planned.interview, planned.plan)
    return offers_among(context.day().agenda.items) if live and live.is_late else ()


def as_undecided(context: OwnerContext, planned: PlannedInterview) -> Undecided | None:
    """Return the record as an employer who is to be told of an offer elsewhere; None if there is nothing to tell."""
    live = live_process(planned.interview, planned.plan)
    offers = offers_elsewhere(context, planned)
    return next(iter(_undecided(context, offers, [live] if live else [])), None)


def _all_undecided(context: OwnerContext, offer: Offer) -> tuple[Undecided, ...]:
    live = search(context.day().agenda.items, context.owner.processes_at_least).processes
    return _undecided(context, (offer,), live)


def _undecided(
    context: OwnerContext, offers: tuple[Offer, ...], live: Iterable[ProcessInSearch]
) -> tuple[Undecided, ...]:
    return tuple(_as_undecided(context, offers[0], other) for other in offer_choice(offers, live).undecided)


def _as_undecided(context: OwnerContext, offer: Offer, other: ProcessInSearch) -> Undecided:
    calendar = working_days(other.interview.employer_country or context.owner.country)
    return Undecided(other.interview, other.stage, decide_by(offer, context.today, calendar))
