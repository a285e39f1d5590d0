"""Whom to contact (C): the highest usable rung, for calls and for letters each on its own."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chalicelib.playbook.contact import Contact, Role

# The rule of each role, the highest rung first.
RUNGS = {Role.RECRUITER: "C1", Role.INTERVIEWER: "C2", Role.SUPERVISOR: "C2", Role.CEO: "C2", Role.OFFICE: "C3"}
_ORDER = list(RUNGS)


class ContactSelection(Struct, frozen=True):
    """The contact to call and the contact to write to; None where no rung is usable (C)."""

    to_call: Contact | None
    to_write: Contact | None


def select_contacts(contacts: Iterable[Contact], struck_phones: frozenset[str] = frozenset()) -> ContactSelection:
    """The contacts on the highest rung with a usable phone and on the highest with an address.

    ``struck_phones`` are numbers that turned out wrong.
    """
    ranked = sorted(contacts, key=lambda contact: _ORDER.index(contact.role))
    return ContactSelection(
        to_call=next((contact for contact in ranked if contact.phone and contact.phone not in struck_phones), None),
        to_write=next((contact for contact in ranked if contact.email), None),
    )
