"""``POST /interviews``: record one. The module that most functions load first, and so nothing for browsers is in it."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.schemas.interview_fields import InterviewFields, read_interview
from chalicelib.schemas.responses import ShownInterview
from chalicelib.usecases.record_interview import record
from chalicelib.web.http.context import Call
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.response import Answer, etag, in_json
from chalicelib.web.http.routing import Routes

FIRST_VERSION = 1

routes = Routes()


@routes.post(
    "/interviews",
    answers={201: ShownInterview},
    takes=InterviewFields,
    refuses=(409,),
    heeds=("Idempotency-Key",),
    bears=("Location",),
)
def record_interview(call: Call) -> Answer:
    """Record an interview. The same key, or the same content within ten minutes, gets the first answer again."""
    fields = read_interview(call.sent)
    recorded = record(call, fields, request_key(call.incoming, fields, call.now))
    path = call.path_to(recorded.interview_id)
    return in_json(recorded.answer, HTTPStatus.CREATED, Location=path, ETag=etag(FIRST_VERSION))
