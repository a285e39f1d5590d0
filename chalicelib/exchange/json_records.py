"""Records as JSON: written to a file with all that they have, and read back. Derived facts are left out and made anew.

The ways in are ``as_file`` and ``record_of``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta
from msgspec.structs import asdict, replace

from chalicelib.errors import UnreadableRecord
from chalicelib.exchange.json_debriefs import debrief
from chalicelib.exchange.pagination import ExportPage
from chalicelib.playbook.contact import LONGEST_TAG
from chalicelib.playbook.debrief import Debrief
from chalicelib.playbook.event import Event, EventKind
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_day import LAST_SEQUENCE, LONGEST_UID, CalendarOrigin, InterviewDay
from chalicelib.playbook.owner import Owner
from chalicelib.request_errors import Fault, Invalid, InvalidValue
from chalicelib.schemas import field_types
from chalicelib.schemas.event_fields import KEPT_FOR_THE_END, MOST_EVENTS, EventFields
from chalicelib.schemas.ids import new_part_id
from chalicelib.schemas.interview_fields import new_interview, read_interview
from chalicelib.schemas.owner_fields import owner_fields_of
from chalicelib.schemas.record_fields import Instant, RecordId, Version
from chalicelib.schemas.validation import Check, RawValues, RequestSchema

FORMAT, FORMAT_VERSION = "afterword", 2
READ_VERSIONS = (1, 2)  # in 1, contacts and events had no ids
_BEGINNING_OF_RECORDS = ',\n"interviews":['
_DERIVED = "attempts_elsewhere"
_LAST_TO_SEE_A_DAY = timedelta(hours=14)  # the zone that is farthest ahead of UTC
_MOST_EVENTS = MOST_EVENTS + KEPT_FOR_THE_END

Read = TypeVar("Read")


class MovedFrom(RequestSchema, frozen=True, kw_only=True):
    """The day that a move of the interview replaced (``InterviewDay``)."""

    interview_on: field_types.Day
    interview_time: field_types.ClockTime | None = None
    dated_on: field_types.Day
    answer_expected_on: field_types.Day | None = None


def _moved_from(raw: object) -> InterviewDay:
    if not isinstance(raw, dict):
        raise InvalidValue("is not an object")
    return InterviewDay(**asdict(MovedFrom.read(raw)))


class EventExtras(RequestSchema, frozen=True, kw_only=True):
    """The fields of an event that the service filled in when it was recorded."""

    recorded_at: Instant
    id: Annotated[str, Field(FieldType.TAG, longest=LONGEST_TAG)] = ""
    phone: field_types.Phone | None = None
    next_interview_id: RecordId | None = None
    moved_from: Annotated[InterviewDay | None, Meta(extra={"read": _moved_from})] = None
    debrief: Annotated[Debrief | None, Meta(extra={"read": debrief})] = None


def _events(raw: object) -> tuple[Event, ...]:
    if not isinstance(raw, list):
        raise InvalidValue("is not a list")
    if len(raw) > _MOST_EVENTS:
        raise InvalidValue("holds more than {most}", most=_MOST_EVENTS)
    read, faults = [], []
    for index, raw_event in enumerate(raw):
        try:
            read.append(_event(raw_event))
        except Invalid as invalid:
            faults += [replace(fault, field=f"[{index}].{fault.field}") for fault in invalid.faults]
    ids = [event.id for event in read]
    faults += [
        Fault(f"[{index}].id", "is that of another event") for index, id_ in enumerate(ids) if id_ in ids[:index]
    ]
    if faults:
        raise Invalid(*faults)
    return tuple(read)


class Origin(RequestSchema, frozen=True, kw_only=True):
    """The calendar entry that a record's day came from (``CalendarOrigin``)."""

    uid: Annotated[str, Field(FieldType.LINE, longest=LONGEST_UID)]
    sequence: Annotated[int, Field(FieldType.NUMBER, lowest=0, highest=LAST_SEQUENCE)] = 0
    stamped_at: Instant | None = None
    interview_on: field_types.Day
    interview_time: field_types.ClockTime | None = None


def _origin(raw: object) -> CalendarOrigin:
    if not isinstance(raw, dict):
        raise InvalidValue("is not an object")
    return CalendarOrigin(**asdict(Origin.read(raw)))


class RecordExtras(RequestSchema, frozen=True, kw_only=True):
    """The fields of a record besides those that are sent to record it."""

    id: RecordId | None = None
    dated_on: field_types.Day | None = None
    created_at: Instant | None = None
    version: Version = 1
    origin: Annotated[CalendarOrigin | None, Meta(extra={"read": _origin})] = None
    events: Annotated[tuple[Any, ...], Meta(max_length=_MOST_EVENTS, extra={"read": _events})] = ()


def record_as_json(interview: Interview) -> dict[str, Any]:
    """A record as it is written to a file. Unknown values are left out."""
    facts = _known({name: value for name, value in msgspec.to_builtins(interview).items() if name != _DERIVED})
    origin = {"origin": _known(facts["origin"])} if "origin" in facts else {}
    return facts | {name: [_known(part) for part in facts[name]] for name in ("contacts", "events")} | origin


def as_text(record: Interview | UnreadableRecord) -> str:
    """A record as JSON; an unreadable one as it is stored, so that nothing is lost."""
    if isinstance(record, UnreadableRecord):
        return _encoded({"id": record.id, "unreadable": record.reason, "stored": record.stored})
    return _encoded(record_as_json(record))


def as_file(owner: Owner, found: ExportPage) -> str:
    """The whole file: the settings, then the records, each on a line of its own."""
    facts = {"format": FORMAT, "format_version": FORMAT_VERSION, "owner": owner_fields_of(owner), "next": found.next}
    records = ",".join(f"\n{text}" for text in found.texts)
    return f"{_encoded(facts)[:-1]}{_BEGINNING_OF_RECORDS}{records}\n]}}\n"


def record_of(sent: RawValues, today: date, now: datetime) -> Interview:
    """The record in a file. What only the service knows (id, the day of recording …) is made if it is missing.

    ``today`` is the date in the owner's zone. Raises Invalid, naming every fault.
    """
    sent_extras, rest = _split(sent, RecordExtras)
    extras, fields = _both(
        lambda: RecordExtras.read(sent_extras, more=(_not_ahead_of(now),)), lambda: read_interview(rest)
    )
    record = new_interview(fields, today, now)
    own_id = extras.id or record.id
    return replace(
        record,
        id=own_id,
        process_id=fields.process_id or own_id,
        dated_on=extras.dated_on or record.dated_on,
        created_at=extras.created_at or record.created_at,
        version=extras.version,
        origin=extras.origin,
        events=extras.events,
    )


def _event(raw: object) -> Event:
    if not isinstance(raw, dict):
        raise Invalid(Fault("", "is not an object"))
    sent_extras, rest = _split(raw, EventExtras)
    extras, fields = _both(
        lambda: EventExtras.read(sent_extras), lambda: EventFields.read(rest, more=(_on_is_required,))
    )
    if extras.moved_from and (fields.kind is not EventKind.INTERVIEW_MOVED or fields.interview_on is None):
        raise Invalid(Fault("moved_from", "does not belong to {kind}", {"kind": fields.kind}))
    if extras.debrief and fields.kind is not EventKind.NOTE:
        raise Invalid(Fault("debrief", "does not belong to {kind}", {"kind": fields.kind}))
    filled_in = {name: getattr(extras, name) for name in extras.__struct_fields__}
    return Event(**asdict(fields), **filled_in | {"id": extras.id or new_part_id()})


def _split(sent: RawValues, extras: type[RequestSchema]) -> tuple[dict[str, object], dict[str, object]]:
    """The values of the extras, and the rest."""
    names = extras.__struct_fields__
    of_extras = {name: value for name, value in sent.items() if name in names}
    return of_extras, {name: value for name, value in sent.items() if name not in names}


def _on_is_required(values: Mapping[str, Any]) -> Iterable[Fault]:
    if not values.get("on"):
        yield Fault("on", "is required")


def _not_ahead_of(now: datetime) -> Check:
    """A check that no event is on a day that has begun nowhere yet: where the owner was then is unknown."""
    latest = (now.astimezone(UTC) + _LAST_TO_SEE_A_DAY).date()

    def is_ahead(values: Mapping[str, Any]) -> Iterable[Fault]:
        for index, event in enumerate(values.get("events", ())):
            if event.on > latest:
                yield Fault(f"events[{index}].on", "is in the future: record it on the day it happens")

    return is_ahead


Other = TypeVar("Other")


def _both(first: Callable[[], Read], second: Callable[[], Other]) -> tuple[Read, Other]:
    """What both read. If the first raises Invalid, the second is tried as well, so that all faults are named."""
    try:
        read = first()
    except Invalid as invalid:
        try:
            second()
        except Invalid as further:
            raise Invalid(*invalid.faults, *further.faults) from invalid
        raise
    return read, second()


def _encoded(data: object) -> str:
    return msgspec.json.encode(data).decode()


def _known(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None}
