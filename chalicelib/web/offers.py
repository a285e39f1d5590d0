"""An offer while others are still deciding (M2): kept with the owner, and shown beside those others."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from chalicelib.errors import ChangedMeanwhile
from chalicelib.places import working_days
from chalicelib.playbook.agenda import Agenda
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.offers import Offer, decide_by, offer_in, standing, to_be_told
from chalicelib.playbook.search import Process, search
from chalicelib.playbook.step import StepKind
from chalicelib.records.owners import Account
from chalicelib.web.call import Call
from chalicelib.web.preconditions import TRIES
from chalicelib.web.shown import shown_interview
from chalicelib.web.today import agenda_of

MOST_OFFERS = 10


def shown_with_rivals(call: Call, interview: Interview) -> dict[str, object]:
    """The record; one that ended with an offer names the others who are still deciding."""
    shown = shown_interview(call, interview)
    offer = _standing_offer(call, interview)
    return shown | {"still_deciding": _rivals(call, offer, _live(call, agenda_of(call)))} if offer else shown


def shown_offers(call: Call, today: Agenda) -> list[dict[str, object]]:
    """The offers that are still a choice, each with the others who are still deciding."""
    live = _live(call, today)
    return [
        {"id": offer.interview_id, "company": offer.company, "until": offer.until, "still_deciding": rivals}
        for offer in standing(call.owner.offers, call.today)
        if (rivals := _rivals(call, offer, live))
    ]


def keep_offer(call: Call, interview: Interview) -> None:
    """Keep with the owner whether this record, just written, holds an offer: the digest finds it there.

    A second write, after the record's own: if it is lost, only the digest's reminder of the offer is.
    """
    _keep(call, interview.id, _standing_offer(call, interview))


def forget_offer(call: Call, interview_id: str) -> None:
    """The record is gone, and its offer with it."""
    _keep(call, interview_id, None)


def _standing_offer(call: Call, interview: Interview) -> Offer | None:
    offer = offer_in(interview)
    if offer is None or call.plan(interview).outcome is not Outcome.OFFER:
        return None
    return next(iter(standing([offer], call.today)), None)


def _keep(call: Call, interview_id: str, offer: Offer | None) -> None:
    account: Account | None = call.account
    for _ in range(TRIES):
        if account is None or (kept := _with_offer(account, interview_id, offer, call)) == account:
            return
        with suppress(ChangedMeanwhile):
            call.parts.owners.save(kept)
            return
        account = call.parts.owners.get(call.owner.id)


def _with_offer(account: Account, interview_id: str, offer: Offer | None, call: Call) -> Account:
    others = (one for one in account.owner.offers if one.interview_id != interview_id)
    offers = (*standing(others, call.today), *([offer] if offer else []))[-MOST_OFFERS:]
    is_as_it_was = set(offers) == set(account.owner.offers)
    return account if is_as_it_was else replace(account, owner=replace(account.owner, offers=offers))


def _live(call: Call, today: Agenda) -> tuple[Process, ...]:
    return search(today.items, call.owner.processes_at_least).processes


def _rivals(call: Call, offer: Offer, live: Iterable[Process]) -> list[dict[str, object]]:
    return [_rival(call, offer, process) for process in to_be_told(offer, live)]


def _rival(call: Call, offer: Offer, process: Process) -> dict[str, object]:
    interview = process.interview
    calendar = working_days(interview.employer_country or call.owner.country)
    return {
        "id": interview.id,
        "company": interview.company,
        "position": interview.position,
        "round": interview.round,
        "stage": process.stage,
        "decide_by": decide_by(offer, call.today, calendar),
        "draft": f"{call.path_to(interview.id)}/drafts/{StepKind.OFFER_LETTER}",
    }
