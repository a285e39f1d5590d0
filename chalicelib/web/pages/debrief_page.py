"""What was said in an interview, written down from a browser (W12): the form on the record's page and on today's."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.playbook.debriefing import missing_answers
from chalicelib.usecases.debrief import write_down
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, redirect_to
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.debrief_view import debrief_form, is_changed_elsewhere
from chalicelib.web.pages.redisplay import FormState, with_form
from chalicelib.web.pages.rendering import page

routes = Routes()


def _form(context: RequestContext, state: FormState, interview_id: str) -> Response:
    """The form on a page of its own, as it was filled in; with what the record does not say by now."""
    interview = context.interview(interview_id)
    return page(
        context,
        "debrief_again",
        HTTPStatus.UNPROCESSABLE_ENTITY if state.invalid else HTTPStatus.OK,
        interview=interview,
        debrief=debrief_form(context, interview, missing_answers(interview), state.values, state.invalid),
        is_changed=is_changed_elsewhere(state.invalid),
        is_unfit=state.invalid is not None,
        is_kept=state.is_kept,
    )


@routes.post("/interviews/{interview_id}/debrief", responses={303: None}, errors=(409,))
@with_form(_form)
def write_down_what_was_said(context: RequestContext, interview_id: str) -> Response:
    """Write down what was said in an interview: when the answer comes, how, whether one may call, who was there.

    The form is that of the record's page. Only what the record does not say yet is heeded. A form of an earlier version
    of the record is shown again.
    """
    sent = context.in_own_time(context.fields, interview_id)
    answers = form_etag.without_etag(sent)
    written = write_down(context, interview_id, answers, form_etag.version(sent), version_check(context.request))
    return redirect_to(context.page_after(written.interview.id, "event"))
