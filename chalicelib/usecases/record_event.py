"""``/interviews/{id}/events``: something happened, or it did not after all."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.playbook.event import KINDS_AFTER_THE_END, Event, EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.next_round import following, is_told_again
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import marked
from chalicelib.records.interviews import MOST_EVENTS
from chalicelib.refusals import Conflict, Fault
from chalicelib.schemas.event_days import check_days, check_typed_days
from chalicelib.schemas.event_fields import EventFields, read_event
from chalicelib.schemas.field_types import LAST_ROUND
from chalicelib.schemas.ids import new_id
from chalicelib.schemas.responses import RecordId, ShownInterview
from chalicelib.usecases.retry_on_conflict import amended
from chalicelib.usecases.standing_offers import keep_offer, shown_after_writing
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer, see, versioned
from chalicelib.web.http.routing import Routes
from chalicelib.web.pages.event_page import event_sent, form_again, is_sent_again
from chalicelib.web.pages.redisplay import or_form_again

_ABOUT_REASONS = (EventKind.REASONS_REQUESTED, EventKind.REASONS_RECEIVED)
_ENDING = (EventKind.HEARD_BACK, EventKind.WITHDRAWN, EventKind.CLOSED)
KEPT_FOR_THE_END = 10  # further events that a full record takes, so that it can always be closed

routes = Routes()


@routes.post(
    "/interviews/{interview_id}/events",
    answers={201: ShownInterview, 303: None},
    takes=EventFields,
    refuses=(409,),
    heeds=("If-Match",),
)
@or_form_again(form_again)
def record_event(call: Call, interview_id: RecordId) -> Answer:
    """Write down what happened; the answer is the record with its new next step."""
    sent = event_sent(call.sent) if call.is_signed_in else call.sent
    event = read_event(sent, call.today, call.now)
    write = partial(_typed if call.is_from_a_page else after, call, event)
    interview = amended(call, interview_id, write, is_made=partial(_is_among, event))
    if call.is_from_a_page:
        keep_offer(call, interview)
        return see(call.page_after(interview.id, "event"))
    return versioned(shown_after_writing(call, interview), HTTPStatus.CREATED)


@routes.delete(
    "/interviews/{interview_id}/events/last", answers={200: ShownInterview}, refuses=(409,), heeds=("If-Match",)
)
def undo_last_event(call: Call, interview_id: RecordId) -> Answer:
    """Take back what was written down last, whatever day it was about."""
    interview = amended(call, interview_id, partial(before_last, call), is_made=_is_taken_back)
    return versioned(shown_after_writing(call, interview))


def after(call: Call, event: Event, interview: Interview) -> Interview:
    """The record with what happened; told a second time of a round that is open, it stays as it is."""
    if is_told_again(event, interview) and _is_recorded(call, interview.events[-1].next_interview_id):
        return interview
    plan = call.plan(interview)
    _check(event, interview, plan)
    if event.result is Result.NEXT_ROUND:
        return _next_round(call, event, interview)
    return call.parts.interviews.save(call.owner, _with(interview, _naming_phone(event, plan)), call.now)


def _typed(call: Call, event: Event, interview: Interview) -> Interview:
    if is_sent_again(call.sent, event, interview):
        return interview
    check_typed_days(event, interview)
    return after(call, event, interview)


def _next_round(call: Call, event: Event, interview: Interview) -> Interview:
    opened = following(interview, event, new_id(call.now), call.today, call.now)
    ended = _with(interview, replace(event, next_interview_id=opened.id))
    return call.parts.interviews.open_next_round(call.owner, ended, opened, call.now)[0]


def before_last(call: Call, interview: Interview) -> Interview:
    """The record without what was written down last."""
    if not interview.events:
        raise Conflict(marked("Nothing has happened yet that could be undone."))
    *earlier, last = interview.events
    before = replace(interview, events=tuple(earlier))
    if last.next_interview_id:
        return call.parts.interviews.close_next_round(call.owner, before, last.next_interview_id, call.now)
    return call.parts.interviews.save(call.owner, before, call.now)


def _check(event: Event, interview: Interview, plan: Plan) -> None:
    """Whether this can happen to the record as it stands (T, the event table)."""
    check_days(event, interview)
    if not plan.is_open and event.kind not in KINDS_AFTER_THE_END:
        fault = Fault("kind", "{kind} cannot follow the end", {"kind": event.kind})
        raise Conflict(marked("This process has ended."), [fault])
    if event.kind in _ABOUT_REASONS and not plan.is_refused:
        fault = Fault("kind", "{kind} needs a refusal before it", {"kind": event.kind})
        raise Conflict(marked("No refusal is recorded."), [fault])
    if event.result is Result.NEXT_ROUND and interview.round >= LAST_ROUND:
        fault = Fault("round", "is the last there can be")
        raise Conflict(marked("A process has {rounds} rounds at most."), [fault], rounds=LAST_ROUND)
    most = MOST_EVENTS + (KEPT_FOR_THE_END if event.kind in _ENDING else 0)
    if len(interview.events) >= most:
        fault = Fault("events", "are all used up")
        raise Conflict(marked("A record holds {most} events at most."), [fault], most=most)


def _is_recorded(call: Call, interview_id: str | None) -> bool:
    if interview_id is None:
        return False
    try:
        call.parts.interviews.get(call.owner.id, interview_id)
    except NotFound:
        return False
    return True


def _naming_phone(event: Event, plan: Plan) -> Event:
    """A wrong number is the one that the owner was to call."""
    called = plan.reach.to_call
    return replace(event, phone=called.phone) if called and event.result is Result.WRONG_NUMBER else event


def _is_among(event: Event, _: Interview, interview: Interview) -> bool:
    """Whether this event is in the record, whatever was filled in when it was recorded."""
    return any(replace(one, phone=None, next_interview_id=None) == event for one in interview.events)


def _is_taken_back(before: Interview, interview: Interview) -> bool:
    """Whether what was written down last is gone, and what stands there now came after."""
    return interview.events[len(before.events) - 1 : len(before.events)] != before.events[-1:]


def _with(interview: Interview, event: Event) -> Interview:
    return replace(interview, events=(*interview.events, event))
