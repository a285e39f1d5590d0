"""One interview as a page: the facts, what is next, what happened, the road ahead, and why they may be silent."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.drafts.causes import said_causes
from chalicelib.drafts.happened import happened
from chalicelib.errors import UnreadableRecord, readable
from chalicelib.playbook.agenda import AgendaItem, section_of
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.plan import Plan, Planned
from chalicelib.playbook.silence import causes
from chalicelib.usecases.standing_offers import as_undecided
from chalicelib.view_models.entry import Entry
from chalicelib.web.http.context import RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.entries import shown_entry
from chalicelib.web.pages.event_options import event_options
from chalicelib.web.pages.interview_summary import OUTCOMES, known, known_contact
from chalicelib.web.pages.next_step import next_round
from chalicelib.web.pages.offer_view import RivalOnPage, choice_of, rival_on_page
from chalicelib.web.pages.record_timeline import timeline
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.undo_notice import taken_back

routes = Routes()


@routes.get("/interviews/{interview_id}", responses={200: HTML})
def show_interview(context: RequestContext, interview_id: str) -> Response:
    """Everything about a record; after something was recorded, that and how to undo it. What is left to do with one
    that cannot be read is to take it away, or to remove it."""
    try:
        interview = context.interview(interview_id)
        with readable(interview_id):
            return _page(context, context.planned(interview))
    except UnreadableRecord as record:
        return page(context, "unreadable", HTTPStatus.CONFLICT, record=record, interview_id=record.id)


def _page(context: RequestContext, planned: Planned) -> Response:
    interview, plan, spoken = planned.interview, planned.plan, context.spoken
    return page(
        context,
        "interview",
        interview=interview,
        interview_day=spoken.say_date(interview.interview_on),
        contacts=[known_contact(one, spoken) for one in interview.contacts],
        known=known(context, interview),
        outcome=context.spoken.say(OUTCOMES[plan.outcome]) if plan.outcome else None,
        rounds=_rounds(context, interview, plan),
        next_round=next_round(context, planned),
        choice=choice_of(context, planned),
        rival=_rival(context, planned),
        entry=_entry(context, planned),
        event_options=event_options(context, plan),
        timeline=timeline(context, planned),
        causes=said_causes(causes(interview, plan, context.owner, context.today), spoken),
        last=happened(interview.events[-1], spoken) if interview.events else None,
        done=_done(context, interview),
        back=taken_back(context),
    )


def _rounds(context: RequestContext, interview: Interview, plan: Plan) -> list[Interview]:
    """All rounds of a process that has more than one."""
    if interview.round == 1 and interview.process_id == interview.id and plan.outcome is not Outcome.NEXT_ROUND:
        return []
    found = context.services.interviews.of_process(context.owner.id, interview.process_id)
    return found if len(found) > 1 else []


def _rival(context: RequestContext, planned: Planned) -> RivalOnPage | None:
    """What to tell them of an offer elsewhere."""
    undecided = as_undecided(context, planned)
    return rival_on_page(context, undecided) if undecided else None


def _entry(context: RequestContext, planned: Planned) -> Entry | None:
    interview, plan = planned.interview, planned.plan
    if plan.step is None:
        return None
    return shown_entry(context, AgendaItem(section_of(plan.step, context.today), interview, plan, plan.step))


def _done(context: RequestContext, interview: Interview) -> str | None:
    """What was recorded a moment ago: "recorded", or an event in words."""
    said = context.request.query().get("done")
    if said == "event" and interview.events:
        return happened(interview.events[-1], context.spoken)
    return "" if said == "recorded" else None
