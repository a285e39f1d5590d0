"""How each type of field is read.

A field that the playbook declares is read by its ``Field``. The other schemas, of settings and of queries, name one of
the types below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from chalicelib.playbook.contact import LONGEST_LINE
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.owner import Tone, Weekday
from chalicelib.schemas import addresses, locales, simple_values, text_values

Reader = Callable[[object], object]


def reader_of(field: Field) -> Reader:
    """The reader of a declared field's values."""
    match field.kind:
        case FieldType.LINE:
            return text_values.line(field.longest)
        case FieldType.PARAGRAPHS:
            return text_values.paragraphs(field.longest)
        case FieldType.TAG:
            return text_values.tag(field.longest)
        case FieldType.NUMBER:
            return simple_values.number(field.lowest, field.highest)
        case FieldType.CHOICE:
            return simple_values.choice(_choices(field))
        case _:
            return _READERS[field.kind]


def _choices(field: Field) -> type[StrEnum]:
    if field.choices is None:
        raise TypeError(f"a choice needs choices: {field}")
    return field.choices


_READERS: Mapping[FieldType, Reader] = {
    FieldType.DAY: simple_values.day,
    FieldType.CLOCK_TIME: simple_values.clock_time,
    FieldType.TIME_ZONE: locales.time_zone,
    FieldType.SWITCH: simple_values.switch,
    FieldType.EMAIL: addresses.email,
    FieldType.PHONE: addresses.phone,
    FieldType.EXTENSION: addresses.extension,
    FieldType.WEB_ADDRESS: addresses.web_address,
    FieldType.COUNTRY: locales.country,
    FieldType.LANGUAGE: locales.language,
}

LineOfText = Annotated[str, Meta(max_length=LONGEST_LINE, extra={"read": text_values.line(LONGEST_LINE)})]
Day = Annotated[date, Meta(extra={"read": simple_values.day})]
ClockTime = Annotated[time, Meta(extra={"read": simple_values.clock_time})]
Switch = Annotated[bool, Meta(extra={"read": simple_values.switch})]
Attempts = Annotated[int, Meta(ge=1, le=10, extra={"read": simple_values.number(1, 10)})]
Processes = Annotated[int, Meta(ge=0, le=20, extra={"read": simple_values.number(0, 20)})]
# In places the playbook (T) itself waits five working days; a longer pause would contradict it.
WorkingDaysBetween = Annotated[int, Meta(ge=1, le=5, extra={"read": simple_values.number(1, 5)})]
DigestDays = Annotated[tuple[Weekday, ...], Meta(min_length=1, extra={"read": simple_values.choices(Weekday)})]
LetterTone = Annotated[Tone, Meta(extra={"read": simple_values.choice(Tone)})]
Email = Annotated[str, Meta(extra={"read": addresses.email}, extra_json_schema={"format": "email"})]
Phone = Annotated[str, Meta(extra={"read": addresses.phone})]
Country = Annotated[str, Meta(extra={"read": locales.country})]
TimeZone = Annotated[str, Meta(extra={"read": locales.time_zone})]
LanguageCode = Annotated[str, Meta(extra={"read": locales.language})]
