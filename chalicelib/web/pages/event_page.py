"""What happened, as a browser tells it: a button or the form for everything else, shown again if it does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace

from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.refusals import Invalid
from chalicelib.schemas.event_fields import read_event
from chalicelib.schemas.event_form import DAY, SHOWN_AS, event_sent
from chalicelib.usecases.record_event import record_typed
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer, see
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.form_values import form_page, typed
from chalicelib.web.pages.redisplay import or_form_again

routes = Routes()


def _form_again(call: Call, refusal: Invalid, interview_id: str) -> Answer:
    """The form by itself, as it was sent, with what does not fit."""
    interview = call.interview(interview_id)
    plan = call.plan(interview)
    shown = (replace(fault, field=SHOWN_AS.get(fault.field, fault.field)) for fault in refusal.faults)
    values = {DAY: "", **typed(call)}
    return form_page(
        call,
        "something_else_again",
        values,
        Invalid(*shown),
        values,
        interview=interview,
        entry=plan.step,
        outcome=plan.outcome,
    )


@routes.post("/interviews/{interview_id}/events", answers={303: None})
@or_form_again(_form_again)
def record_event_from_page(call: Call, interview_id: str) -> Answer:
    """Write down what happened, and go on to the record's page."""
    sent = event_sent(call.sent) if call.is_signed_in else call.sent
    event = read_event(sent, call.today, call.now)
    is_again = partial(_is_sent_again, call.sent, event)
    recorded = record_typed(call, interview_id, event, is_again, version_check(call.incoming))
    return see(call.page_after(recorded.interview.id, "event"))


def _is_sent_again(sent: Mapping[str, object], event: Event, interview: Interview) -> bool:
    """Whether this form's event is what was written to the record last: its first answer was lost, or it was pressed
    twice."""
    if not interview.events or form_etag.version(sent) != interview.version - 1:
        return False
    last = interview.events[-1]
    return event == replace(last, recorded_at=event.recorded_at, next_interview_id=None, phone=event.phone)
