"""The fields of an event as they are sent: each kind and each result takes its own fields and no others."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar

from msgspec.structs import asdict

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
