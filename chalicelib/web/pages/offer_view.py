"""The offers that stand and who is still deciding (M2), as the pages show them: the letters are a link away."""

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
    """An offer; ``until_day`` is when it has to be answered, None where nobody said."""

    id: str
    company: str
    until_day: str | None


class RivalOnPage(Struct, frozen=True, kw_only=True):
    """Somebody who is still deciding. ``task`` is to tell them of the offer and ``draft`` where that letter is, which
    asks for their word by ``decide_day``; both None where no working day is left for a letter."""

    id: str
    company: str
    position: str
    task: str
    draft: str | None
    decide_day: str | None


class ChoiceOnPage(Struct, frozen=True, kw_only=True):
    """The offers that stand, and those who are to be told of them."""

    offers: tuple[OfferOnPage, ...]
    rivals: tuple[RivalOnPage, ...]


def choice_today(context: RequestContext, agenda: Agenda) -> ChoiceOnPage | None:
    """All offers that stand; None without any."""
    live = search(agenda.items, context.owner.processes_at_least).processes
    return _on_page(context, *standing_today(context, live))


def choice_of(context: RequestContext, planned: PlannedInterview) -> ChoiceOnPage | None:
    """The offer that a record ended with; None if it did not, or if the offer stands no more."""
    offers, undecided = standing_in_if_readable(context, planned)
    return _on_page(context, offers, undecided or ())


def rival_on_page(context: RequestContext, one: Undecided) -> RivalOnPage:
    """One who is still deciding, in words."""
    interview = one.interview
    return RivalOnPage(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        task=task_of(StepKind.OFFER_LETTER, interview.company, context.spoken),
        draft=f"{context.path_to(interview.id)}/drafts/{StepKind.OFFER_LETTER}" if one.decide_by else None,
        decide_day=context.spoken.say_day(one.decide_by) if one.decide_by else None,
    )


def _on_page(context: RequestContext, offers: Iterable[Offer], undecided: Iterable[Undecided]) -> ChoiceOnPage | None:
    shown = tuple(_offer(context, one) for one in offers)
    return ChoiceOnPage(offers=shown, rivals=tuple(rival_on_page(context, one) for one in undecided)) if shown else None


def _offer(context: RequestContext, offer: Offer) -> OfferOnPage:
    until_day = context.spoken.say_day(offer.until) if offer.until else None
    return OfferOnPage(id=offer.interview_id, company=offer.company, until_day=until_day)
