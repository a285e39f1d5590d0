"""Whom to contact (C): each channel takes its own highest rung."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chalicelib.playbook.contact import Contact, Role

RUNGS = {Role.RECRUITER: "C1", Role.INTERVIEWER: "C2", Role.SUPERVISOR: "C2", Role.CEO: "C2", Role.OFFICE: "C3"}
_ORDER = list(RUNGS)


class ContactSelection(Struct, frozen=True):
    """The contact to call and the contact to write to; None where no rung is usable."""

    to_call: Contact | None
    to_write: Contact | None


def select_contacts(contacts: Iterable[Contact], struck_phones: frozenset[str] = frozenset()) -> ContactSelection:
    """The highest rung with a usable phone, and that with an address; a struck phone is a wrong number."""
    ranked = sorted(contacts, key=lambda contact: _ORDER.index(contact.role))
    return ContactSelection(
        to_call=next((one for one in ranked if one.phone and one.phone not in struck_phones), None),
        to_write=next((one for one in ranked if one.email), None),
    )
