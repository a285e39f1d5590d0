"""How a field is declared: once, with all that is true of it wherever it is read, shown, stored or explained.

``InterviewFacts``, ``Contact`` and ``EventFacts`` declare theirs so. What comes in (``schemas``), forms and pages
(``web/pages``), the CSV (``exchange``) and the API's description (``web/openapi``) all look here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct
from msgspec.structs import fields


class FieldType(StrEnum):
    """What a field holds; ``schemas/field_types.py`` knows how a value of each is read."""

    LINE = "line"
    PARAGRAPHS = "paragraphs"
    TAG = "tag"
    DAY = "day"
    CLOCK_TIME = "clock_time"
    TIME_ZONE = "time_zone"
    SWITCH = "switch"
    NUMBER = "number"
    CHOICE = "choice"
    EMAIL = "email"
    PHONE = "phone"
    EXTENSION = "extension"
    WEB_ADDRESS = "web_address"
    COUNTRY = "country"
    LANGUAGE = "language"


class Field(Struct, frozen=True):
    """All that is true of one field, besides its name, its Python type and its default.

    ``longest`` is the most characters that a text may have; ``lowest`` and ``highest`` are the bounds of a number;
    ``choices`` is the enumeration of a choice. ``meaning`` explains the field to programs. ``label`` stands beside the
    value on a page, and ``question`` beside its input in a form, with ``hint`` under it; an empty ``question`` is the
    label. ``options`` says each choice aloud; the empty key is what no answer is called. ``headers`` are names of a
    CSV's column besides the field's own, with commas between; ``aliases`` are words of its cells, with commas between,
    by the value that they stand for. ``is_kept_for_next_round``: the next round's record begins with it (M4).
    """

    kind: FieldType
    longest: int = 0
    lowest: int = 0
    highest: int = 0
    choices: type[StrEnum] | None = None
    meaning: str = ""
    label: str = ""
    question: str = ""
    hint: str = ""
    options: Mapping[str, str] = {}
    headers: str = ""
    aliases: Mapping[str, str] = {}
    is_kept_for_next_round: bool = False


@cache
def fields_of(struct: type[Struct]) -> Mapping[str, Field]:
    """The declarations of a struct's fields by their names, in order; a field without one is left out."""
    metadata = {one.name: getattr(one.type, "__metadata__", ()) for one in fields(struct)}
    return {name: found for name, facts in metadata.items() for found in facts if isinstance(found, Field)}
