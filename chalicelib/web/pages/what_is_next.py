"""What is next after something was recorded: in the record itself, in its next round, or about its offer."""

from __future__ import annotations

from chalicelib.drafts.reason_text import in_words
from chalicelib.drafts.step_labels import task
from chalicelib.errors import NotFound
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.schemas.serializers import next_interview_id
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.pages.offer_view import choice_of
from chalicelib.web.pages.other_letters import withdrawals

NOTHING_NEXT: dict[str, object] = {
    "next_task": None,
    "next_day": None,
    "why": None,
    "company": None,
    "next_round": None,
    "choice": None,
    "withdrawals": (),
}


def what_is_next(context: RequestContext, planned: PlannedInterview) -> dict[str, object]:
    """The facts of ``next.html``; where this record has ended and another round goes on, those of that round."""
    interview, following = planned.interview, next_round(context, planned)
    facts = NOTHING_NEXT | {
        "company": interview.company,
        "next_round": following,
        "choice": choice_of(context, planned),
        "withdrawals": withdrawals(context, planned),
    }
    step = planned.plan.step or (context.plan(following).step if following else None)
    if step is None:
        return facts
    return facts | {
        "next_task": task(step, interview.company, context.language),
        "next_day": context.language.say_day_alone(step.due_on),
        "why": in_words(step.reasons, context.language),
    }


def next_round(context: RequestContext, planned: PlannedInterview) -> Interview | None:
    """The record that goes on with this process, if a next round was recorded that is still there."""
    following_id = next_interview_id(planned.interview, planned.plan)
    if following_id is None:
        return None
    try:
        return context.interview(following_id)
    except NotFound:
        return None
