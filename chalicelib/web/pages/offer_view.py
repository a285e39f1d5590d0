"""The offers that stand and who is still deciding (M2), as the pages show them: with links to the letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from chalicelib.drafts.step_labels import task_of
from chalicelib.playbook.agenda import Agenda
from chalicelib.playbook.offers import Offer
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import StepKind
from chalicelib.usecases.standing_offers import MOST_RIVALS, Undecided, standing_in_if_readable, standing_today
from chalicelib.view_models.answer_links import AnswerLink
from chalicelib.view_models.due_text import is_due
from chalicelib.view_models.letter_links import letter_links
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.pages.step_entries import answer_link_maker


class OfferOnPage(Struct, frozen=True, kw_only=True):
    """An offer; ``until_day`` is the day by which it has to be answered, None if they named none. ``letters`` are links
    to the drafts of an answer, where no entry of the page has them."""

    id: str
    company: str
    until_day: str | None
    letters: tuple[AnswerLink, ...] = ()


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
    """The offers that stand, and the first employers to tell of them; ``more`` is how many there are besides."""

    offers: tuple[OfferOnPage, ...]
    rivals: tuple[RivalOnPage, ...]
    more: int = 0


def choice_today(context: RequestContext, agenda: Agenda) -> ChoiceOnPage | None:
    """All offers that stand today; None without any. Those that are due have entries of their own."""
    links = answer_link_maker(context)
    ahead = {
        item.interview.id: letter_links(item, links)
        for item in agenda.items
        if item.plan.is_offered and not is_due(item)
    }
    return _on_page(context, *standing_today(context, agenda.items), letters=ahead)


def choice_of(context: RequestContext, planned: PlannedInterview) -> ChoiceOnPage | None:
    """The offer that stands in a record; None if there is none to answer."""
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


def _on_page(
    context: RequestContext,
    offers: Iterable[Offer],
    undecided: Iterable[Undecided],
    *,
    letters: Mapping[str, tuple[AnswerLink, ...]] | None = None,
) -> ChoiceOnPage | None:
    on_page = tuple(_offer(context, offer, (letters or {}).get(offer.interview_id, ())) for offer in offers)
    if not on_page:
        return None
    rivals = tuple(undecided)
    return ChoiceOnPage(
        offers=on_page,
        rivals=tuple(rival_on_page(context, rival) for rival in rivals[:MOST_RIVALS]),
        more=max(len(rivals) - MOST_RIVALS, 0),
    )


def _offer(context: RequestContext, offer: Offer, letters: tuple[AnswerLink, ...]) -> OfferOnPage:
    until_day = context.language.say_day(offer.until) if offer.until else None
    return OfferOnPage(id=offer.interview_id, company=offer.company, until_day=until_day, letters=letters)
