"""``/interviews/{interview_id}``: read a record, change it, remove it."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.errors import raising_unreadable
from chalicelib.playbook.interview import Interview
from chalicelib.schemas.interview_fields import InterviewFields, changed_interview
from chalicelib.schemas.responses import InterviewResponse, RecordIdText
from chalicelib.usecases.change_interview import change, remove
from chalicelib.web.api.interview_response import serialize_after_writing, serialize_with_rivals
from chalicelib.web.http.conditional_requests import expected_version, version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, versioned_response
from chalicelib.web.http.routing import Routes

routes = Routes()


@routes.get("/interviews/{interview_id}", responses={200: InterviewResponse})
def read_one(context: RequestContext, interview_id: RecordIdText) -> Response:
    """Read a record, with what is next in it."""
    interview = context.interview(interview_id)
    with raising_unreadable(interview_id):
        return versioned_response(serialize_with_rivals(context, context.planned(interview)))


@routes.patch(
    "/interviews/{interview_id}",
    responses={200: InterviewResponse},
    body=InterviewFields,
    errors=(409,),
    request_headers=("If-Match",),
)
def change_interview(context: RequestContext, interview_id: RecordIdText) -> Response:
    """Change some fields of a record; ``null`` clears a field, and ``contacts`` are replaced as a whole."""

    def make(interview: Interview) -> Interview:
        return changed_interview(interview, context.change_by(InterviewFields, interview_id), context.today)

    written = change(context, interview_id, make, version_check(context.request))
    return versioned_response(serialize_after_writing(context, written))


@routes.delete("/interviews/{interview_id}", responses={204: None}, errors=(409,), request_headers=("If-Match",))
def remove_interview(context: RequestContext, interview_id: RecordIdText) -> Response:
    """Remove a record for good."""
    remove(context, interview_id, expected_version(context.request))
    return Response(HTTPStatus.NO_CONTENT)
