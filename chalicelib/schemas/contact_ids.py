"""Ids of contacts: a contact keeps its id as long as it is in the record, even if a list is sent without ids."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.ids import new_part_id


def check_ids(contacts: Sequence[Contact]) -> None:
    """Raise ``Invalid`` for an id that two contacts have."""
    ids = [contact.id for contact in contacts]
    repeated = [index for index, id_ in enumerate(ids) if id_ and id_ in ids[:index]]
    if repeated:
        raise Invalid(*(Fault(f"[{index}].id", "is that of another contact") for index in repeated))


def check_known(contacts: Sequence[Contact], known: Sequence[Contact]) -> None:
    """Raise ``Invalid`` for an id that was sent with a change and that no contact of the record has: it was mistyped,
    or the contact is gone."""
    ids = {contact.id for contact in known}
    unknown = [index for index, contact in enumerate(contacts) if contact.id and contact.id not in ids]
    if unknown:
        raise Invalid(*(Fault(f"contacts[{index}].id", "is that of no contact of this record") for index in unknown))


def check_contact(contact_id: str | None, known: Sequence[Contact]) -> None:
    """Raise ``Invalid`` if an event names a contact that is not in the record."""
    if contact_id is not None and contact_id not in {contact.id for contact in known}:
        raise Invalid(Fault("contact", "is that of no contact of this record"))


def with_ids(contacts: Sequence[Contact], known: Sequence[Contact]) -> tuple[Contact, ...]:
    """Return the contacts, each with an id: its own, that of the same contact among ``known``, or a new one.

    A contact is the same as the known one with which it shares most of address, number and name. If they share only one
    of the three, the address counts first, then the number, then the name, and just one known contact may have it,
    because a main line or a mailbox may be shared.
    """
    taken = {contact.id for contact in contacts}
    free = [contact for contact in known if contact.id not in taken]
    found: dict[int, str] = {}
    for least, parts in _AGREEMENTS if free else ():
        for index, contact in enumerate(contacts):
            same = [other for other in free if sum(_shared(contact, other)[parts]) >= least]
            if contact.id or index in found or not same or (least == 1 and len(same) > 1):
                continue
            free.remove(same[0])
            found[index] = same[0].id
    return tuple(
        replace(contact, id=contact.id or found.get(index) or new_part_id()) for index, contact in enumerate(contacts)
    )


# How many of address, number and name two contacts share, and which of them are looked at: the surest first.
_AGREEMENTS = ((3, slice(3)), (2, slice(3)), (1, slice(1)), (1, slice(1, 2)), (1, slice(2, 3)))


def _shared(one: Contact, other: Contact) -> tuple[bool, ...]:
    """Whether two contacts share the address, the number, and the name."""
    return tuple(bool(mine) and mine == theirs for mine, theirs in zip(_identity(one), _identity(other), strict=True))


def _identity(contact: Contact) -> tuple[str, str, str]:
    digits = "".join(filter(str.isdigit, f"{contact.phone or ''}{contact.extension or ''}"))
    return (contact.email or "").casefold(), digits, (contact.name or "").casefold()
