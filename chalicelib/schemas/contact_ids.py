"""Ids of contacts: each is kept for as long as the contact is in the record, also where a list comes without ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.ids import new_part_id

# By what a contact without an id is known again, the surest first.
_KNOWN_BY: tuple[Callable[[Contact], object], ...] = (
    lambda contact: contact.email and contact.email.casefold(),
    lambda contact: contact.phone and (contact.phone, contact.extension),
    lambda contact: contact.name and contact.name.casefold(),
)


def check_ids(contacts: Sequence[Contact]) -> None:
    """Raises ``Invalid`` for an id that two contacts have."""
    ids = [contact.id for contact in contacts]
    twice = [index for index, one in enumerate(ids) if one and one in ids[:index]]
    if twice:
        raise Invalid(*(Fault(f"[{index}].id", "is that of another contact") for index in twice))


def with_ids(contacts: Sequence[Contact], known: Sequence[Contact]) -> tuple[Contact, ...]:
    """The contacts, each with an id: its own, that of the contact among ``known`` which it is, or a new one."""
    taken = {contact.id for contact in contacts}
    free = [contact for contact in known if contact.id not in taken]
    found: dict[int, str] = {}
    for key in _KNOWN_BY:
        for index, contact in enumerate(contacts):
            if contact.id or index in found or not key(contact):
                continue
            same = next((one for one in free if key(one) == key(contact)), None)
            if same:
                free.remove(same)
                found[index] = same.id
    return tuple(
        replace(contact, id=contact.id or found.get(index) or new_part_id()) for index, contact in enumerate(contacts)
    )
