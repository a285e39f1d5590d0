"""Ids of contacts: each is kept for as long as the contact is in the record, also where a list comes without ids."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact
from chalicelib.request_errors import Fault, Invalid
from chalicelib.schemas.ids import new_part_id


def check_ids(contacts: Sequence[Contact]) -> None:
    """Raises ``Invalid`` for an id that two contacts have."""
    ids = [contact.id for contact in contacts]
    twice = [index for index, one in enumerate(ids) if one and one in ids[:index]]
    if twice:
        raise Invalid(*(Fault(f"[{index}].id", "is that of another contact") for index in twice))


def check_known(contacts: Sequence[Contact], known: Sequence[Contact]) -> None:
    """Raises ``Invalid`` for an id, sent with a change, that no contact of the record has: it was mistyped, or the
    contact is gone."""
    ids = {contact.id for contact in known}
    strange = [index for index, contact in enumerate(contacts) if contact.id and contact.id not in ids]
    if strange:
        raise Invalid(*(Fault(f"contacts[{index}].id", "is that of no contact of this record") for index in strange))


def with_ids(contacts: Sequence[Contact], known: Sequence[Contact]) -> tuple[Contact, ...]:
    """The contacts, each with an id: its own, that of the contact among ``known`` which it is, or a new one.

    Who has the most in common is the same: of address, number and name. What only one of the three says counts only
    where it is said of one contact, since a main line or a mailbox may be shared.
    """
    taken = {contact.id for contact in contacts}
    free = [contact for contact in known if contact.id not in taken]
    found: dict[int, str] = {}
    for least in (3, 2, 1):
        for index, contact in enumerate(contacts):
            same = [one for one in free if _in_common(contact, one) >= least]
            if contact.id or index in found or not same or (least == 1 and len(same) > 1):
                continue
            free.remove(same[0])
            found[index] = same[0].id
    return tuple(
        replace(contact, id=contact.id or found.get(index) or new_part_id()) for index, contact in enumerate(contacts)
    )


def _in_common(one: Contact, other: Contact) -> int:
    """In how many of address, number and name two contacts agree."""
    pairs = zip(_known_by(one), _known_by(other), strict=True)
    return sum(mine == theirs for mine, theirs in pairs if mine)


def _known_by(contact: Contact) -> tuple[str, str, str]:
    digits = "".join(filter(str.isdigit, f"{contact.phone or ''}{contact.extension or ''}"))
    return (contact.email or "").casefold(), digits, (contact.name or "").casefold()
