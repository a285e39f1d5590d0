"""An event recorded from a browser: by a button, or by the form "What happened?", shown again if it does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace

from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.request_errors import Invalid
from chalicelib.schemas.event_fields import read_event
from chalicelib.schemas.event_form import DAY, HOUR, SHOWN_AS, event_from_form
from chalicelib.usecases.record_event import record_typed
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.event_options import event_options
from chalicelib.web.pages.form_values import form_page
from chalicelib.web.pages.redisplay import FormState, with_form

routes = Routes()


def event_form(context: RequestContext, state: FormState, interview_id: str) -> Response:
    """The form on a page of its own."""
    interview = context.interview(interview_id)
    faults = state.invalid.faults if state.invalid else ()
    renamed = [replace(fault, field=SHOWN_AS.get(fault.field, fault.field)) for fault in faults]
    values = {DAY: "", HOUR: "", **state.values}
    return form_page(
        context,
        "something_else_again",
        FormState(values, Invalid(*renamed) if renamed else None, state.is_kept),
        values,
        interview=interview,
        event_options=event_options(context, context.plan(interview)),
    )


@routes.post("/interviews/{interview_id}/events", responses={303: None})
@with_form(event_form)
def record_event_from_page(context: RequestContext, interview_id: str) -> Response:
    """Record what happened, and go on to the record's page."""
    sent = event_from_form(context.fields) if context.is_signed_in else context.fields
    event = read_event(context.in_own_time(sent, interview_id), context.today, context.now)
    is_again = partial(_is_sent_again, context.sent, event)
    recorded = record_typed(context, interview_id, event, is_again, version_check(context.request))
    return redirect_to(context.page_after(recorded.interview.id, "event"))


def _is_sent_again(sent: Mapping[str, object], event: Event, interview: Interview) -> bool:
    """Whether this form's event is the one recorded last: the first response was lost, or the button pressed twice."""
    if not interview.events or form_etag.version(sent) != interview.version - 1:
        return False
    return event.has_same_content_as(interview.events[-1])
