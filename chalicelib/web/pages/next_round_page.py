"""``/interviews/{interview_id}/next``: the form of the next round, filled in with all that still holds of this one."""

from __future__ import annotations

from chalicelib.schemas.interview_fields import InterviewFields, read_interview
from chalicelib.usecases.known_before import known_before
from chalicelib.usecases.record_next_round import begun_next_round, record_next_round
from chalicelib.web.http.body import URLENCODED
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import HTML, Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.form_inputs import with_earlier
from chalicelib.web.pages.form_values import form_page, interview_inputs, interview_values
from chalicelib.web.pages.redisplay import FormState, with_form

routes = Routes()


@routes.get("/interviews/{interview_id}/next", responses={200: HTML})
def show_next_round(context: RequestContext, interview_id: str) -> Response:
    """Show the form that records the next round of a process; its day is today until another is chosen."""
    following = begun_next_round(context, context.interview(interview_id))
    return _form(context, FormState(interview_values(following)), interview_id)


def _form(context: RequestContext, state: FormState, interview_id: str) -> Response:
    return form_page(
        context,
        "next_round",
        state,
        InterviewFields.__struct_fields__,
        earlier=context.interview(interview_id),
        form=with_earlier(interview_inputs(context, state.values)),
        known=known_before(context),
    )


@routes.post(
    "/interviews/{interview_id}/next", responses={303: None}, body={URLENCODED: InterviewFields}, errors=(409,)
)
@with_form(_form)
def record_next_round_from_page(context: RequestContext, interview_id: str) -> Response:
    """Record the next round, once, and in this record that they invited to it; go on to its page."""
    opened = record_next_round(context, interview_id, read_interview(context.sent))
    return redirect_to(context.page_after(opened, "recorded"))
