"""One draft as a page: a script for a call, or a letter to copy."""

from __future__ import annotations

from chalicelib.drafts.step_labels import reach, task_of, whom
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from chalicelib.usecases.standing_offers import as_undecided
from chalicelib.usecases.write_drafts import draft_now, drafts_ahead, kind_named
from chalicelib.view_models.answer_links import AnswerLink
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.step_entries import answer_link_maker

routes = Routes()


@routes.get("/interviews/{interview_id}/drafts/{kind}", responses={200: HTML})
def show_draft(context: RequestContext, interview_id: str, kind: str) -> Response:
    """Show what to say or to write. A draft for a day to come is worded as of that day, and says so."""
    return _page(context, context.interview(interview_id), kind_named(kind))


def _page(context: RequestContext, interview: Interview, kind: StepKind) -> Response:
    ahead = ((on, draft) for on, draft in drafts_ahead(context, interview) if draft.kind is kind)
    on, draft = next(ahead, None) or (context.today, draft_now(context, interview, kind))
    return page(
        context,
        "draft",
        interview=interview,
        title=task_of(kind, interview.company, context.language),
        for_day=context.language.say_day(on) if on > context.today else None,
        draft=draft,
        whom=whom(draft.to, draft.channel, context.language) if draft.to else None,
        reach=reach(draft.to, draft.channel, context.language) if draft.to else None,
        sent=_sent(context, interview, kind),
    )


def _sent(context: RequestContext, interview: Interview, kind: StepKind) -> AnswerLink | None:
    """The link that records the letter about an offer as sent; None once it is.

    The letter needs it here, as it is no step and so has no links of its own (M2).
    """
    is_wanted = kind is StepKind.OFFER_LETTER and as_undecided(context, context.planned(interview)) is not None
    return answer_link_maker(context).letter_sent(interview) if is_wanted else None
