"""The event that an action records when it is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from chalicelib.links.action import ACTIONS, Action, ActionKind
from chalicelib.playbook.event import Event
from chalicelib.playbook.plan import Plan
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.event_fields import read_event
from chalicelib.usecases.owner_context import OwnerContext


def event_of(action: Action, sent: Mapping[str, object], plan: Plan, context: OwnerContext) -> Event:
    """The event that an action with these inputs records; inputs that it does not ask for are ignored.

    Raises ``Invalid`` for inputs that do not fit.
    """
    spec = ACTIONS[action.kind]
    inputs = {field.name: sent[field.name] for field in spec.asked if sent.get(field.name)}
    missing = [
        Fault(field.name, "is required") for field in spec.inputs if field.is_required and field.name not in inputs
    ]
    if missing:
        raise Invalid(*missing)
    fixed = _fixed_fields(action, plan, context)
    notes = [str(fields["note"]) for fields in (fixed, inputs) if "note" in fields]
    return read_event({**inputs, **fixed, **_note(notes)}, context.today, context.now)


def _note(notes: list[str]) -> dict[str, str]:
    """The note of the event: what the link itself says was sent, and below it the owner's own."""
    return {"note": "\n".join(notes)} if notes else {}


def is_recorded_by(event: Event, kind: ActionKind) -> bool:
    """Whether the event is one that this action records."""
    spec = ACTIONS[kind]
    is_its_day = spec.days is None or event.until == event.on + timedelta(days=spec.days)
    return is_its_day and (event.kind, event.result) in (spec.writes, spec.writes_without_a_call)


def _fixed_fields(action: Action, plan: Plan, context: OwnerContext) -> Mapping[str, str]:
    """The fields of the event that the link itself fixes; they are not asked for."""
    spec = ACTIONS[action.kind]
    without_a_call = None if plan.is_call_possible else spec.writes_without_a_call
    kind, result = without_a_call or spec.writes or (None, None)
    until = (context.today + timedelta(days=spec.days)).isoformat() if spec.days else None
    note = context.language.say(spec.note) if spec.note else None
    fields = {"kind": kind, "result": result, "until": until, "note": note, "contact": action.contact}
    return {name: value for name, value in fields.items() if value}
