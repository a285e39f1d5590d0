"""One interview as a page: its facts, what is next, what happened, the forecast, and why they may be silent."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.drafts.event_text import event_text
from chalicelib.drafts.reason_text import cause_texts
from chalicelib.drafts.wording import capital
from chalicelib.errors import UnreadableRecord, raising_unreadable
from chalicelib.playbook.agenda import AgendaItem, section_of
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.plan import Plan, PlannedInterview
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.silence import causes
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.schemas.warnings import warnings_of
from chalicelib.usecases.standing_offers import as_undecided
from chalicelib.view_models.step_entry import StepEntry
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.debrief_view import debrief_form
from chalicelib.web.pages.event_options import event_options
from chalicelib.web.pages.interview_summary import OUTCOMES, contact_summary, summary
from chalicelib.web.pages.offer_view import RivalOnPage, choice_of, rival_on_page
from chalicelib.web.pages.other_letters import other_letters, withdrawals
from chalicelib.web.pages.record_timeline import timeline
from chalicelib.web.pages.rendering import page
from chalicelib.web.pages.step_entries import step_entry
from chalicelib.web.pages.undo_notice import undo_notice
from chalicelib.web.pages.what_is_next import next_round
from chalicelib.web.pages.who_was_there_form import who_was_there_form

routes = Routes()


@routes.get("/interviews/{interview_id}", responses={200: HTML})
def show_interview(context: RequestContext, interview_id: str) -> Response:
    """Show everything about a record and, after something was recorded, what that was and how to undo it.

    A record that cannot be read can only be exported as it is, or removed.
    """
    try:
        interview = context.interview(interview_id)
        with raising_unreadable(interview_id):
            return _page(context, context.planned(interview))
    except UnreadableRecord as record:
        return page(context, "unreadable", HTTPStatus.CONFLICT, record=record, interview_id=record.id)


def _page(context: RequestContext, planned: PlannedInterview) -> Response:
    interview, plan, language = planned.interview, planned.plan, context.language
    place = interview.employer_country or context.owner.country
    return page(
        context,
        "interview",
        interview=interview,
        interview_day=language.say_date(interview.interview_on),
        contacts=[contact_summary(contact, language, place) for contact in interview.contacts],
        there=who_was_there_form(context, interview) if interview.contacts else None,
        known=summary(context, interview),
        outcome=context.language.say(OUTCOMES[plan.outcome]) if plan.outcome else None,
        rounds=_rounds(context, interview, plan),
        next_round=next_round(context, planned),
        choice=choice_of(context, planned),
        rival=_rival(context, planned),
        debrief=debrief_form(context, interview, plan.questions) if plan.questions.are_any else None,
        entry=_entry(context, planned),
        event_options=event_options(context, plan),
        timeline=timeline(context, planned),
        other_letters=other_letters(context, planned),
        withdrawals=withdrawals(context, planned),
        causes=cause_texts(causes(interview, plan, context.owner, context.today), language),
        last=event_text(interview.events[-1], language, interview.contacts) if interview.events else None,
        done=_done(context, interview),
        back=undo_notice(context, interview),
        is_saved="saved" in context.request.query(),
        doubts=_doubts(context, interview),
        is_day_to_come=plan.day_to_come is DayToCome.INTERVIEW,
        is_hour_dropped=_is_hour_dropped(interview, plan),
    )


def _rounds(context: RequestContext, interview: Interview, plan: Plan) -> list[Interview]:
    """All rounds of a process that has more than one, or none."""
    if interview.round == 1 and interview.process_id == interview.id and plan.outcome is not Outcome.NEXT_ROUND:
        return []
    rounds = context.services.interviews.of_process(context.owner.id, interview.process_id)
    return rounds if len(rounds) > 1 else []


def _rival(context: RequestContext, planned: PlannedInterview) -> RivalOnPage | None:
    """This record as one that is to be told of an offer elsewhere (M2); None if there is nothing to tell."""
    undecided = as_undecided(context, planned)
    return rival_on_page(context, undecided) if undecided else None


def _entry(context: RequestContext, planned: PlannedInterview) -> StepEntry | None:
    interview, plan = planned.interview, planned.plan
    if plan.step is None:
        return None
    return step_entry(context, AgendaItem(section_of(plan.step, context.today), interview, plan, plan.step))


def _is_hour_dropped(interview: Interview, plan: Plan) -> bool:
    """Whether a move dropped the hour of an interview that is still ahead, so that it is asked for (T)."""
    is_ahead = plan.step is not None and STEP_KINDS[plan.step.kind].is_at_the_interview
    moved = any(event.moved_from and event.moved_from.interview_time for event in interview.events)
    return is_ahead and moved and interview.interview_time is None


def _doubts(context: RequestContext, interview: Interview) -> list[str]:
    """What looks mistyped, as questions; none once something was recorded, since the record has proved alive. A move
    sets the day anew, and is asked about until something else is recorded."""
    if interview.events and interview.events[-1].moved_from is None:
        return []
    return [capital(context.language.say(warning.reason, warning.facts)) for warning in warnings_of(interview)]


def _done(context: RequestContext, interview: Interview) -> str | None:
    """What was recorded a moment ago: an event in words, or nothing ("") for the record itself; None for neither."""
    done = context.request.query().get("done")
    if done == "event" and interview.events:
        last = interview.events[-1]
        if last.debrief:  # its note says it
            return last.note or ""
        return event_text(last, context.language, interview.contacts)
    return "" if done == "recorded" else None
