"""What is asked before an action is written down, and the event that it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct

from chalicelib.links.action import SNOOZES, ActionKind
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import marked
from chalicelib.schemas.event_fields import read_event


class Field(Struct, frozen=True, kw_only=True):
    """One input of the form: its name as the API has it, the kind of input, and the sentence beside it."""

    name: str
    kind: str
    label: str
    is_required: bool = False


_DAY_IT_HAPPENED = Field(name="on", kind="date", label=marked("On which day?"))
FIELDS: Mapping[ActionKind, tuple[Field, ...]] = {
    ActionKind.THANKED: (_DAY_IT_HAPPENED,),
    ActionKind.SENT: (_DAY_IT_HAPPENED,),
    ActionKind.NO_ANSWER: (_DAY_IT_HAPPENED,),
    ActionKind.NO_DECISION: (
        Field(name="call_again_on", kind="date", label=marked("When may you call again, if you agreed on a day?")),
        Field(name="call_again_time", kind="time", label=marked("At what time, if you agreed on one?")),
    ),
    ActionKind.WAIT: (Field(name="until", kind="date", label=marked("By which day, if they named one?")),),
    ActionKind.OFFER: (Field(name="until", kind="date", label=marked("By which day do they want your answer?")),),
    ActionKind.REFUSAL: (Field(name="reasons_given", kind="checkbox", label=marked("They gave their reasons")),),
    ActionKind.NEXT_ROUND: (
        Field(name="interview_on", kind="date", label=marked("When is the next interview?"), is_required=True),
        Field(name="interview_time", kind="time", label=marked("At what time?")),
    ),
}
_EVENTS: Mapping[ActionKind, Mapping[str, str]] = {
    ActionKind.THANKED: {"kind": "thank_you_sent"},
    ActionKind.SENT: {"kind": "letter_sent"},
    ActionKind.NO_ANSWER: {"kind": "called", "result": "no_answer"},
    ActionKind.NO_DECISION: {"kind": "called", "result": "no_decision"},
    ActionKind.OFFER: {"kind": "heard_back", "result": "offer"},
    ActionKind.REFUSAL: {"kind": "heard_back", "result": "refusal"},
    ActionKind.NEXT_ROUND: {"kind": "heard_back", "result": "next_round"},
    ActionKind.REASONS: {"kind": "reasons_received"},
    ActionKind.STOP: {"kind": "closed"},
}


def asked_for(kind: ActionKind) -> tuple[Field, ...]:
    """The inputs of the page that confirms an action."""
    return FIELDS.get(kind, ())


def event_of(kind: ActionKind, sent: Mapping[str, object], plan: Plan, today: date, now: datetime) -> Event:
    """The event that an action with these inputs writes down; inputs that were not asked for are not heeded.

    Raises ``Invalid`` for inputs that do not fit.
    """
    asked = {field.name: sent[field.name] for field in asked_for(kind) if sent.get(field.name)}
    return read_event({**_event(kind, plan, today), **asked}, today, now)


def is_told_by(event: Event, kind: ActionKind) -> bool:
    """Whether the event is one that this action writes down."""
    if kind in SNOOZES:
        return event.kind is EventKind.SNOOZED and event.until == event.on + timedelta(days=SNOOZES[kind])
    if kind is ActionKind.WAIT:
        return event.result is Result.TOLD_TO_WAIT
    written = _EVENTS.get(kind, {})
    return (event.kind, event.result) == (written.get("kind"), written.get("result"))


def _event(kind: ActionKind, plan: Plan, today: date) -> Mapping[str, str]:
    if kind in SNOOZES:
        return {"kind": "snoozed", "until": (today + timedelta(days=SNOOZES[kind])).isoformat()}
    if kind is ActionKind.WAIT:
        return {"kind": "called" if plan.is_call_possible else "heard_back", "result": "told_to_wait"}
    return _EVENTS[kind]
