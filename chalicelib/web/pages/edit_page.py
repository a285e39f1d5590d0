"""The forms of a record: their addresses say what a client of the API says by its method, as forms know only two."""

from __future__ import annotations

from msgspec.structs import fields

from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.interview import Interview
from chalicelib.schemas.interview_fields import InterviewFields, changed_interview
from chalicelib.schemas.text_values import FormText
from chalicelib.usecases.change_interview import change, remove
from chalicelib.usecases.record_event import undo_if
from chalicelib.web.http.body import URLENCODED
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.form_values import form_page, interview_inputs, interview_values
from chalicelib.web.pages.redisplay import FormState, with_form
from chalicelib.web.pages.undo_notice import undo_query

# The values of what a form leaves out because it is empty or not ticked. No form has the process.
_DEFAULTS = {field.name: field.default for field in fields(InterviewFields) if field.name in fields_of(InterviewFields)}
_CAN_BE_CLEARED = [name for name, default in _DEFAULTS.items() if default is None and name != "process_id"]
_BOXES = [name for name, default in _DEFAULTS.items() if default is False]

routes = Routes()


@routes.post("/interviews/{interview_id}/undo", responses={303: None}, errors=(409,))
def undo_from_page(context: RequestContext, interview_id: str) -> Response:
    """Take back what was recorded last; the record's page says what that was. A form of an earlier version of the
    record, such as one that is sent twice, takes nothing back."""

    def is_as_it_was(interview: Interview) -> bool:
        return form_etag.version(context.sent) in (None, interview.version)

    last = undo_if(context, interview_id, is_as_it_was, version_check(context.request))
    taken_back = f"?{undo_query(last)}" if last else ""
    return redirect_to(f"{context.path_to(interview_id)}{taken_back}")


@routes.post("/interviews/{interview_id}/remove", responses={303: None}, errors=(409,))
def remove_from_page(context: RequestContext, interview_id: str) -> Response:
    """Remove a record for good."""
    remove(context, interview_id)
    return redirect_to(f"{context.request.prefix}/interviews?removed=yes")


@routes.get("/interviews/{interview_id}/edit", responses={200: HTML})
def show_edit_form(context: RequestContext, interview_id: str) -> Response:
    """Show the form that changes a record."""
    return _form(context, FormState(interview_values(context.interview(interview_id))), interview_id)


def _form(context: RequestContext, state: FormState, interview_id: str) -> Response:
    interview = context.interview(interview_id)
    return form_page(
        context,
        "edit",
        state,
        InterviewFields.__struct_fields__,
        made_from=form_etag.etag_to_show(state.values, interview_values(interview), state.invalid),
        interview=interview,
        form=interview_inputs(context, state.values),
    )


@routes.post(
    "/interviews/{interview_id}/edit", responses={303: None}, body={URLENCODED: InterviewFields}, errors=(409,)
)
@with_form(_form)
def edit_from_page(context: RequestContext, interview_id: str) -> Response:
    """Change a record. An empty field clears its value, and a box that is not ticked means no."""
    unsaid = dict.fromkeys(_CAN_BE_CLEARED) | dict.fromkeys(_BOXES, FormText("off"))
    sent = unsaid | form_etag.without_etag(context.change_by(InterviewFields))

    def make(interview: Interview) -> Interview:
        form_etag.check(context.sent, interview_values(interview))
        return changed_interview(interview, sent, context.today)

    change(context, interview_id, make, version_check(context.request))
    return redirect_to(context.path_to(interview_id))
