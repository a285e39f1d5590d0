"""The inputs of a form, made from the declarations of its fields: what each asks, and how a browser shows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields, replace

from chalicelib.drafts.language import Language
from chalicelib.playbook.fields import Field, FieldType, fields_of
from chalicelib.schemas.validation import RequestSchema

Options = list[tuple[str, str]]

_CONTROLS: Mapping[FieldType, str] = {
    FieldType.PARAGRAPHS: "text",
    FieldType.CHOICE: "choose",
    FieldType.SWITCH: "choose",
    FieldType.LANGUAGE: "choose",
}
_TYPES: Mapping[FieldType, str] = {
    FieldType.DAY: "date",
    FieldType.CLOCK_TIME: "time",
    FieldType.PHONE: "tel",
    FieldType.EXTENSION: "tel",
    FieldType.EMAIL: "email",
    FieldType.WEB_ADDRESS: "url",
    FieldType.NUMBER: "numeric",
}
# The ids of lists on the page: of what a field of a type may be, and of what one of a name was in earlier records.
_SUGGESTIONS: Mapping[FieldType, str] = {FieldType.COUNTRY: "countries"}
_EARLIER: Mapping[str, str] = {"company": "companies", "contact_name": "people", "place": "places"}


class FormInput(Struct, frozen=True, kw_only=True):
    """One input. ``control`` is the macro of ``fields.html`` that shows it; ``default`` is its content if nothing else
    was entered."""

    control: str
    type: str
    question: str
    hint: str
    is_required: bool
    options: Options
    suggestions: str
    default: str


def inputs_of(schema: type[RequestSchema], language: Language, languages: Options) -> dict[str, FormInput]:
    """The inputs of the declared fields by name; ``languages`` are the choices for the language of the letters."""
    defaults = {field.name: field.default for field in fields(schema)}
    return {name: _input(field, defaults[name], language, languages) for name, field in fields_of(schema).items()}


def with_earlier(inputs: Mapping[str, FormInput]) -> dict[str, FormInput]:
    """The inputs, those of company, contact and place with what earlier records have as suggestions."""
    return {name: replace(one, suggestions=_EARLIER.get(name, one.suggestions)) for name, one in inputs.items()}


def as_text(value: object) -> str:
    """A value as the text in an input."""
    match value:
        case None | tuple():
            return ""
        case bool():
            return "yes" if value else "no"
        case time():
            return f"{value:%H:%M}"
        case _:
            return str(value)


def _input(field: Field, default: Any, language: Language, languages: Options) -> FormInput:
    options = [(value, language.say(label)) for value, label in field.options.items()]
    return FormInput(
        control="tick" if default is False else _CONTROLS.get(field.kind, "line"),
        type=_TYPES.get(field.kind, "text"),
        question=language.say(field.question or field.label),
        hint=language.say(field.hint) if field.hint else "",
        is_required=default is NODEFAULT,
        options=[*options, *languages] if field.kind is FieldType.LANGUAGE else options,
        suggestions=_SUGGESTIONS.get(field.kind, ""),
        default=as_text(None if default is NODEFAULT else default),
    )
