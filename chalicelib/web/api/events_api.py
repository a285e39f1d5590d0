"""``/interviews/{id}/events``: something happened, or it did not after all."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.schemas.event_fields import EventFields, read_event
from chalicelib.schemas.event_form import event_sent
from chalicelib.schemas.responses import RecordId, ShownInterview
from chalicelib.usecases.record_event import record, undo_last
from chalicelib.web.api.interview_response import shown_after_writing
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer, versioned
from chalicelib.web.http.routing import Routes

routes = Routes()


@routes.post(
    "/interviews/{interview_id}/events",
    answers={201: ShownInterview},
    takes=EventFields,
    refuses=(409,),
    heeds=("If-Match",),
)
def record_event(call: Call, interview_id: RecordId) -> Answer:
    """Write down what happened; the answer is the record with its new next step."""
    sent = event_sent(call.sent) if call.is_signed_in else call.sent  # a session's form may ask for JSON
    event = read_event(sent, call.today, call.now)
    recorded = record(call, interview_id, event, version_check(call.incoming))
    return versioned(shown_after_writing(call, recorded), HTTPStatus.CREATED)


@routes.delete(
    "/interviews/{interview_id}/events/last", answers={200: ShownInterview}, refuses=(409,), heeds=("If-Match",)
)
def undo_last_event(call: Call, interview_id: RecordId) -> Answer:
    """Take back what was written down last, whatever day it was about."""
    undone = undo_last(call, interview_id, version_check(call.incoming))
    return versioned(shown_after_writing(call, undone))
