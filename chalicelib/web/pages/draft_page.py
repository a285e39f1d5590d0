"""One draft as a page: a script for a call, or a letter to copy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chalicelib.drafts.draft import Draft
from chalicelib.drafts.step_labels import reach, task_of, whom
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from chalicelib.schemas.queries import contact_in
from chalicelib.usecases.standing_offers import as_undecided
from chalicelib.usecases.write_drafts import draft_now, drafts_ahead, kind_named
from chalicelib.view_models.answer_links import AnswerLink, AnswerLinkMaker
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.step_entries import answer_link_maker

routes = Routes()


@routes.get("/interviews/{interview_id}/drafts/{kind}", responses={200: HTML})
def show_draft(context: RequestContext, interview_id: str, kind: str) -> Response:
    """Show what to say or to write. A draft for a day to come is worded as of that day, and says so."""
    contact_id = contact_in(context.request.query())
    return _page(context, context.interview(interview_id), kind_named(kind), contact_id)


def _page(context: RequestContext, interview: Interview, kind: StepKind, contact_id: str | None) -> Response:
    ahead = ((on, draft) for on, draft in drafts_ahead(context, interview) if _is_wanted(draft, kind, contact_id))
    on, draft = next(ahead, None) or (context.today, draft_now(context, interview, kind, contact_id=contact_id))
    letter_page = f"{context.path_to(interview.id)}/drafts/{draft.kind}"
    facts = facts_of_draft(context, interview, draft, on, answer_link_maker(context))
    return page(context, "draft", **facts, letter_page=letter_page)


def facts_of_draft(
    context: RequestContext, interview: Interview, draft: Draft, on: date, links: AnswerLinkMaker
) -> Mapping[str, object]:
    """The facts of the page of a draft that is worded for the day ``on`` (owner's zone)."""
    return {
        "interview": interview,
        "title": task_of(draft.kind, interview.company, context.language),
        "for_day": context.language.say_day(on) if on > context.today else None,
        "draft": draft,
        "whom": whom(draft.to, draft.channel, context.language) if draft.to else None,
        "reach": reach(draft.to, draft.channel, context.language) if draft.to else None,
        "sent": _sent(context, interview, draft, links),
    }


def _is_wanted(draft: Draft, kind: StepKind, contact_id: str | None) -> bool:
    return draft.kind is kind and contact_id in (None, draft.one_of_several)


def _sent(context: RequestContext, interview: Interview, draft: Draft, links: AnswerLinkMaker) -> AnswerLink | None:
    """The link that records the draft as sent, if it needs one here: it belongs to no step, which would have its own
    links, or it is for one of several people (C4). None for the letter about an offer once it is sent (M2).
    """
    if draft.one_of_several and draft.to:
        return links.thanked(interview, draft.to)
    if draft.kind is StepKind.OFFER_LETTER and as_undecided(context, context.planned(interview)) is None:
        return None
    return links.sent(interview, draft.kind)
