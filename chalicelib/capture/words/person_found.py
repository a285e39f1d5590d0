"""A person whom a message names, as far as it says who they are."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.drafts.word_lists import words
from chalicelib.playbook.contact import Role

_TITLES = words("mr mrs ms miss dr prof frau herr herrn")


class PersonFound(Struct, frozen=True):
    """Who is named; what is not told is empty. ``at``: where the text names them, -1 if it does not."""

    name: str = ""
    quote: str = ""
    role: Role | None = None
    title: str = ""
    phone: str = ""
    extension: str = ""
    email: str = ""
    at: int = -1

    def fields(self) -> dict[str, str]:
        """The fields of a contact. Who has no role is the recruiter, as in a record."""
        told = {name: getattr(self, name) for name in ("name", "phone", "extension", "email", "title")}
        return {"role": (self.role or Role.RECRUITER).value} | {name: value for name, value in told.items() if value}

    def is_named_like(self, other: PersonFound) -> bool:
        """Whether one is named shortly and the other in full: "Carol", "Carol Mendez", "Ms Mendez"."""
        first, second = _words(self.name), _words(other.name)
        return bool(first) and bool(second) and (first <= second or second <= first)

    def joined_with(self, other: PersonFound) -> PersonFound:
        """One of two mentions of a person, under the longer name."""
        longer = max(self, other, key=lambda person: len(person.name))
        told = {"role": self.role or other.role, "title": self.title or other.title}
        return replace(self, name=longer.name, quote=longer.quote, **told)


def _words(name: str) -> set[str]:
    return {word.strip(".").lower() for word in name.split()} - _TITLES
