"""Everybody on the records: the contacts of all of them, each person once.

A contact of one record is the same person as one of another if both have the same address; else if both have the same
name at the same company; a main line without either, if it has the same number there. Two contacts of one record are
two people, whatever they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview

Key = tuple[str, str, str]


class Appearance(Struct, frozen=True):
    """A contact as it stands on a record."""

    contact: Contact
    interview: Interview


class PersonOnRecords(Struct, frozen=True):
    """Somebody on the records, the newest one first."""

    appearances: tuple[Appearance, ...]

    def latest(self, field: str) -> str | None:
        """What the newest record that says it says of a person: their name, number, address …"""
        said = (getattr(one.contact, field) for one in self.appearances)
        return next((value for value in said if value), None)

    @property
    def reached(self) -> Contact:
        """The person with what is known of them by now: an extension goes with its own number."""
        newest = self.appearances[0].contact
        dialled = next((one.contact for one in self.appearances if one.contact.phone), newest)
        return Contact(
            role=newest.role,
            name=self.latest("name"),
            salutation=self.latest("salutation"),
            title=self.latest("title"),
            phone=dialled.phone,
            extension=dialled.extension,
            email=self.latest("email"),
        )


def people_on(interviews: Iterable[Interview]) -> tuple[PersonOnRecords, ...]:
    """Everybody on these records, each once, in the order in which they first appear."""
    groups = _Groups()
    for interview in interviews:
        for contact in interview.contacts:
            groups.add(Appearance(contact, interview))
    return tuple(PersonOnRecords(tuple(group)) for group in groups.people if group)


class _Groups:
    """The contacts that were looked at so far, by person; ``by_key`` finds those who share a key with another one."""

    def __init__(self) -> None:
        self.people: list[list[Appearance]] = []
        self._by_key: dict[Key, list[int]] = {}

    def add(self, one: Appearance) -> None:
        """Add a contact to the same person, or as a new one. People of whom it is the link become one."""
        keys = list(_keys(one))
        places = dict.fromkeys(place for key in keys for place in self._by_key.get(key, ()))
        same = [place for place in places if not _share_a_record(self.people[place], [one])]
        mine = same[0] if same else len(self.people)
        if not same:
            self.people.append([])
        self.people[mine].append(one)
        for place in same[1:]:
            if not _share_a_record(self.people[place], self.people[mine]):
                self._merge(place, mine)
        for key in keys:
            self._note(key, mine)

    def _merge(self, place: int, into: int) -> None:
        merged = self.people[place]
        self.people[into] += merged
        self.people[place] = []
        for key in dict.fromkeys(key for one in merged for key in _keys(one)):
            self._note(key, into)

    def _note(self, key: Key, place: int) -> None:
        places = self._by_key.setdefault(key, [])
        if place not in places:
            places.append(place)


def _share_a_record(some: list[Appearance], others: list[Appearance]) -> bool:
    ids = {one.interview.id for one in others}
    return any(one.interview.id in ids for one in some)


def _keys(one: Appearance) -> Iterator[Key]:
    """What makes two contacts the same person, the surest first."""
    contact, company = one.contact, _plain(one.interview.company)
    if contact.email:
        yield "address", "", _plain(contact.email)
    if contact.name:
        yield "name", company, _plain(contact.name)
    elif contact.phone and not contact.email:
        digits = "".join(filter(str.isdigit, f"{contact.phone}{contact.extension or ''}"))
        yield "number", company, digits


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
