"""What the fields of a record are called, for the page that imports tables."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.drafts.language import Language
from chalicelib.exchange.column_mapping import HEADERS, OUTCOME, RECORD_ID
from chalicelib.playbook.fields import fields_of
from chalicelib.playbook.step import translatable
from chalicelib.schemas.interview_fields import InterviewFields

_OTHER_NAMES: Mapping[str, str] = {
    OUTCOME: translatable("How it ended"),
    RECORD_ID: translatable("Id of the record"),
    "date_format": translatable("How days are written"),
    "row": translatable("The row"),
    "file": translatable("The file"),
    "columns": translatable("The columns"),
    "encoding": translatable("Character encoding"),
}
_NAMES: Mapping[str, str] = {
    **{name: field.label for name, field in fields_of(InterviewFields).items()},
    **_OTHER_NAMES,
}


def field_names(language: Language) -> dict[str, str]:
    """What each field is called, by its name in the API."""
    return {field: language.say(name) for field, name in _NAMES.items()}


def columns(language: Language) -> list[tuple[str, str]]:
    """The fields that a column can hold, each with what it is called."""
    return [(field, name) for field, name in field_names(language).items() if field in HEADERS]
