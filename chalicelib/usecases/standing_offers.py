"""Offers while other employers are still deciding (M2): stored with the owner, so that those others can be told."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.errors import AfterwordError
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.offers import Offer, decide_by, last_offer, offer_choice, standing_offers
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.search import ProcessInSearch, Stage, live_process, search
from chalicelib.records.owners import Account
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import change_account_with_retries
from chalicelib.work_calendars import working_days

MOST_OFFERS = 10

log = logging.getLogger(__name__)


class Undecided(Struct, frozen=True):
    """An employer who is still deciding while there is an offer elsewhere. ``decide_by`` is the day by which to ask for
    their decision; None if no working day is left for a letter."""

    interview: Interview
    stage: Stage
    decide_by: date | None


StandingOffers = tuple[tuple[Offer, ...], tuple[Undecided, ...]]
NOTHING_STANDS: StandingOffers = (), ()


def standing_today(context: OwnerContext, live: Iterable[ProcessInSearch]) -> StandingOffers:
    """Return the offers that are still a choice today, and the employers who are to be told of them."""
    choice = offer_choice(context.owner.offers, live, context.today)
    undecided = (_undecided(context, choice.offers[0], other) for other in choice.undecided)
    return choice.offers, tuple(undecided)


def standing_in(context: OwnerContext, planned: PlannedInterview) -> StandingOffers:
    """Return the offer that a record ended with, if it stands, and the employers who are to be told of it."""
    offer = _standing_offer(context, planned)
    return ((offer,), _all_undecided(context, offer)) if offer else NOTHING_STANDS


def standing_in_if_readable(
    context: OwnerContext, planned: PlannedInterview
) -> tuple[tuple[Offer, ...], tuple[Undecided, ...] | None]:
    """Like ``standing_in``, but with None for the other employers if their records cannot be read."""
    offer = _standing_offer(context, planned)
    if offer is None:
        return NOTHING_STANDS
    try:
        return (offer,), _all_undecided(context, offer)
    except AfterwordError as error:
        log.error("The rivals of interview %s cannot be shown: %s", planned.interview.id, type(error).__name__)
        return (offer,), None


def as_undecided(context: OwnerContext, planned: PlannedInterview) -> Undecided | None:
    """Return the record as an employer who is to be told of an offer elsewhere; None if there is nothing to tell."""
    live = live_process(planned.interview, planned.plan)
    return next(iter(standing_today(context, [live] if live else [])[1]), None)


def keep_offer(context: OwnerContext, planned: PlannedInterview) -> None:
    """Store with the owner the offer of the record that was just written, or that it has none.

    The record itself is written by now. If this further write fails, only the reminder in the digest is lost; so the
    failure is logged, and the response to the owner stays true.
    """
    _store(context, planned.interview.id, _standing_offer(context, planned))


def forget_offer(context: OwnerContext, interview_id: str) -> None:
    """Remove the offer of a deleted record. If that cannot be written, the offer lapses on its day."""
    _store(context, interview_id, None)


def _standing_offer(context: OwnerContext, planned: PlannedInterview) -> Offer | None:
    offer = last_offer(planned.interview)
    if offer is None or planned.plan.outcome is not Outcome.OFFER:
        return None
    return next(iter(standing_offers([offer], context.today)), None)


def _store(context: OwnerContext, interview_id: str, offer: Offer | None) -> None:
    try:
        change_account_with_retries(context, lambda account: _with_offer(account, interview_id, offer, context))
    except AfterwordError as error:
        log.error("The offer of interview %s could not be noted: %s", interview_id, type(error).__name__)


def _with_offer(account: Account, interview_id: str, offer: Offer | None, context: OwnerContext) -> Account:
    """Return the account with this record's offer in place of its former one. Lapsed offers are dropped."""
    others = (other for other in account.owner.offers if other.interview_id != interview_id)
    offers = standing_offers([*others, *([offer] if offer else [])], context.today)[:MOST_OFFERS]
    is_unchanged = set(offers) == set(account.owner.offers)
    return account if is_unchanged else replace(account, owner=replace(account.owner, offers=offers))


def _all_undecided(context: OwnerContext, offer: Offer) -> tuple[Undecided, ...]:
    live = search(context.day().agenda.items, context.owner.processes_at_least).processes
    others = offer_choice([offer], live, context.today).undecided
    return tuple(_undecided(context, offer, other) for other in others)


def _undecided(context: OwnerContext, offer: Offer, other: ProcessInSearch) -> Undecided:
    calendar = working_days(other.interview.employer_country or context.owner.country)
    return Undecided(other.interview, other.stage, decide_by(offer, context.today, calendar))
