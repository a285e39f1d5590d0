"""A usual name as most people type it, such as "Dana Winter": read at once, without the patterns for odd ones.

The way in is ``plainly_named``. What it reads, ``named_in`` would read alike.
"""

from __future__ import annotations

from chalicelib.drafts.names.capitals import PARTICLES
from chalicelib.drafts.names.given_names import is_given_name
from chalicelib.drafts.names.name_parts import Named, NameParts, Person
from chalicelib.drafts.names.vocabulary import COMPANIES, HONORIFICS, LABELS, NO_NAMES, ROLES
from chalicelib.drafts.word_lists import words

_TWO = 2
_DEGREES = words("jr sr esq ii iii iv phd dphil mba bsc msc llb llm phr sphr shrm")
_PRONOUNS = words("she her he him they them")
_NO_NAMES = ROLES | LABELS | NO_NAMES | COMPANIES | PARTICLES | HONORIFICS.keys() | _DEGREES | _PRONOUNS


def plainly_named(field: str) -> Named | None:
    """Who is named by a given name and a last name in plain letters, each with its capital; None for any other text."""
    typed = field.split()
    if len(typed) != _TWO or not all(map(_is_plain, typed)):
        return None
    given, family = typed
    if not is_given_name(given) or is_given_name(family):
        return None
    return Named((Person(NameParts(given=given, family=family, whole=f"{given} {family}")),))


def _is_plain(word: str) -> bool:
    is_capitalized = word[0].isupper() and word[1:].islower()
    return is_capitalized and word.isascii() and word.isalpha() and word.lower() not in _NO_NAMES
