"""The forms of the people on a record: one person whole, or of each that they were there and what they said."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import asdict, replace

from chalicelib.playbook.contact import Contact
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.contact_fields import FLAT, FLAT_PREFIX, ContactFields, says_anything
from chalicelib.schemas.debrief_form import input_name
from chalicelib.schemas.validation import RawValues


def read_person(sent: RawValues) -> Contact:
    """The person that the flat fields say. Raises ``Invalid``, also for one of whom they say nothing but the role."""
    unknown = [Fault(name, "is not a field here") for name in sent if name not in FLAT]
    try:
        read = ContactFields.read({FLAT[name]: value for name, value in sent.items() if name in FLAT})
    except Invalid as invalid:
        raise Invalid(*unknown, *(replace(one, field=FLAT_PREFIX + one.field) for one in invalid.faults)) from invalid
    if unknown:
        raise Invalid(*unknown)
    if not says_anything(read):
        raise Invalid(Fault("contact_name", "is required, or a number, or an address"))
    return Contact(**asdict(read))


def read_who_was_there(contacts: Sequence[Contact], sent: RawValues) -> dict[str, Contact]:
    """Of each contact whose inputs were sent, by its id: whether they were there, and what they said.

    A box that is not ticked means no, and an empty line that nothing is known. Raises ``Invalid``, with every fault
    under the name of its input, also for inputs of somebody who is not on the record.
    """
    known = {input_name(field, contact) for contact in contacts for field in ("met", "notes")}
    faults = [Fault(name, "is that of no contact of this record") for name in sent if name not in known]
    people: dict[str, Contact] = {}
    for contact in contacts:
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
