"""An offer while others are still deciding (M2): kept with the owner, and told to those others."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.errors import AfterwordError
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.offers import Offer, decide_by, offer_choice, offer_in, standing
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.search import ProcessInSearch, Stage, process, search
from chalicelib.records.owners import Account
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import change_account_with_retries
from chalicelib.work_calendars import working_days

MOST_OFFERS = 10

log = logging.getLogger(__name__)


class Undecided(Struct, frozen=True):
    """One who is still deciding while there is an offer elsewhere. ``decide_by`` is the day by which to ask for their
    word, None where no working day is left for a letter."""

    interview: Interview
    stage: Stage
    decide_by: date | None


Standing = tuple[tuple[Offer, ...], tuple[Undecided, ...]]
NOTHING_STANDS: Standing = (), ()


def standing_today(context: OwnerContext, live: Iterable[ProcessInSearch]) -> Standing:
    """The offers that are still a choice, and those who are to be told of it."""
    there_is = offer_choice(context.owner.offers, live, context.today)
    told = (_undecided(context, there_is.offers[0], one) for one in there_is.undecided)
    return there_is.offers, tuple(told)


def standing_in(context: OwnerContext, planned: PlannedInterview) -> Standing:
    """The offer that a record ended with, if it stands, and those who are to be told of it."""
    offer = _standing_offer(context, planned)
    return ((offer,), _all_undecided(context, offer)) if offer else NOTHING_STANDS


def standing_in_if_readable(
    context: OwnerContext, planned: PlannedInterview
) -> tuple[tuple[Offer, ...], tuple[Undecided, ...] | None]:
    """The same; None in the place of those others if they cannot be read."""
    offer = _standing_offer(context, planned)
    if offer is None:
        return NOTHING_STANDS
    try:
        return (offer,), _all_undecided(context, offer)
    except AfterwordError as error:
        log.error("The rivals of interview %s cannot be shown: %s", planned.interview.id, type(error).__name__)
        return (offer,), None


def as_undecided(context: OwnerContext, planned: PlannedInterview) -> Undecided | None:
    """The record as one who is still to be told of an offer elsewhere; None where there is nothing to tell."""
    live = process(planned.interview, planned.plan)
    return next(iter(standing_today(context, [live] if live else [])[1]), None)


def keep_offer(context: OwnerContext, planned: PlannedInterview) -> None:
    """Keep the offer of the record that was just written, or that it has none, with the owner.

    The record's own write has succeeded by now. If this further one fails, only the reminder in the digest is lost,
    so it is logged, and the answer stays true.
    """
    _keep(context, planned.interview.id, _standing_offer(context, planned))


def forget_offer(context: OwnerContext, interview_id: str) -> None:
    """The record is gone, and its offer with it; if that cannot be written down, the offer lapses on its day."""
    _keep(context, interview_id, None)


def _standing_offer(context: OwnerContext, planned: PlannedInterview) -> Offer | None:
    offer = offer_in(planned.interview)
    if offer is None or planned.plan.outcome is not Outcome.OFFER:
        return None
    return next(iter(standing([offer], context.today)), None)


def _keep(context: OwnerContext, interview_id: str, offer: Offer | None) -> None:
    try:
        change_account_with_retries(context, lambda account: _with_offer(account, interview_id, offer, context))
    except AfterwordError as error:
        log.error("The offer of interview %s could not be noted: %s", interview_id, type(error).__name__)


def _with_offer(account: Account, interview_id: str, offer: Offer | None, context: OwnerContext) -> Account:
    """The account with this record's offer in place of its former one; what has lapsed is dropped."""
    others = (one for one in account.owner.offers if one.interview_id != interview_id)
    offers = standing([*others, *([offer] if offer else [])], context.today)[:MOST_OFFERS]
    is_as_it_was = set(offers) == set(account.owner.offers)
    return account if is_as_it_was else replace(account, owner=replace(account.owner, offers=offers))


def _all_undecided(context: OwnerContext, offer: Offer) -> tuple[Undecided, ...]:
    live = search(context.day().agenda.items, context.owner.processes_at_least).processes
    return tuple(_undecided(context, offer, one) for one in offer_choice([offer], live, context.today).undecided)


def _undecided(context: OwnerContext, offer: Offer, there: ProcessInSearch) -> Undecided:
    calendar = working_days(there.interview.employer_country or context.owner.country)
    return Undecided(there.interview, there.stage, decide_by(offer, context.today, calendar))
