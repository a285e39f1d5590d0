"""The form that records an interview."""

from __future__ import annotations

from chalicelib.refusals import Invalid
from chalicelib.schemas.field_types import LINE
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import HTML, Answer
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.form_values import form_page, typed
from chalicelib.web.pages.language_choices import drafts_languages

_PREFILLED = ("company", "position", "interview_on", "interview_time", "contact_name", "contact_phone", "contact_email")

routes = Routes()


@routes.get("/record", answers={200: HTML}, refuses=(422,))
def show_record_form(call: Call) -> Answer:
    """The form that records an interview; ``?company=…`` and its like fill it in."""
    query = call.incoming.query()
    values = {name: str(query[name])[:LINE] for name in _PREFILLED if query.get(name)}
    return record_form(call, {"interview_on": call.today.isoformat()} | values)


def show_record_form_again(call: Call, refusal: Invalid) -> Answer:
    """The form as it was sent, with what does not fit."""
    return record_form(call, typed(call), refusal)


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
