"""``/interviews/{interview_id}``: read a record, change it, remove it."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.errors import readable
from chalicelib.playbook.interview import Interview
from chalicelib.schemas.interview_fields import InterviewFields, changed
from chalicelib.schemas.responses import RecordId, ShownInterview
from chalicelib.usecases.change_interview import change, remove
from chalicelib.web.api.interview_response import shown_after_writing, shown_with_rivals
from chalicelib.web.http.conditional_requests import expected_version, version_check
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer, versioned
from chalicelib.web.http.routing import Routes

routes = Routes()


@routes.get("/interviews/{interview_id}", answers={200: ShownInterview})
def read_one(call: Call, interview_id: RecordId) -> Answer:
    """One record, with what is next in it."""
    interview = call.interview(interview_id)
    with readable(interview_id):
        return versioned(shown_with_rivals(call, call.planned(interview)))


@routes.patch(
    "/interviews/{interview_id}",
    answers={200: ShownInterview},
    takes=InterviewFields,
    refuses=(409,),
    heeds=("If-Match",),
)
def change_interview(call: Call, interview_id: RecordId) -> Answer:
    """Change some fields; ``null`` clears one, and ``contacts`` are replaced as a whole."""

    def make(interview: Interview) -> Interview:
        return changed(interview, call.sent, call.today)

    written = change(call, interview_id, make, version_check(call.incoming))
    return versioned(shown_after_writing(call, written))


@routes.delete("/interviews/{interview_id}", answers={204: None}, refuses=(409,), heeds=("If-Match",))
def remove_interview(call: Call, interview_id: RecordId) -> Answer:
    """Remove a record for good."""
    remove(call, interview_id, expected_version(call.incoming))
    return Answer(HTTPStatus.NO_CONTENT)
