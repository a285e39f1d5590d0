"""How a contact is addressed, asked for and spoken of. The way in is ``address_of``.

Decided once:

- A friendly greeting has the first name; a formal one the whole name, or honorific and last name where the name has an
  honorific, written as the owner wrote it ("Dr. Smith", "Dr Smith"). Of several the highest is said: "Herr Dr. Winter"
  is "Dr. Winter". A title without a known first name is said in both tones.
- Russian says given name and patronymic, otherwise the first name, in both tones. Initials are written, not said.
- The caller asks in English for title and last name ("Dr. Smith"), or for the whole name without the title where the
  last name is not sure.
- Middle initials, degrees, roles and remarks are left out. What may be a firm, and an order that nothing tells, gives
  no first name. Two people are greeted with "and" and asked for with "or".
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from chalicelib.drafts.names.name_parts import Named, Person, Salutation
from chalicelib.drafts.names.person_forms import formal_greeting, friendly_greeting, reference, spoken_name
from chalicelib.drafts.names.plain_names import plainly_named
from chalicelib.drafts.names.vocabulary import LOWEST_RANK_KEPT, honorific_rank
from chalicelib.playbook.contact import Contact

LONGEST_FORM = 80  # characters
_NO_NAME = frozenset("@<>[]{}()|")
_JOINTS = {"en": ("and", "or"), "ru": ("и", "или")}


class Address(Struct, frozen=True):
    """The forms of a contact's name; None: the sentence does without.

    - ``greeting``: what follows "Dear" or «Уважаемая»
    - ``spoken``: whom the caller asks for
    - ``written``: the name within a sentence about them
    - ``gender``: ``feminine`` or ``masculine``, or empty where nothing tells it for sure
    - ``is_team``: an office is named and nobody in it
    """

    greeting: str | None = None
    spoken: str | None = None
    written: str | None = None
    gender: str = ""
    is_team: bool = False


def address_of(contact: Contact, *, is_formal: bool, language: str) -> Address:
    """The forms of a contact's name in a language, "en" or "ru"; another has the English ones."""
    language = language if language in _JOINTS else "en"
    named = _named(contact.name or "", language)
    salutation = _salutation(contact.salutation, named)
    genders = {salutation.gender, named.gender} - {""}
    joint, alternative = _JOINTS[language]

    def joined(form: Callable[[Person, str], str | None], joint: str) -> str | None:
        forms = [said for person in named.people if (said := form(person, language))]
        is_whole = len(forms) == len(named.people)
        return f" {joint} ".join(filter(None, (", ".join(forms[:-1]), *forms[-1:]))) if is_whole else None

    return Address(
        greeting=_fitting(salutation.text or joined(formal_greeting if is_formal else friendly_greeting, joint)),
        spoken=_fitting(joined(_asked_for, alternative) or named.office or salutation.name),
        written=_fitting(joined(reference, joint) or named.office or salutation.name),
        gender=genders.pop() if len(genders) == 1 else "",
        is_team=named.office is not None and not named.people,
    )


def _named(name: str, language: str) -> Named:
    """Who is named. What reads odd names is loaded for odd names."""
    if not name:
        return Named()
    if plain := plainly_named(name):
        return plain
    from chalicelib.drafts.names.name_field import named_in

    return named_in(name, language)


def _salutation(salutation: str | None, named: Named) -> Salutation:
    if not salutation:
        return Salutation()
    from chalicelib.drafts.names.salutations import salutation_in

    return salutation_in(salutation, named)


def _asked_for(person: Person, language: str) -> str | None:
    """Whom the caller asks for: aloud, nobody says a title before the whole name."""
    if language != "en" or honorific_rank(person.honorific) < LOWEST_RANK_KEPT:
        return spoken_name(person, language)
    titled = formal_greeting(person, language)
    return person.parts.whole if titled == reference(person, language) and person.parts.given else titled


def _fitting(form: str | None) -> str | None:
    return form if form and len(form) <= LONGEST_FORM and not _NO_NAME & set(form) else None
