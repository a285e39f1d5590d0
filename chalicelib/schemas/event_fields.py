"""The fields of an event as they are sent: each kind and each result takes its own fields and no others."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, ClassVar

from msgspec.structs import asdict, replace

from chalicelib.playbook.event import Event, EventFacts, EventKind, Result
from chalicelib.playbook.event_kinds import matching_specs, results_of
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.request_errors import Fault
from chalicelib.schemas.ids import new_part_id
from chalicelib.schemas.validation import Check, RawValues, RequestSchema

# So many events, with notes of 1,000 Latin letters each, fit into an open record of 200 KB (RecordTooLarge says why).
MOST_EVENTS = 150
KEPT_FOR_THE_END = 10  # further events that a full record takes, so that it can always be closed

_ALWAYS = ("kind", "on", "note")


def _wrong_result(values: Mapping[str, Any]) -> Iterable[Fault]:
    kind, result = values.get("kind"), values.get("result")
    allowed = results_of(kind) if kind else ()
    if allowed and result and result not in allowed:
        yield Fault("result", "is not one of: {choices}", {"choices": ", ".join(allowed)})


def _unexpected_fields(values: Mapping[str, Any]) -> Iterable[Fault]:
    kind, result = values.get("kind"), values.get("result")
    if kind:
        its_results = ("result",) if results_of(kind) else ()
        allowed = {*_ALWAYS, *its_results, *(name for spec in matching_specs(kind, result) for name in spec.fields)}
        its_result = result if its_results else None
        yield from (_unexpected(name, kind, its_result) for name in values if name not in allowed)


def _unexpected(name: str, kind: EventKind, result: Result | None) -> Fault:
    if result:
        return Fault(name, "does not belong to {kind} with the result {result}", {"kind": kind, "result": result})
    return Fault(name, "does not belong to {kind}", {"kind": kind})


def _missing_fields(values: Mapping[str, Any]) -> Iterable[Fault]:
    kind, result = values.get("kind"), values.get("result")
    its_result = ("result",) if kind and results_of(kind) else ()
    needed = (*its_result, *(name for spec in matching_specs(kind, result) for name in spec.needs))
    yield from (Fault(name, "is required") for name in needed if values.get(name) is None)
    if values.get("call_again_time") and not values.get("call_again_on"):
        yield Fault("call_again_on", "is required with call_again_time")
    if values.get("interview_time") and not values.get("interview_on"):
        yield Fault("interview_on", "is required with interview_time")


class EventFields(RequestSchema, EventFacts, frozen=True, kw_only=True):
    """Something that happened; ``on`` is today unless said otherwise."""

    kind: Annotated[EventKind, Field(FieldType.CHOICE, choices=EventKind, meaning="What happened")]
    on: Annotated[date | None, Field(FieldType.DAY, meaning="The day of it, not in the future; today if absent")] = None

    checks: ClassVar[tuple[Check, ...]] = (_wrong_result, _unexpected_fields, _missing_fields)


def read_event(sent: RawValues, today: date, now: datetime) -> Event:
    """The event that was sent, recorded at ``now``. ``today`` is the day in the owner's zone. Raises ``Invalid``."""

    def future_day(values: Mapping[str, Any]) -> Iterable[Fault]:
        if (values.get("on") or today) > today:
            yield Fault("on", "is in the future: record it on the day it happens")

    fields = EventFields.read(sent, more=(future_day,))
    return Event(id=new_part_id(), recorded_at=now.astimezone(UTC), **asdict(fields) | {"on": fields.on or today})


def changed_event(event: Event, sent: RawValues, today: date) -> Event:
    """An event with the fields that were sent (a JSON merge patch: null clears one); ``today`` as in ``read_event``.

    What belonged only to another kind or result, and was not sent, is gone with it. So is what was filled in when the
    event was recorded, unless it is still the same kind with the same result. Raises ``Invalid``.
    """
    known = {name: _as_sent(value) for name, value in asdict(event).items() if name in EventFields.__struct_fields__}
    read = read_event(_still_fitting(known, sent) | dict(sent), today, event.recorded_at)
    facts = {name: getattr(read, name) for name in EventFields.__struct_fields__}
    changed = replace(event, **facts)
    is_same_deed = (changed.kind, changed.result) == (event.kind, event.result)
    return changed if is_same_deed else replace(read, id=event.id, recorded_at=event.recorded_at)


def _still_fitting(known: Mapping[str, object], sent: RawValues) -> dict[str, object]:
    """The ``known`` fields that the kind and result take which the event will have."""
    kind = str(sent.get("kind") or known["kind"])
    result = sent.get("result", known["result"])
    specs = matching_specs(kind, str(result) if result and results_of(kind) else None)
    fitting = {*_ALWAYS, *(("result",) if results_of(kind) else ()), *(name for spec in specs for name in spec.fields)}
    return {name: value for name, value in known.items() if name in fitting}


def _as_sent(value: object) -> object:
    """A value of an event as JSON has it."""
    match value:
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
        case _:
            return value
