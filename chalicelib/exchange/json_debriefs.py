"""What a note gave to its record after the interview (W12), as a file of records has it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta
from msgspec.structs import asdict

from chalicelib.playbook.contact import LONGEST_CONTACT_NOTE, LONGEST_TAG
from chalicelib.playbook.debrief import Debrief, PersonThere
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.interview_facts import Channel
from chalicelib.request_errors import InvalidValue
from chalicelib.schemas import field_types
from chalicelib.schemas.contact_fields import MOST_CONTACTS
from chalicelib.schemas.validation import RequestSchema, read_each


class PersonFields(RequestSchema, frozen=True, kw_only=True):
    """What was written down of a contact (``PersonThere``)."""

    id: Annotated[str, Field(FieldType.TAG, longest=LONGEST_TAG)]
    met: Annotated[bool, Field(FieldType.SWITCH)] = False
    notes: Annotated[str | None, Field(FieldType.PARAGRAPHS, longest=LONGEST_CONTACT_NOTE)] = None


def _people(raw: object) -> tuple[PersonThere, ...]:
    return tuple(PersonThere(**asdict(person)) for person in read_each(PersonFields, raw, MOST_CONTACTS))


class DebriefFields(RequestSchema, frozen=True, kw_only=True):
    """The answers of one Save (``Debrief``)."""

    answer_expected_on: field_types.Day | None = None
    answer_channel: Annotated[Channel | None, Field(FieldType.CHOICE, choices=Channel)] = None
    may_call: Annotated[bool | None, Field(FieldType.SWITCH)] = None
    people: Annotated[tuple[PersonThere, ...], Meta(max_length=MOST_CONTACTS, extra={"read": _people})] = ()


def debrief(raw: object) -> Debrief:
    """The answers in a file. Raises InvalidValue, and ``Invalid`` with faults that are named within them."""
    if not isinstance(raw, dict):
        raise InvalidValue("is not an object")
    read = DebriefFields.read(raw)
    return Debrief(**{name: getattr(read, name) for name in read.__struct_fields__})
