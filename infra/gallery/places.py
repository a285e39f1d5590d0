"""The places where owners and employers of the gallery are, with numbers that nobody has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact, Role


class Place(NamedTuple):
    """A country (ISO 3166), its time zone, a number for the owner, and one for each role in the order of the roles."""

    country: str
    time_zone: str
    own_phone: str
    phones: tuple[str, ...]

    @property
    def of_an_owner(self) -> dict[str, Any]:
        """What is different about an owner who lives here."""
        return {"country": self.country, "time_zone": self.time_zone, "phone": self.own_phone}

    def has(self, contact: Contact) -> Contact:
        """The contact with a number of this place, if it has one at all."""
        return replace(contact, phone=self.phone_of(contact.role)) if contact.phone else contact

    def phone_of(self, role: Role) -> str:
        """The number of whoever has this role at an employer here."""
        return self.phones[tuple(Role).index(role)]


def _place(country: str, time_zone: str, own: str, *others: str) -> Place:
    return Place(country, time_zone, own, others)


BERLIN = _place(
    "DE",
    "Europe/Berlin",
    "+49 30 23125 020",
    "+49 30 23125 021",
    "+49 30 23125 022",
    "+49 30 23125 023",
    "+49 30 23125 024",
    "+49 30 23125 0",
)
NEW_YORK = _place("US", "America/New_York", *(f"+1 212 555 01{number}" for number in range(47, 53)))
LONDON = _place("GB", "Europe/London", *(f"+44 20 7946 01{number}" for number in range(47, 53)))
DUBLIN = _place("IE", "Europe/Dublin", *(f"+353 20 910 01{number}" for number in range(47, 53)))
SYDNEY = _place("AU", "Australia/Sydney", *(f"+61 2 5550 01{number}" for number in range(47, 53)))
MOSCOW = _place("RU", "Europe/Moscow", *(f"+7 495 000-00-{number}" for number in range(20, 26)))
ALMATY = _place("KZ", "Asia/Almaty", *(f"+7 727 000-00-{number}" for number in range(20, 26)))

# Where a draw in a language puts people; the first are met more often.
PLACES: Mapping[str, tuple[Place, ...]] = {
    "en": (NEW_YORK, LONDON, NEW_YORK, LONDON, BERLIN, DUBLIN, SYDNEY),
    "ru": (MOSCOW, MOSCOW, MOSCOW, ALMATY),
}
