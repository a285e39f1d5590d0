"""An offer while others are still deciding (M2): kept with the owner, and shown beside those others."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from msgspec.structs import replace as with_changes

from chalicelib.errors import AfterwordError
from chalicelib.places import working_days
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.offers import Offer, choice, decide_by, offer_in, standing
from chalicelib.playbook.search import Process, process, search
from chalicelib.playbook.step import StepKind
from chalicelib.records.owners import Account
from chalicelib.schemas.responses import Rival, ShownInterview
from chalicelib.schemas.serializers import shown_interview
from chalicelib.usecases.retry_on_conflict import amended_account
from chalicelib.web.http.context import Call

MOST_OFFERS = 10

log = logging.getLogger(__name__)


class ShownOffer(Struct, frozen=True, kw_only=True):
    """An offer that stands; ``until`` is the day by which they want an answer, if they named one."""

    id: str
    company: str
    until: date | None


def shown_with_rivals(call: Call, interview: Interview) -> ShownInterview:
    """The record; one that ended with an offer names the others who are still deciding."""
    offer = _standing_offer(call, interview)
    shown = shown_interview(call, interview)
    return with_changes(shown, still_deciding=_all_rivals(call, offer)) if offer else shown


def shown_choice(call: Call, live: Iterable[Process]) -> tuple[tuple[ShownOffer, ...], tuple[Rival, ...]]:
    """The offers that are still a choice, and those who are to be told of it."""
    there_is = choice(call.owner.offers, live, call.today)
    offers = map(_shown, there_is.offers)
    rivals = (_rival(call, there_is.offers[0], one) for one in there_is.undecided)
    return tuple(offers), tuple(rivals)


def choice_in(call: Call, interview: Interview) -> tuple[tuple[ShownOffer, ...], tuple[Rival, ...]]:
    """The offer that a record ended with, if it stands, and those who are to be told of it, if they can be read."""
    offer = _standing_offer(call, interview)
    if offer is None:
        return (), ()
    try:
        return (_shown(offer),), _all_rivals(call, offer)
    except AfterwordError as error:
        log.error("The rivals of interview %s cannot be shown: %s", interview.id, type(error).__name__)
        return (_shown(offer),), ()


def as_rival(call: Call, interview: Interview) -> Rival | None:
    """The record as one who is still to be told of an offer elsewhere; None where there is nothing to tell."""
    live = process(interview, call.plan(interview))
    return next(iter(shown_choice(call, [live] if live else [])[1]), None)


def shown_after_writing(call: Call, interview: Interview) -> ShownInterview:
    """The record that was just written, as it is shown; those who are still deciding only if they can be read."""
    keep_offer(call, interview)
    try:
        return shown_with_rivals(call, interview)
    except AfterwordError as error:
        log.error("The rivals of interview %s cannot be shown: %s", interview.id, type(error).__name__)
        return shown_interview(call, interview)


def keep_offer(call: Call, interview: Interview) -> None:
    """Keep the offer of the record that was just written, or that it has none, with the owner.

    The record's own write has succeeded by now. If this further one fails, only the reminder in the digest is lost,
    so it is logged, and the answer stays true.
    """
    _keep(call, interview.id, _standing_offer(call, interview))


def forget_offer(call: Call, interview_id: str) -> None:
    """The record is gone, and its offer with it; if that cannot be written down, the offer lapses on its day."""
    _keep(call, interview_id, None)


def _shown(offer: Offer) -> ShownOffer:
    return ShownOffer(id=offer.interview_id, company=offer.company, until=offer.until)


def _standing_offer(call: Call, interview: Interview) -> Offer | None:
    offer = offer_in(interview)
    if offer is None or call.plan(interview).outcome is not Outcome.OFFER:
        return None
    return next(iter(standing([offer], call.today)), None)


def _keep(call: Call, interview_id: str, offer: Offer | None) -> None:
    try:
        amended_account(call, lambda account: _with_offer(account, interview_id, offer, call))
    except AfterwordError as error:
        log.error("The offer of interview %s could not be noted: %s", interview_id, type(error).__name__)


def _with_offer(account: Account, interview_id: str, offer: Offer | None, call: Call) -> Account:
    """The account with this record's offer in place of its former one; what has lapsed is dropped."""
    others = (one for one in account.owner.offers if one.interview_id != interview_id)
    offers = standing([*others, *([offer] if offer else [])], call.today)[:MOST_OFFERS]
    is_as_it_was = set(offers) == set(account.owner.offers)
    return account if is_as_it_was else replace(account, owner=replace(account.owner, offers=offers))


def _all_rivals(call: Call, offer: Offer) -> tuple[Rival, ...]:
    live = search(call.day().agenda.items, call.owner.processes_at_least).processes
    return tuple(_rival(call, offer, one) for one in choice([offer], live, call.today).undecided)


def _rival(call: Call, offer: Offer, there: Process) -> Rival:
    """``decide_by`` and ``draft`` are null where no working day is left for a letter."""
    interview = there.interview
    calendar = working_days(interview.employer_country or call.owner.country)
    by = decide_by(offer, call.today, calendar)
    return Rival(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        round=interview.round,
        stage=there.stage,
        decide_by=by,
        draft=f"{call.path_to(interview.id)}/drafts/{StepKind.OFFER_LETTER}" if by else None,
    )
