"""How a value of each type of field is read. What the playbook declares is read by its ``Field``; the other schemas, of
settings and of queries, name one of the types below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from chalicelib.playbook.contact import LONGEST_LINE
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.owner import Tone, Weekday
from chalicelib.schemas import addresses, locales, texts, values

Reader = Callable[[object], object]


def reader_of(field: Field) -> Reader:
    """What reads the values of a declared field."""
    match field.kind:
        case FieldType.LINE:
            return texts.line(field.longest)
        case FieldType.PARAGRAPHS:
            return texts.paragraphs(field.longest)
        case FieldType.TAG:
            return texts.tag(field.longest)
        case FieldType.NUMBER:
            return values.number(field.lowest, field.highest)
        case FieldType.CHOICE:
            return values.choice(_choices(field))
        case _:
            return _READERS[field.kind]


def _choices(field: Field) -> type[StrEnum]:
    if field.choices is None:
        raise TypeError(f"a choice needs choices: {field}")
    return field.choices


_READERS: Mapping[FieldType, Reader] = {
    FieldType.DAY: values.day,
    FieldType.CLOCK_TIME: values.clock_time,
    FieldType.TIME_ZONE: locales.time_zone,
    FieldType.SWITCH: values.switch,
    FieldType.EMAIL: addresses.email,
    FieldType.PHONE: addresses.phone,
    FieldType.EXTENSION: addresses.extension,
    FieldType.WEB_ADDRESS: addresses.web_address,
    FieldType.COUNTRY: locales.country,
    FieldType.LANGUAGE: locales.language,
}

Line = Annotated[str, Meta(max_length=LONGEST_LINE, extra={"read": texts.line(LONGEST_LINE)})]
Day = Annotated[date, Meta(extra={"read": values.day})]
ClockTime = Annotated[time, Meta(extra={"read": values.clock_time})]
Attempts = Annotated[int, Meta(ge=1, le=10, extra={"read": values.number(1, 10)})]
Processes = Annotated[int, Meta(ge=0, le=20, extra={"read": values.number(0, 20)})]
# T itself waits five working days in places; a longer pause would contradict it.
WorkingDaysBetween = Annotated[int, Meta(ge=1, le=5, extra={"read": values.number(1, 5)})]
DigestDays = Annotated[tuple[Weekday, ...], Meta(min_length=1, extra={"read": values.choices(Weekday)})]
LetterTone = Annotated[Tone, Meta(extra={"read": values.choice(Tone)})]
Email = Annotated[str, Meta(extra={"read": addresses.email}, extra_json_schema={"format": "email"})]
Phone = Annotated[str, Meta(extra={"read": addresses.phone})]
Country = Annotated[str, Meta(extra={"read": locales.country})]
TimeZone = Annotated[str, Meta(extra={"read": locales.time_zone})]
Language = Annotated[str, Meta(extra={"read": locales.language})]
