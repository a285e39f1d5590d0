"""The event that an action records when it is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from chalicelib.links.action import ACTIONS, ActionKind, ActionSpec
from chalicelib.playbook.event import Event
from chalicelib.playbook.plan import Plan
from chalicelib.schemas.event_fields import read_event


def event_of(kind: ActionKind, sent: Mapping[str, object], plan: Plan, today: date, now: datetime) -> Event:
    """The event that an action with these inputs records; inputs that it does not ask for are ignored.

    Raises ``Invalid`` for inputs that do not fit. ``today`` is the day in the owner's zone.
    """
    spec = ACTIONS[kind]
    inputs = {field.name: sent[field.name] for field in spec.inputs if sent.get(field.name)}
    return read_event({**_fixed_fields(spec, plan, today), **inputs}, today, now)


def is_recorded_by(event: Event, kind: ActionKind) -> bool:
    """Whether the event is one that this action records."""
    spec = ACTIONS[kind]
    is_its_day = spec.days is None or event.until == event.on + timedelta(days=spec.days)
    return is_its_day and (event.kind, event.result) in (spec.writes, spec.writes_without_a_call)


def _fixed_fields(spec: ActionSpec, plan: Plan, today: date) -> Mapping[str, str]:
    without_a_call = None if plan.is_call_possible else spec.writes_without_a_call
    kind, result = without_a_call or spec.writes or (None, None)
    until = (today + timedelta(days=spec.days)).isoformat() if spec.days else None
    return {name: value for name, value in (("kind", kind), ("result", result), ("until", until)) if value}
