"""``/interviews/{id}/events``: something happened, or it did not after all."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.playbook.event import Event
from chalicelib.playbook.interview import Interview
from chalicelib.schemas.event_fields import EventFields, changed_event, read_event
from chalicelib.schemas.event_form import event_from_form
from chalicelib.schemas.responses import EventIdText, InterviewResponse, RecordIdText
from chalicelib.usecases.earlier_events import change_event, take_back
from chalicelib.usecases.record_event import record, undo_last
from chalicelib.web.api.interview_response import serialize_after_writing
from chalicelib.web.http.conditional_requests import version_check
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, versioned_response
from chalicelib.web.http.routing import Routes

routes = Routes()


@routes.post(
    "/interviews/{interview_id}/events",
    responses={201: InterviewResponse},
    body=EventFields,
    errors=(409,),
    request_headers=("If-Match",),
)
def record_event(context: RequestContext, interview_id: RecordIdText) -> Response:
    """Record what happened; the answer is the record with its new next step."""
    # The form of a signed-in browser may ask for JSON, too.
    sent = event_from_form(context.fields) if context.is_signed_in else context.fields
    event = read_event(context.in_own_time(sent, interview_id), context.today, context.now)
    recorded = record(context, interview_id, event, version_check(context.request))
    return versioned_response(serialize_after_writing(context, recorded), HTTPStatus.CREATED)


@routes.delete(
    "/interviews/{interview_id}/events/last",
    responses={200: InterviewResponse},
    errors=(409,),
    request_headers=("If-Match",),
)
def undo_last_event(context: RequestContext, interview_id: RecordIdText) -> Response:
    """Take back the event that was recorded last, whatever its day."""
    undone = undo_last(context, interview_id, version_check(context.request))
    return versioned_response(serialize_after_writing(context, undone))


@routes.patch(
    "/interviews/{interview_id}/events/{event_id}",
    responses={200: InterviewResponse},
    body=EventFields,
    errors=(409,),
    request_headers=("If-Match",),
)
def change_earlier_event(context: RequestContext, interview_id: RecordIdText, event_id: EventIdText) -> Response:
    """Change some fields of one event, wherever it stands; ``null`` clears a field. The record is planned anew."""

    def make(event: Event, _: Interview) -> Event:
        return changed_event(event, context.change_by(EventFields, interview_id), context.today)

    written = change_event(context, interview_id, event_id, make, version_check(context.request))
    return versioned_response(serialize_after_writing(context, written))


@routes.delete(
    "/interviews/{interview_id}/events/{event_id}",
    responses={200: InterviewResponse},
    errors=(409,),
    request_headers=("If-Match",),
)
def take_back_event(context: RequestContext, interview_id: RecordIdText, event_id: EventIdText) -> Response:
    """Take back one event, wherever it stands. The record is planned anew."""
    written = take_back(context, interview_id, event_id, version_check(context.request))
    return versioned_response(serialize_after_writing(context, written))
