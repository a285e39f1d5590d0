"""A record as the API answers it: with those who are still deciding, if it ended with an offer (M2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.playbook.offers import Offer
from chalicelib.playbook.plan import Planned
from chalicelib.playbook.step import StepKind
from chalicelib.schemas.responses import Rival, ShownInterview
from chalicelib.schemas.serializers import shown_interview
from chalicelib.usecases.standing_offers import Undecided, standing_in, standing_in_if_readable
from chalicelib.web.http.context import RequestContext


class ShownOffer(Struct, frozen=True, kw_only=True):
    """An offer that stands; ``until`` is the day by which they want an answer, if they named one."""

    id: str
    company: str
    until: date | None


def shown_with_rivals(context: RequestContext, planned: Planned) -> ShownInterview:
    """The record; one that ended with an offer names the others who are still deciding."""
    return _with_rivals(context, planned, *standing_in(context, planned))


def shown_after_writing(context: RequestContext, planned: Planned) -> ShownInterview:
    """The record that was just written; those who are still deciding only if they can be read."""
    return _with_rivals(context, planned, *standing_in_if_readable(context, planned))


def shown_plainly(context: RequestContext, planned: Planned) -> ShownInterview:
    """The record by itself."""
    return shown_interview(planned, context.owner, context.today, context.spoken)


def shown_standing(
    context: RequestContext, offers: Iterable[Offer], undecided: Iterable[Undecided]
) -> tuple[tuple[ShownOffer, ...], tuple[Rival, ...]]:
    """The offers that stand, and those who are to be told of them."""
    shown = (ShownOffer(id=one.interview_id, company=one.company, until=one.until) for one in offers)
    return tuple(shown), tuple(_rival(context, one) for one in undecided)


def _with_rivals(
    context: RequestContext, planned: Planned, offers: tuple[Offer, ...], undecided: tuple[Undecided, ...] | None
) -> ShownInterview:
    shown = shown_plainly(context, planned)
    if not offers or undecided is None:
        return shown
    return replace(shown, still_deciding=shown_standing(context, offers, undecided)[1])


def _rival(context: RequestContext, one: Undecided) -> Rival:
    """``decide_by`` and ``draft`` are null where no working day is left for a letter."""
    interview = one.interview
    return Rival(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        round=interview.round,
        stage=one.stage,
        decide_by=one.decide_by,
        draft=f"{context.path_to(interview.id)}/drafts/{StepKind.OFFER_LETTER}" if one.decide_by else None,
    )
