"""The offers that stand and who is still deciding (M2), as the pages show them: with links to the letters."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chalicelib.drafts.step_labels import task_of
from chalicelib.playbook.agenda import Agenda
from chalicelib.playbook.offers import Offer
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.search import search
from chalicelib.playbook.step import StepKind
from chalicelib.usecases.standing_offers import Undecided, standing_in_if_readable, standing_today
from chalicelib.web.http.request_context import RequestContext


class OfferOnPage(Struct, frozen=True, kw_only=True):
    """An offer; ``until_day`` is the day by which it has to be answered, None if they named none."""

    id: str
    company: str
    until_day: str | None


class RivalOnPage(Struct, frozen=True, kw_only=True):
    """An employer who is still deciding. ``task`` is to tell them of the offer. ``draft`` is where the letter for that
    is, which asks for their word by ``decide_day``; both are None where no working day is left for a letter."""

    id: str
    company: str
    position: str
    task: str
    draft: str | None
    decide_day: str | None


class ChoiceOnPage(Struct, frozen=True, kw_only=True):
    """The offers that stand, and the employers to tell of them."""

    offers: tuple[OfferOnPage, ...]
    rivals: tuple[RivalOnPage, ...]


def choice_today(context: RequestContext, agenda: Agenda) -> ChoiceOnPage | None:
    """All offers that stand today; None without any."""
    live = search(agenda.items, context.owner.processes_at_least).processes
    return _on_page(context, *standing_today(context, live))


def choice_of(context: RequestContext, planned: PlannedInterview) -> ChoiceOnPage | None:
    """The offer that a record ended with; None if it ended with none, or if the offer no longer stands."""
    offers, undecided = standing_in_if_readable(context, planned)
    return _on_page(context, offers, undecided or ())


def rival_on_page(context: RequestContext, one: Undecided) -> RivalOnPage:
    """An employer who is still deciding, in words."""
    interview = one.interview
    return RivalOnPage(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        task=task_of(StepKind.OFFER_LETTER, interview.company, context.language),
        draft=f"{context.path_to(interview.id)}/drafts/{StepKind.OFFER_LETTER}" if one.decide_by else None,
        decide_day=context.language.say_day(one.decide_by) if one.decide_by else None,
    )


def _on_page(context: RequestContext, offers: Iterable[Offer], undecided: Iterable[Undecided]) -> ChoiceOnPage | None:
    on_page = tuple(_offer(context, offer) for offer in offers)
    if not on_page:
        return None
    return ChoiceOnPage(offers=on_page, rivals=tuple(rival_on_page(context, rival) for rival in undecided))


def _offer(context: RequestContext, offer: Offer) -> OfferOnPage:
    until_day = context.language.say_day(offer.until) if offer.until else None
    return OfferOnPage(id=offer.interview_id, company=offer.company, until_day=until_day)
