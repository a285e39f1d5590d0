"""A person as the name tells, and the parts of the name."""

from __future__ import annotations

from msgspec import Struct

from chalicelib.drafts.names.given_names import is_given_name


class NameParts(Struct, frozen=True):
    """The parts of a name; what is not known is empty.

    - ``whole``: the name as one writes it, the given name first, without middle initials
    - ``is_abbreviated``: the given name is known by its initial only
    - ``is_family_sure``: where the last name begins is known
    """

    given: str = ""
    patronymic: str = ""
    family: str = ""
    whole: str = ""
    gender: str = ""
    is_abbreviated: bool = False
    is_family_sure: bool = True

    @property
    def is_one_word(self) -> bool:
        """Whether all that is known is a given name."""
        return bool(self.given) and self.given == self.whole

    @property
    def is_family_only(self) -> bool:
        """Whether all that is known is a last name."""
        return bool(self.family) and self.family == self.whole


class Person(Struct, frozen=True):
    """A person; what is not known is empty.

    - ``honorific``: as typed; ``russian_honorific``: the Russian word for it
    - ``nickname``: what friends say instead of the given name
    - ``gender``: ``feminine`` or ``masculine``, where the honorific or the name tells it for sure
    """

    parts: NameParts
    honorific: str = ""
    russian_honorific: str = ""
    nickname: str = ""
    gender: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether the words are a person's name for sure; a single word might as well be a firm's."""
        return bool(self.honorific or self.parts.family or is_given_name(self.parts.given))


class Named(Struct, frozen=True):
    """Who is named: ``people``, or else an ``office`` as one says it, if any. ``gender`` is of one person only."""

    people: tuple[Person, ...] = ()
    office: str | None = None
    gender: str = ""


class Salutation(Struct, frozen=True):
    """The owner's form of address, if any; ``name`` is it too, if it names a person."""

    text: str | None = None
    name: str | None = None
    gender: str = ""


def is_initial(word: str) -> bool:
    """Whether a word is an initial with its stop."""
    return len(word) == 2 and word[1] == "."  # noqa: PLR2004 - a letter and a stop


def abbreviated(initials: list[str], family: str, gender: str = "") -> NameParts:
    """A name of which only the initials and the last name are known."""
    return NameParts(family=family, whole=" ".join([*initials, family]), gender=gender, is_abbreviated=True)
