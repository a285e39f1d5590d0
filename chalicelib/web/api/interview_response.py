"""A record as the API answers it: with those who are still deciding, if it ended with an offer (M2)."""

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
from chalicelib.usecases.standing_offers import Undecided, standing_in, standing_in_if_readable
from chalicelib.web.http.request_context import RequestContext


class OfferResponse(Struct, frozen=True, kw_only=True):
    """An offer that stands; ``until`` is the day by which they want an answer, if they named one."""

    id: str
    company: str
    until: date | None


def respond_with_rivals(context: RequestContext, planned: PlannedInterview) -> InterviewResponse:
    """The record; one that ended with an offer names the others who are still deciding."""
    return _with_rivals(context, planned, *standing_in(context, planned))


def respond_after_writing(context: RequestContext, planned: PlannedInterview) -> InterviewResponse:
    """The record that was just written; those who are still deciding only if they can be read."""
    return _with_rivals(context, planned, *standing_in_if_readable(context, planned))


def respond_plainly(context: RequestContext, planned: PlannedInterview) -> InterviewResponse:
    """The record by itself."""
    return serialize_interview(planned, context.owner, context.today, context.spoken)


def serialize_standing(
    context: RequestContext, offers: Iterable[Offer], undecided: Iterable[Undecided]
) -> tuple[tuple[OfferResponse, ...], tuple[RivalResponse, ...]]:
    """The offers that stand, and those who are to be told of them."""
    shown = (OfferResponse(id=one.interview_id, company=one.company, until=one.until) for one in offers)
    return tuple(shown), tuple(_rival(context, one) for one in undecided)


def _with_rivals(
    context: RequestContext,
    planned: PlannedInterview,
    offers: tuple[Offer, ...],
    undecided: tuple[Undecided, ...] | None,
) -> InterviewResponse:
    shown = respond_plainly(context, planned)
    if not offers or undecided is None:
        return shown
    return replace(shown, still_deciding=serialize_standing(context, offers, undecided)[1])


def _rival(context: RequestContext, one: Undecided) -> RivalResponse:
    """``decide_by`` and ``draft`` are null where no working day is left for a letter."""
    interview = one.interview
    return RivalResponse(
        id=interview.id,
        company=interview.company,
        position=interview.position,
        round=interview.round,
        stage=one.stage,
        decide_by=one.decide_by,
        draft=f"{context.path_to(interview.id)}/drafts/{StepKind.OFFER_LETTER}" if one.decide_by else None,
    )
