"""Request schemas: which fields a request may carry. They are read field by field, so that one response names every
fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, get_args

import msgspec
from msgspec.structs import FieldInfo, asdict, fields, replace

from chalicelib.playbook.fields import Field
from chalicelib.request_errors import Fault, Invalid, InvalidValue
from chalicelib.schemas.field_types import Reader, reader_of
from chalicelib.schemas.invisible_marks import is_blank
from chalicelib.schemas.text_values import printable_name

RawValues = Mapping[str, object]
Check = Callable[[Mapping[str, Any]], Iterable[Fault]]


class RequestSchema(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields of a request. Each field's type carries its declaration (``Field``), or its reader in a ``Meta``.

    A field without a default is required. ``null``, or a blank text, stands for the default.
    """

    # Faults between fields. A field that is absent or at fault is not among the values that a check is given.
    checks: ClassVar[tuple[Check, ...]] = ()

    @classmethod
    def read(cls, sent: RawValues, onto: Self | None = None, more: tuple[Check, ...] = ()) -> Self:
        """Read what was sent, as a new instance or as a change of ``onto``; ``more`` are further checks.

        In a change, a field that is not sent stays as it is, even if it was stored when the limits were wider. Raises
        ``Invalid``, with every fault.
        """
        values: dict[str, Any] = {} if onto is None else asdict(onto)
        faults = [
            Fault(printable_name(name), "is not a field here") for name in sent if name not in cls.__struct_fields__
        ]
        for field, reader in _fields(cls):
            try:
                values |= _sent_value(field, reader, sent, is_known=field.name in values)
            except Invalid as invalid:
                values.pop(field.name, None)
                faults += invalid.faults
        at_fault = {fault.field for fault in faults}
        further = (fault for check in (*cls.checks, *more) for fault in check(values))
        faults += [fault for fault in further if fault.field not in at_fault]
        if faults:
            raise Invalid(*faults)
        return cls(**values)


def required_fields(schema: type[RequestSchema]) -> tuple[str, ...]:
    """The names of the fields that have no default."""
    return tuple(field.name for field in fields(schema) if field.required)


Schema = TypeVar("Schema", bound=RequestSchema)


def read_each(shape: type[Schema], raw: object, most: int) -> tuple[Schema, ...]:
    """Read a list of at most ``most`` objects of one schema. Raises InvalidValue, and ``Invalid`` with faults that are
    named by their position, such as ``[0].email``."""
    if not isinstance(raw, list):
        raise InvalidValue("is not a list")
    if len(raw) > most:
        raise InvalidValue("holds more than {most}", most=most)
    read, faults = [], []
    for index, element in enumerate(raw):
        try:
            read.append(_read_element(shape, element))
        except Invalid as invalid:
            faults += [replace(fault, field=f"[{index}]{fault.field}") for fault in invalid.faults]
    if faults:
        raise Invalid(*faults)
    return tuple(read)


def _read_element(shape: type[Schema], raw: object) -> Schema:
    if not isinstance(raw, dict):
        raise Invalid(Fault("", "is not an object"))
    try:
        return shape.read(raw)
    except Invalid as invalid:
        raise Invalid(*(replace(fault, field=f".{fault.field}") for fault in invalid.faults)) from invalid


def _sent_value(field: FieldInfo, reader: Reader, sent: RawValues, *, is_known: bool) -> dict[str, Any]:
    """The field's new value under its name; nothing if the field stays as it is."""
    raw = sent.get(field.name)
    is_empty = raw is None or (isinstance(raw, str) and is_blank(raw))
    if not is_empty:
        return {field.name: _read(field, reader, raw)}
    if field.required and (field.name in sent or not is_known):
        raise Invalid(Fault(field.name, "is required"))
    return {field.name: field.default} if field.name in sent and is_known else {}


def _read(field: FieldInfo, reader: Reader, raw: object) -> object:
    try:
        return reader(raw)
    except InvalidValue as error:
        raise Invalid(Fault(field.name, error.sentence, error.facts)) from error
    except Invalid as invalid:
        raise Invalid(*(replace(fault, field=field.name + fault.field) for fault in invalid.faults)) from invalid


@cache
def _fields(schema: type[RequestSchema]) -> tuple[tuple[FieldInfo, Reader], ...]:
    return tuple((field, reader_in(field)) for field in fields(schema))


def reader_in(field: FieldInfo) -> Reader:
    """The reader of a field's values, from its declaration or from the ``Meta`` of its type or of one side of it.

    Raises TypeError if there is none.
    """
    for side in (field.type, *get_args(field.type)):
        for annotation in getattr(side, "__metadata__", ()):
            if isinstance(annotation, Field):
                return reader_of(annotation)
            reader: Reader = annotation.extra["read"]
            return reader
    raise TypeError(f"the type of {field.name} has no reader")
