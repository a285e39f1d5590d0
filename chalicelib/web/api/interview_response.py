"""A record as the API returns it: with those who are still deciding, while an offer is to be answered in it (M2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.playbook.offers import Offer
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.playbook.step import StepKind
from chalicelib.schemas.responses import InterviewResponse, RivalResponse
from chalicelib.schemas.serializers import serialize_interview
from chalicelib.usecases.standing_offers import MOST_RIVALS, Undecided, standing_in, standing_in_if_readable
from chalicelib.web.http.request_context import RequestContext


class OfferResponse(Struct, frozen=True, kw_only=True):
    """An offer that stands; ``until`` is the day by which they want an answer, if they named one."""

    id: str
    company: str
    until: date | None


def serialize_with_rivals(context: RequestContext, planned: PlannedInterview) -> InterviewResponse:
    """The record, with those who are still deciding if an offer is to be answered in it."""
    return _with_rivals(context, planned, *standing_in(context, planned))


def serialize_after_writing(context: RequestContext, planned: PlannedInterview) -> InterviewResponse:
    """A record just written, with those who are still deciding if they can be read: the write is done in any case."""
    return _with_rivals(context, planned, *standing_in_if_readable(context, planned))


def serialize_without_rivals(context: RequestContext, planned: PlannedInterview) -> InterviewResponse:
    """The record without those who are still deciding."""
    return serialize_interview(planned, context.owner, context.today, context.language)


def serialize_standing(
    context: RequestContext, offers: Iterable[Offer], undecided: Iterable[Undecided]
) -> tuple[tuple[OfferResponse, ...], tuple[RivalResponse, ...]]:
    """The offers that stand, and the employers to tell of them."""
    standing = (OfferResponse(id=offer.interview_id, company=offer.company, until=offer.until) for offer in offers)
    return tuple(standing), tuple(_rival(context, rival) for rival in undecided)


def _with_rivals(
    context: RequestContext,
    planned: PlannedInterview,
    offers: tuple[Offer, ...],
    undecided: tuple[Undecided, ...] | None,
) -> InterviewResponse:
    response = serialize_without_rivals(context, planned)
    if not offers or undecided is None:
        return response
    return replace(response, still_deciding=serialize_standing(context, offers, undecided[:MOST_RIVALS])[1])


def _rival(context: RequestContext, rival: Undecided) -> RivalResponse:
    """``decide_by`` and ``draft`` are null where no working day is left for a letter."""
    interview = rival.interview
    return RivalResponse(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        round=interview.round,
        stage=rival.stage,
        decide_by=rival.decide_by,
        draft=f"{context.path_to(interview.id)}/drafts/{StepKind.OFFER_LETTER}" if rival.decide_by else None,
    )
