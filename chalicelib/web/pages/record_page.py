"""The form that records an interview: empty, filled in by its address, sent, and shown again if it does not fit."""

from __future__ import annotations

from chalicelib.playbook.contact import LONGEST_LINE
from chalicelib.playbook.fields import fields_of
from chalicelib.request_errors import Invalid
from chalicelib.schemas.interview_fields import InterviewFields, read_interview
from chalicelib.usecases.record_interview import record
from chalicelib.web.http.context import RequestContext
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.response import HTML, Response, see
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.form_values import form_page, interview_inputs, typed
from chalicelib.web.pages.redisplay import or_form_again

routes = Routes()


@routes.get("/record", responses={200: HTML}, errors=(422,))
def show_record_form(context: RequestContext) -> Response:
    """The form that records an interview; ``?company=…`` and its like fill it in."""
    query = context.request.query()
    values = {name: str(query[name])[:LONGEST_LINE] for name in fields_of(InterviewFields) if query.get(name)}
    return record_form(context, {"interview_on": context.today.isoformat()} | values)


def _form_again(context: RequestContext, invalid: Invalid) -> Response:
    return record_form(context, typed(context), invalid)


@routes.post("/interviews", responses={303: None})
@or_form_again(_form_again)
def record_from_page(context: RequestContext) -> Response:
    """Record an interview, once, and show that it arrived."""
    fields = read_interview(context.sent)
    recorded = record(context, fields, request_key(context.request, fields, context.now))
    return see(context.page_after(recorded.interview_id, "recorded"))


def record_form(
    context: RequestContext, values: dict[str, str], invalid: Invalid | None = None, *, is_kept: bool = False
) -> Response:
    """The form with these values."""
    return form_page(
        context,
        "record",
        values,
        invalid,
        InterviewFields.__struct_fields__,
        is_kept=is_kept,
        form=interview_inputs(context, values),
    )
