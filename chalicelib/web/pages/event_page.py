"""The form on a record's page for what no button says: a voicemail, a wrong number, a note, that somebody withdrew."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from chalicelib.playbook.event import Event, Result
from chalicelib.playbook.interview import Interview
from chalicelib.refusals import Fault, Invalid
from chalicelib.schemas.raw_values import FormText
from chalicelib.web.http.context import Call
from chalicelib.web.http.response import Answer
from chalicelib.web.pages import form_etag
from chalicelib.web.pages.form_values import form_page, typed

# A choice is a kind, or a kind and its result: "called voicemail". The one day that the form asks for is the one that
# belongs to it.
_WHAT, _DAY = "what", "day"
_MEANT: Mapping[str, str] = {
    Result.NO_DECISION: "call_again_on",
    Result.TOLD_TO_WAIT: "until",
    Result.OFFER: "until",
    Result.NEXT_ROUND: "interview_on",
}
_SHOWN_AS: Mapping[str, str] = {
    **dict.fromkeys(("kind", "result"), _WHAT),
    **dict.fromkeys(("until", "call_again_on", "interview_on"), _DAY),
}


def event_sent(sent: Mapping[str, object]) -> dict[str, object]:
    """The fields of an event, from those of the form; what another form sends stays as it is. Raises
    ``Invalid`` for a day that the choice has no use for."""
    sent = form_etag.without(sent)
    if _WHAT not in sent:
        return dict(sent)
    kind, _, result = str(sent[_WHAT]).partition(" ")
    named: dict[str, object] = {"kind": FormText(kind), "result": FormText(result)}
    if _DAY in sent and result not in _MEANT:
        raise Invalid(Fault(_DAY, "goes with waiting, calling again, an offer and the next round only"))
    day = {_MEANT[result]: sent[_DAY]} if _DAY in sent else {}
    others = {name: value for name, value in sent.items() if name not in (_WHAT, _DAY)}
    return {name: value for name, value in named.items() if value} | day | others


def is_sent_again(sent: Mapping[str, object], event: Event, interview: Interview) -> bool:
    """Whether this form's event is what was written to the record last: its first answer was lost, or it was pressed
    twice."""
    if not interview.events or form_etag.version(sent) != interview.version - 1:
        return False
    last = interview.events[-1]
    return event == replace(last, recorded_at=event.recorded_at, next_interview_id=None, phone=event.phone)


def form_again(call: Call, refusal: Invalid, interview_id: str) -> Answer:
    """The form by itself, as it was sent, with what does not fit."""
    interview = call.parts.interviews.get(call.owner.id, interview_id)
    plan = call.plan(interview)
    shown = (replace(fault, field=_SHOWN_AS.get(fault.field, fault.field)) for fault in refusal.faults)
    values = {_DAY: "", **typed(call)}
    return form_page(
        call,
        "something_else_again",
        values,
        Invalid(*shown),
        values,
        interview=interview,
        entry=plan.step,
        outcome=plan.outcome,
    )
