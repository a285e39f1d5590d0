"""``/interviews``: record one, read it, change it, remove it."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus

from chalicelib.errors import AlreadyAnswered, ChangedMeanwhile, UnreadableRecord, readable
from chalicelib.playbook.interview import Interview
from chalicelib.web.answer_fields import RecordId, ShownInterview
from chalicelib.web.answers import HTML, Answer, as_text, etag, in_json, see, versioned
from chalicelib.web.call import Call
from chalicelib.web.idempotency import request_key
from chalicelib.web.interview_fields import InterviewFields, changed, read_interview, recorded
from chalicelib.web.offers import forget_offer, shown_after_writing, shown_with_rivals
from chalicelib.web.preconditions import amended, expected_version
from chalicelib.web.refusals import Invalid, Outdated
from chalicelib.web.routes import Routes
from chalicelib.web.shown import shown_interview
from chalicelib.web.site.again import or_form_again

FIRST_VERSION = 1

routes = Routes()


def _form_again(call: Call, refusal: Invalid) -> Answer:
    from chalicelib.web.site.record import show_record_form_again  # pages are loaded for browsers only

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
        from chalicelib.web.site.interview import show_unreadable

        return show_unreadable(call, unreadable)


def _shown(call: Call, interview: Interview) -> Answer:
    if call.incoming.wants_page:
        from chalicelib.web.site.interview import show_interview

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


def _created(call: Call, interview_id: str, text: str) -> Answer:
    """The record, and where it is; a browser that sent a form is shown that it arrived."""
    if call.is_from_a_page:
        return see(call.page_after(interview_id, "recorded"))
    path = call.path_to(interview_id)
    return in_json(text, HTTPStatus.CREATED, Location=path, ETag=etag(FIRST_VERSION))
