"""One interview as a page: the facts, what is next, what happened, the road ahead, and why they may be silent."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.drafts.causes import said_causes
from chalicelib.drafts.happened import happened
from chalicelib.errors import UnreadableRecord
from chalicelib.playbook.agenda import AgendaItem, section_of
from chalicelib.playbook.interview import Interview, Outcome
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.silence import causes
from chalicelib.usecases.standing_offers import as_rival
from chalicelib.view_models.entry import Entry
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer
from chalicelib.web.pages.entries import shown_entry
from chalicelib.web.pages.interview_summary import known
from chalicelib.web.pages.next_step import next_round
from chalicelib.web.pages.offer_view import RivalOnPage, choice_of, rival_on_page
from chalicelib.web.pages.outcome_words import OUTCOMES
from chalicelib.web.pages.page_frame import page
from chalicelib.web.pages.record_timeline import timeline
from chalicelib.web.pages.undo_notice import taken_back


def show_interview(call: Call, interview: Interview) -> Answer:
    """Everything about a record; after something was recorded, that and how to undo it."""
    plan, spoken = call.plan(interview), call.spoken
    return page(
        call,
        "interview",
        interview=interview,
        interview_day=spoken.say_date(interview.interview_on),
        answer_day=spoken.say_date(interview.answer_expected_on) if interview.answer_expected_on else None,
        known=known(call, interview),
        outcome=call.spoken.say(OUTCOMES[plan.outcome]) if plan.outcome else None,
        rounds=_rounds(call, interview, plan),
        next_round=next_round(call, interview),
        choice=choice_of(call, interview),
        rival=_rival(call, interview),
        entry=_entry(call, interview),
        timeline=timeline(call, interview),
        causes=said_causes(causes(interview, plan, call.owner, call.today), spoken),
        last=happened(interview.events[-1], spoken) if interview.events else None,
        done=_done(call, interview),
        back=taken_back(call),
    )


def show_unreadable(call: Call, record: UnreadableRecord) -> Answer:
    """What is left to do with a record that cannot be read: to take it away, or to remove it."""
    return page(call, "unreadable", HTTPStatus.CONFLICT, record=record, interview_id=record.id)


def _rounds(call: Call, interview: Interview, plan: Plan) -> list[Interview]:
    """All rounds of a process that has more than one."""
    if interview.round == 1 and interview.process_id == interview.id and plan.outcome is not Outcome.NEXT_ROUND:
        return []
    found = call.parts.interviews.of_process(call.owner.id, interview.process_id)
    return found if len(found) > 1 else []


def _rival(call: Call, interview: Interview) -> RivalOnPage | None:
    """What to tell them of an offer elsewhere."""
    rival = as_rival(call, interview)
    return rival_on_page(call, rival) if rival else None


def _entry(call: Call, interview: Interview) -> Entry | None:
    plan = call.plan(interview)
    if plan.step is None:
        return None
    return shown_entry(call, AgendaItem(section_of(plan.step, call.today), interview, plan, plan.step))


def _done(call: Call, interview: Interview) -> str | None:
    """What was recorded a moment ago: "recorded", or an event in words."""
    said = call.incoming.query().get("done")
    if said == "event" and interview.events:
        return happened(interview.events[-1], call.spoken)
    return "" if said == "recorded" else None
