"""What is sent to be read, where it is no file: a text, and whether what is certain is recorded at once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from chalicelib.playbook.fields import Field, FieldType
from chalicelib.request_errors import InvalidValue
from chalicelib.schemas.validation import RequestSchema


class Apply(StrEnum):
    """What is recorded without asking."""

    CERTAIN = "certain"


def _text(raw: object) -> str:
    """The whole text, as it was written."""
    if not isinstance(raw, str):
        raise InvalidValue("is not a text")
    return raw


class CaptureFields(RequestSchema, frozen=True, kw_only=True):
    """A text to be read: an invitation or a reply that was pasted, or a whole mail with its headers."""

    text: Annotated[str, Meta(extra={"read": _text}, description="The words, or a whole mail or calendar file")]


class CaptureQuery(RequestSchema, frozen=True, kw_only=True):
    """What is recorded at once."""

    apply: Annotated[
        Apply | None,
        Field(
            FieldType.CHOICE,
            choices=Apply,
            meaning="`certain`: record at once what leaves no doubt, exact calendar data; it can be undone",
        ),
    ] = None
