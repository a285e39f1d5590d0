"""``POST /interviews``: record one. Most functions load this module first, so nothing for browsers is in it."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.schemas.interview_fields import InterviewFields, read_interview
from chalicelib.schemas.responses import InterviewResponse
from chalicelib.usecases.record_interview import record
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, etag, json_response
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
    """Record an interview. A second request with the same key, or with the same content within ten minutes, records
    nothing and gets the first answer again."""
    fields = read_interview(context.sent)
    recorded = record(context, fields, request_key(context.request, fields, context.now))
    path = context.path_to(recorded.interview_id)
    return json_response(recorded.answer, HTTPStatus.CREATED, Location=path, ETag=etag(FIRST_VERSION))
