"""A contact: a person, or a main line, at the employer."""

from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.step import translatable

LONGEST_TAG, LONGEST_LINE, LONGEST_CONTACT_NOTE = 40, 200, 1000  # characters


class Role(StrEnum):
    """What the contact is to this selection; the ladder (C) ranks them."""

    RECRUITER = "recruiter"
    INTERVIEWER = "interviewer"
    SUPERVISOR = "supervisor"
    CEO = "ceo"
    OFFICE = "office"


ROLES = {
    Role.RECRUITER: translatable("the recruiter"),
    Role.INTERVIEWER: translatable("your interviewer"),
    Role.SUPERVISOR: translatable("the supervisor"),
    Role.CEO: translatable("the head of the company"),
    Role.OFFICE: translatable("the main line"),
}


class Contact(Struct, frozen=True, kw_only=True):
    """Someone to call or to write to. ``phone`` and ``email`` are kept as they were given.

    ``id`` stays with the contact for as long as it is in the record; it is empty until the record is stored.
    """

    id: Annotated[
        str,
        Field(
            FieldType.TAG,
            longest=LONGEST_TAG,
            meaning="Given by us. In a change it says which contact this is; without it, address, number and name do",
        ),
    ] = ""
    role: Annotated[
        Role, Field(FieldType.CHOICE, choices=Role, options=ROLES, meaning="What the contact is to this selection")
    ] = Role.RECRUITER
    name: Annotated[str | None, Field(FieldType.LINE, longest=LONGEST_LINE, meaning="Their name, as it is written")] = (
        None
    )
    salutation: Annotated[
        str | None,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            label=translatable("Address as"),
            meaning="How you address them: `Dana`, `Ms Winter`, `Dr van der Berg`",
        ),
    ] = None
    title: Annotated[
        str | None,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            label=translatable("Job title"),
            meaning="What they do there, such as `head of data`",
        ),
    ] = None
    met: Annotated[
        bool,
        Field(
            FieldType.SWITCH, label=translatable("Was at the interview"), meaning="Whether they were at the interview"
        ),
    ] = False
    notes: Annotated[
        str | None,
        Field(
            FieldType.PARAGRAPHS,
            longest=LONGEST_CONTACT_NOTE,
            label=translatable("Worth remembering"),
            meaning="One thing that they said, for you",
        ),
    ] = None
    phone: Annotated[str | None, Field(FieldType.PHONE, meaning="Their number, as you were given it")] = None
    extension: Annotated[str | None, Field(FieldType.EXTENSION, meaning="What to dial after the number")] = None
    email: Annotated[str | None, Field(FieldType.EMAIL, meaning="Their mail address")] = None
