"""``POST /interviews``: record one. The module that most functions load first, and so nothing for browsers is in it."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus

from chalicelib.errors import AlreadyAnswered
from chalicelib.playbook.interview import Interview
from chalicelib.refusals import Invalid
from chalicelib.schemas.interview_fields import InterviewFields, read_interview, recorded
from chalicelib.schemas.responses import ShownInterview
from chalicelib.schemas.serializers import shown_interview
from chalicelib.web.http.context import Call
from chalicelib.web.http.idempotency import request_key
from chalicelib.web.http.response import Answer, as_text, etag, in_json, see
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.redisplay import or_form_again

FIRST_VERSION = 1

routes = Routes()


def _form_again(call: Call, refusal: Invalid) -> Answer:
    from chalicelib.web.pages.record_page import show_record_form_again

    return show_record_form_again(call, refusal)


@routes.post(
    "/interviews",
    answers={201: ShownInterview, 303: None},
    takes=InterviewFields,
    refuses=(409,),
    heeds=("Idempotency-Key",),
    bears=("Location",),
)
@or_form_again(_form_again)
def record_interview(call: Call) -> Answer:
    """Record an interview. The same key, or the same content within ten minutes, gets the first answer again."""
    fields = read_interview(call.sent)
    interview = recorded(fields, call.today, call.now)
    key = request_key(call.incoming, fields, call.now)

    @cache  # stored with the record, and then sent
    def answer(stored: Interview) -> str:
        return as_text(shown_interview(call, stored))

    try:
        stored = call.parts.interviews.add(call.owner, interview, key, answer, call.now)
    except AlreadyAnswered as answered:
        return _created(call, answered.interview_id, answered.answer)
    return _created(call, stored.id, answer(stored))


def _created(call: Call, interview_id: str, text: str) -> Answer:
    """The record, and where it is; a browser that sent a form is shown that it arrived."""
    if call.is_from_a_page:
        return see(call.page_after(interview_id, "recorded"))
    path = call.path_to(interview_id)
    return in_json(text, HTTPStatus.CREATED, Location=path, ETag=etag(FIRST_VERSION))
