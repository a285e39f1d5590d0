"""``/interviews/{interview_id}``: read a record, change it, remove it."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.errors import ChangedMeanwhile, UnreadableRecord, readable
from chalicelib.playbook.interview import Interview
from chalicelib.refusals import Outdated
from chalicelib.schemas.interview_fields import InterviewFields, changed
from chalicelib.schemas.responses import RecordId, ShownInterview
from chalicelib.usecases.retry_on_conflict import amended, expected_version
from chalicelib.usecases.standing_offers import forget_offer, shown_after_writing, shown_with_rivals
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import HTML, Answer, versioned
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.interview_page import show_interview, show_unreadable

routes = Routes()


@routes.get("/interviews/{interview_id}", answers={200: (ShownInterview, HTML)})
def read_one(call: Call, interview_id: RecordId) -> Answer:
    """One record, with what is next in it."""
    try:
        interview = call.parts.interviews.get(call.owner.id, interview_id)
        with readable(interview_id):
            return _shown(call, interview)
    except UnreadableRecord as unreadable:
        if not call.incoming.wants_page:
            raise
        return show_unreadable(call, unreadable)


def _shown(call: Call, interview: Interview) -> Answer:
    if call.incoming.wants_page:
        return show_interview(call, interview)
    return versioned(shown_with_rivals(call, interview))


@routes.patch(
    "/interviews/{interview_id}",
    answers={200: ShownInterview},
    takes=InterviewFields,
    refuses=(409,),
    heeds=("If-Match",),
)
def change_interview(call: Call, interview_id: RecordId) -> Answer:
    """Change some fields; ``null`` clears one, and ``contacts`` are replaced as a whole."""

    def write(interview: Interview) -> Interview:
        return call.parts.interviews.save(call.owner, changed(interview, call.sent, call.today), call.now)

    return versioned(shown_after_writing(call, amended(call, interview_id, write)))


@routes.delete("/interviews/{interview_id}", answers={204: None}, refuses=(409,), heeds=("If-Match",))
def remove_interview(call: Call, interview_id: RecordId) -> Answer:
    """Remove a record for good."""
    version = expected_version(call.incoming)
    try:
        call.parts.interviews.remove(call.owner.id, interview_id, version)
    except ChangedMeanwhile as changed_meanwhile:
        if version is None:
            raise
        raise Outdated from changed_meanwhile
    forget_offer(call, interview_id)
    return Answer(HTTPStatus.NO_CONTENT)
