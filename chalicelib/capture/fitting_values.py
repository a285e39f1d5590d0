"""What was read, as a record can hold it: a value that no record takes is left out, and asked about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from functools import cache
from typing import Any

from msgspec.structs import fields, replace

from chalicelib.capture.found import Doubt, Found
from chalicelib.capture.people import named
from chalicelib.capture.proposal import Proposal
from chalicelib.request_errors import Invalid, InvalidValue
from chalicelib.schemas.contact_fields import MOST_CONTACTS, ContactFields
from chalicelib.schemas.event_fields import EventFields
from chalicelib.schemas.field_types import Reader
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.validation import reader_in

_LONGEST_QUOTE = 300


def fitting(proposal: Proposal) -> Proposal:
    """The proposal with the values that a record takes. Of a person only what does not fit is left out."""
    kept: dict[str, Found] = {}
    doubts = list(proposal.doubts)
    for name, found in proposal.fields.items():
        try:
            value = _people(found.value) if name == "contacts" else _readers()[name](sendable(found.value))
        except InvalidValue as error:
            doubts.append(Doubt(name, error.sentence, error.facts))
        except (KeyError, Invalid):
            continue
        else:
            kept[name] = replace(found, value=value, quote=found.quote[:_LONGEST_QUOTE])
    is_whole = kept.keys() == proposal.fields.keys()
    return replace(proposal, fields=kept, doubts=tuple(doubts), is_certain=proposal.is_certain and is_whole)


def sendable(value: object) -> object:
    """A value as JSON has it, so that whatever reads what people send reads it too."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else value


def _people(people: object) -> tuple[dict[str, Any], ...]:
    listed = people if isinstance(people, tuple | list) else ()
    read = [named(_person(person)) for person in listed if isinstance(person, Mapping)]
    return tuple(person for person in read if any(name != "role" for name in person))[:MOST_CONTACTS]


def _person(person: Mapping[str, Any]) -> dict[str, Any]:
    kept = {}
    for field in fields(ContactFields):
        value = person.get(field.name)
        if value in (None, ""):
            continue
        try:
            kept[field.name] = reader_in(field)(sendable(value))
        except InvalidValue:
            continue
    return kept


@cache
def _readers() -> Mapping[str, Reader]:
    """The reader of each field of an interview and of an event, by its name."""
    return {field.name: reader_in(field) for schema in (EventFields, InterviewFields) for field in fields(schema)}
