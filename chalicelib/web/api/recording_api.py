"""``POST /interviews``: record one. The module that most functions load first, and so nothing for browsers is in it."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.schemas.interview_fields import InterviewFields, read_interview
from chalicelib.schemas.responses import InterviewResponse
from chalicelib.usecases.record_interview import record
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, etag, in_json
from chalicelib.web.http.routing import Routes

FIRST_VERSION = 1

routes = Routes()


@routes.post(
    "/interviews",
    responses={201: InterviewResponse},
    body=InterviewFields,
    errors=(409,),
    request_headers=("Idempotency-Key",),
    response_headers=("Location",),
)
def record_interview(context: RequestContext) -> Response:
    """Record an interview. The same key, or the same content within ten minutes, gets the first answer again."""
    fields = read_interview(context.sent)
    recorded = record(context, fields, request_key(context.request, fields, context.now))
    path = context.path_to(recorded.interview_id)
    return in_json(recorded.answer, HTTPStatus.CREATED, Location=path, ETag=etag(FIRST_VERSION))
