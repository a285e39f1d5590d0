"""The forms of the people on a record: one person whole, or of each that they were there and what they said."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import cast

from msgspec import defstruct
from msgspec.structs import fields, replace

from chalicelib.playbook.contact import Contact
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.contact_fields import FLAT, ContactFields, FactsWithContacts, says_anything
from chalicelib.schemas.debrief_form import input_name
from chalicelib.schemas.validation import RawValues, RequestSchema

# The flat fields of a contact by themselves.
PersonFields = cast(
    "type[RequestSchema]",
    defstruct(
        "PersonFields",
        [(field.name, field.type, field.default) for field in fields(FactsWithContacts) if field.name in FLAT],
        bases=(RequestSchema,),
        module=__name__,
        namespace={"__doc__": "Somebody on a record; everything is optional, but something has to be said of them."},
        frozen=True,
        kw_only=True,
    ),
)


def read_person(sent: RawValues) -> Contact:
    """The person that the flat fields say. Raises ``Invalid``, also for one of whom they say nothing but the role."""
    read = PersonFields.read(sent)
    person = Contact(**{own: getattr(read, name) for name, own in FLAT.items()})
    if not says_anything(person):
        raise Invalid(Fault("contact_name", "is required, or a number, or an address"))
    return person


def read_who_was_there(contacts: Sequence[Contact], sent: RawValues, blank: Set[str]) -> dict[str, Contact]:
    """Of each contact whose line was sent, be it ``blank``, by its id: whether they were there, and what they said.

    A box that is not ticked means no, and an empty line that nothing is known. Raises ``Invalid``, with every fault
    under the name of its input, also for inputs of somebody who is not on the record.
    """
    known = {input_name(field, contact) for contact in contacts for field in ("met", "notes")}
    faults = [Fault(name, "is that of no contact of this record") for name in sent if name not in known]
    people: dict[str, Contact] = {}
    for contact in (one for one in contacts if input_name("notes", one) in {*sent, *blank}):
        met, notes = (sent.get(input_name(field, contact)) for field in ("met", "notes"))
        try:
            read = ContactFields.read({"met": met or False, "notes": notes})
        except Invalid as invalid:
            faults += [replace(one, field=input_name(one.field, contact)) for one in invalid.faults]
            continue
        people[contact.id] = replace(contact, met=read.met, notes=read.notes)
    if faults:
        raise Invalid(*faults)
    return people
