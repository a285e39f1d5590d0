"""How a field is declared: once, with everything that is true of it wherever it is read, shown, stored or explained.

``InterviewFacts``, ``Contact`` and ``EventFacts`` declare their fields this way. The request schemas (``schemas``),
forms and pages (``web/pages``), the CSV (``exchange``) and the API's description (``web/openapi``) look them up here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct
from msgspec.structs import fields


class FieldType(StrEnum):
    """What a field holds; ``schemas/field_types.py`` says how a value of each type is read."""

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
    """Everything that is true of one field, besides its name, its Python type and its default.

    - ``longest``: the most characters that a text may have.
    - ``lowest``, ``highest``: the bounds of a number.
    - ``choices``: the enumeration of a choice.
    - ``meaning``: explains the field to programs.
    - ``label``: stands beside the value on a page.
    - ``question``: stands beside the input in a form; if it is empty, the label does.
    - ``hint``: stands under the input.
    - ``options``: the text of each choice; the empty key has the text for no answer.
    - ``headers``: further names of its CSV column, with commas between.
    - ``aliases``: words in a CSV cell, with commas between, by the value that they stand for.
    - ``is_kept_for_next_round``: the next round's record begins with its value (M4).
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
    """The declarations of a struct's fields by name, in order; a field without one is left out."""
    metadata = {field.name: getattr(field.type, "__metadata__", ()) for field in fields(struct)}
    return {name: item for name, items in metadata.items() for item in items if isinstance(item, Field)}
