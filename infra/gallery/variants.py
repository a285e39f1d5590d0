"""The people, companies, notes and numbers of the situations in other languages.

Situations are written in English. A text that is in a language's dictionary is replaced, any other one stays: a name
that is foreign in every language needs no line here, and a new language starts with none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from infra.gallery.russian import RUSSIAN

VARIANTS: Mapping[str, Mapping[str, str]] = {"ru": RUSSIAN}


_TEXTS = ("company", "position", "position_short", "place", "referred_by", "notes")
_CONTACT_TEXTS = ("name", "salutation", "title", "notes", "phone")


def record_in(language: str, record: Interview) -> Interview:
    """The record with its texts in its own language, or in ``language`` if it has none."""
    own = VARIANTS.get(record.language or language, {})
    return replace(
        record,
        contacts=tuple(replace(contact, **_translated(own, contact, _CONTACT_TEXTS)) for contact in record.contacts),
        events=tuple(replace(event, **_translated(own, event, ("phone",))) for event in record.events),
        **_translated(own, record, _TEXTS),
    )


def owner_in(language: str, owner: Owner) -> Owner:
    """The owner as a reader of ``language``, with their texts in it."""
    own = VARIANTS.get(language, {})
    return replace(owner, language=language, **_translated(own, owner, ("name", "phone")))


def _translated(own: Mapping[str, str], value: Struct, names: tuple[str, ...]) -> dict[str, Any]:
    """The texts of a value that have these names, each translated if the dictionary has it."""
    return {name: own.get(getattr(value, name), getattr(value, name)) for name in names}
