"""The form that records an interview: empty or filled in by its address, and shown again if it does not fit."""

from __future__ import annotations

from chalicelib.playbook.fields import fields_of
from chalicelib.schemas.form_instants import in_own_time
from chalicelib.schemas.interview_fields import InterviewFields, read_interview
from chalicelib.usecases.record_interview import record
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.form_values import form_page, interview_inputs
from chalicelib.web.pages.redisplay import FormState, with_form

routes = Routes()


@routes.get("/record", responses={200: HTML}, errors=(422,))
def show_record_form(context: RequestContext) -> Response:
    """Show the form that records an interview; ``?company=…`` and its like fill it in."""
    query = context.request.query()
    fields = fields_of(InterviewFields)
    sent = in_own_time(query, context.owner.zone)
    values = {name: str(sent[name])[: field.longest or None] for name, field in fields.items() if sent.get(name)}
    return _form(context, FormState({"interview_on": context.today.isoformat()} | values))


def _form(context: RequestContext, state: FormState) -> Response:
    inputs = interview_inputs(context, state.values)
    return form_page(context, "record", state, InterviewFields.__struct_fields__, form=inputs)


@routes.post("/interviews", responses={303: None})
@with_form(_form)
def record_from_page(context: RequestContext) -> Response:
    """Record an interview, once, and go on to a page that says so."""
    fields = read_interview(context.sent)
    recorded = record(context, fields, request_key(context.request, fields, context.now))
    return redirect_to(context.page_after(recorded.interview_id, "recorded"))
