"""The form that records an interview: empty or filled in by its address, and shown again if it does not fit, or if the
interview may be there already."""

from __future__ import annotations

from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.errors import RepeatedRequest
from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.schemas.form_instants import in_own_time
from chalicelib.schemas.interview_fields import InterviewFields, read_interview
from chalicelib.usecases.known_before import known_before, same_interviews
from chalicelib.usecases.record_interview import record
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.form_inputs import with_earlier
from chalicelib.web.pages.form_values import form_page, interview_inputs
from chalicelib.web.pages.redisplay import FormState, form_values_sent, with_form

_IS_ANOTHER = "is_another"  # the answer to the question whether it is one that is there already

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
    return _asking(context, state, ())


def _asking(context: RequestContext, state: FormState, same: tuple[Interview, ...]) -> Response:
    """The form, with the question whether it is one of the ``same``."""
    response = form_page(
        context,
        "record",
        state,
        InterviewFields.__struct_fields__,
        form=with_earlier(interview_inputs(context, state.values)),
        known=known_before(context),
        same=[(one, context.language.say_date(one.interview_on)) for one in same],
    )
    return replace(response, status=HTTPStatus.CONFLICT) if same else response


@routes.post("/interviews", responses={303: None})
@with_form(_form)
def record_from_page(context: RequestContext) -> Response:
    """Record an interview, once, and go on to a page that says so. Where there is one of the same company and day, ask
    the owner first whether it is that."""
    sent = context.sent
    is_another = bool(sent.pop(_IS_ANOTHER, "")) or not context.is_signed_in
    fields = read_interview(sent)
    key = request_key(context.request, fields, context.now)
    try:
        same = () if is_another else same_interviews(context, fields, key)
    except RepeatedRequest as repeated:
        return redirect_to(context.page_after(repeated.interview_id, "recorded"))
    if same:
        return _asking(context, FormState(form_values_sent(context)), same)
    recorded = record(context, fields, key)
    return redirect_to(context.page_after(recorded.interview_id, "recorded"))
