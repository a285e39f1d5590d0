"""The people on one record: add somebody, change or remove them, and mark who was there and what they said (C4).

Who they are decides whom to call and whom to thank, so the record is planned anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.plan import PlannedInterview
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.contact_fields import MOST_CONTACTS
from chalicelib.schemas.ids import new_part_id
from chalicelib.usecases.change_interview import change
from chalicelib.usecases.owner_context import OwnerContext
from chalicelib.usecases.retry_on_conflict import VersionCheck, any_version

ChangePerson = Callable[[Contact], Contact]


def person_of(interview: Interview, contact_id: str) -> Contact:
    """The contact of a record. Raises NotFound."""
    found = next((contact for contact in interview.contacts if contact.id == contact_id), None)
    if found is None or not contact_id:
        raise NotFound(contact_id)
    return found


def add_person(
    context: OwnerContext, interview_id: str, person: Contact, check: VersionCheck = any_version
) -> PlannedInterview:
    """Add somebody to the record; one of whom it says the very same already is not added again (a double tap).

    Raises NotFound, and ``Invalid`` if the contacts are too many.
    """

    def make(interview: Interview) -> Interview:
        if any(replace(contact, id="") == person for contact in interview.contacts):
            return interview
        if len(interview.contacts) >= MOST_CONTACTS:
            raise Invalid(Fault("contacts", "holds more than {most}", {"most": MOST_CONTACTS}))
        return replace(interview, contacts=(*interview.contacts, replace(person, id=new_part_id())))

    return change(context, interview_id, make, check)


def change_people(
    context: OwnerContext, interview_id: str, changes: Mapping[str, ChangePerson], check: VersionCheck = any_version
) -> PlannedInterview:
    """Change contacts of the record, by their ids. Raises NotFound if one is not there, and what the changes raise."""

    def make(interview: Interview) -> Interview:
        for contact_id in changes:
            person_of(interview, contact_id)
        contacts = (
            replace(changes[contact.id](contact), id=contact.id) if contact.id in changes else contact
            for contact in interview.contacts
        )
        return replace(interview, contacts=tuple(contacts))

    return change(context, interview_id, make, check)


def remove_person(
    context: OwnerContext, interview_id: str, contact_id: str, check: VersionCheck = any_version
) -> PlannedInterview:
    """Remove a contact from the record, if it is there: what was due to them is not any more. Raises NotFound for a
    record that is not there."""

    def make(interview: Interview) -> Interview:
        left = tuple(contact for contact in interview.contacts if contact.id != contact_id)
        return replace(interview, contacts=left)

    return change(context, interview_id, make, check)
