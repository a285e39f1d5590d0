"""The form that records an interview: empty, filled in by its address, sent, and shown again if it does not fit."""

from __future__ import annotations

from chalicelib.refusals import Invalid
from chalicelib.schemas.field_types import LINE
from chalicelib.schemas.interview_fields import InterviewFields, read_interview
from chalicelib.usecases.record_interview import record
from chalicelib.web.http.context import Call
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.response import HTML, Answer, see
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.form_values import drafts_languages, form_page, typed
from chalicelib.web.pages.redisplay import or_form_again

_PREFILLED = ("company", "position", "interview_on", "interview_time", "contact_name", "contact_phone", "contact_email")

routes = Routes()


@routes.get("/record", answers={200: HTML}, refuses=(422,))
def show_record_form(call: Call) -> Answer:
    """The form that records an interview; ``?company=…`` and its like fill it in."""
    query = call.incoming.query()
    values = {name: str(query[name])[:LINE] for name in _PREFILLED if query.get(name)}
    return record_form(call, {"interview_on": call.today.isoformat()} | values)


def _form_again(call: Call, refusal: Invalid) -> Answer:
    return record_form(call, typed(call), refusal)


@routes.post("/interviews", answers={303: None})
@or_form_again(_form_again)
def record_from_page(call: Call) -> Answer:
    """Record an interview, once, and show that it arrived."""
    fields = read_interview(call.sent)
    recorded = record(call, fields, request_key(call.incoming, fields, call.now))
    return see(call.page_after(recorded.interview_id, "recorded"))


def record_form(call: Call, values: dict[str, str], refusal: Invalid | None = None, *, is_kept: bool = False) -> Answer:
    """The form with these values."""
    return form_page(
        call,
        "record",
        values,
        refusal,
        InterviewFields.__struct_fields__,
        is_kept=is_kept,
        languages=drafts_languages(call, values),
    )
