"""The offers that stand and who is still deciding (M2), as the pages show them: the letters are a link away."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chalicelib.drafts.tasks import task_of
from chalicelib.playbook.agenda import Agenda
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.search import search
from chalicelib.playbook.step import StepKind
from chalicelib.schemas.responses import Rival
from chalicelib.usecases.standing_offers import ShownOffer, choice_in, shown_choice
from chalicelib.web.http.context import Call


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


def choice_today(call: Call, agenda: Agenda) -> ChoiceOnPage | None:
    """All offers that stand; None without any."""
    live = search(agenda.items, call.owner.processes_at_least).processes
    return _on_page(call, *shown_choice(call, live))


def choice_of(call: Call, interview: Interview) -> ChoiceOnPage | None:
    """The offer that a record ended with; None if it did not, or if the offer stands no more."""
    return _on_page(call, *choice_in(call, interview))


def _on_page(call: Call, offers: Iterable[ShownOffer], rivals: Iterable[Rival]) -> ChoiceOnPage | None:
    shown = tuple(_offer(call, one) for one in offers)
    return ChoiceOnPage(offers=shown, rivals=tuple(rival_on_page(call, one) for one in rivals)) if shown else None


def _offer(call: Call, offer: ShownOffer) -> OfferOnPage:
    until_day = call.spoken.say_day(offer.until) if offer.until else None
    return OfferOnPage(id=offer.id, company=offer.company, until_day=until_day)


def rival_on_page(call: Call, rival: Rival) -> RivalOnPage:
    """One who is still deciding, in words."""
    return RivalOnPage(
        id=rival.id,
        company=rival.company,
        position=rival.position,
        task=task_of(StepKind.OFFER_LETTER, rival.company, call.spoken),
        draft=rival.draft,
        decide_day=call.spoken.say_day(rival.decide_by) if rival.decide_by else None,
    )
