"""Shapes: which fields a request may carry. Read field by field, so that one answer names every fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Self, get_args

import msgspec
from msgspec.structs import FieldInfo, asdict, fields, replace

from chalicelib.request_errors import Fault, Invalid, InvalidValue
from chalicelib.schemas.texts import shown

_PLACE = re.compile(r"`\$\.(.+)`$")  # where msgspec's message says that it found the fault

Sent = Mapping[str, object]
Reader = Callable[[object], object]
Check = Callable[[Mapping[str, Any]], Iterable[Fault]]


class RequestSchema(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields of a request. Each field's type carries the reader of its values in its ``Meta``.

    A field without a default is required. ``null``, or a text without anything in it, stands for the default.
    """

    # Faults that no field has by itself. A field that is absent or at fault is not among the values.
    checks: ClassVar[tuple[Check, ...]] = ()

    @classmethod
    def read(cls, sent: Sent, onto: Self | None = None, more: tuple[Check, ...] = ()) -> Self:
        """What was sent, or what ``onto`` becomes by it; ``more`` are further checks. Raises ``Invalid``."""
        values: dict[str, Any] = {} if onto is None else asdict(onto)
        faults = [Fault(shown(name), "is not a field here") for name in sent if name not in cls.__struct_fields__]
        for field in _fields(cls):
            try:
                values |= _sent_value(field, sent, is_known=field.name in values)
            except Invalid as invalid:
                values.pop(field.name, None)
                faults += invalid.faults
        at_fault = {fault.field for fault in faults}
        between = (fault for check in (*cls.checks, *more) for fault in check(values))
        faults += [fault for fault in between if fault.field not in at_fault]
        if faults:
            raise Invalid(*faults)
        try:
            return msgspec.convert(values, cls)
        except msgspec.ValidationError as error:
            raise Invalid(_fault_as_it_stands(error)) from error


def read_each(shape: type[RequestSchema], raw: object, most: int) -> tuple[RequestSchema, ...]:
    """A list of shapes; faults are named by their place in it, such as ``[0].email``."""
    if not isinstance(raw, list):
        raise InvalidValue("is not a list")
    if len(raw) > most:
        raise InvalidValue("holds more than {most}", most=most)
    read, faults = [], []
    for index, one in enumerate(raw):
        try:
            read.append(_read_one(shape, one))
        except Invalid as invalid:
            faults += [replace(fault, field=f"[{index}]{fault.field}") for fault in invalid.faults]
    if faults:
        raise Invalid(*faults)
    return tuple(read)


def _read_one(shape: type[RequestSchema], raw: object) -> RequestSchema:
    if not isinstance(raw, dict):
        raise Invalid(Fault("", "is not an object"))
    try:
        return shape.read(raw)
    except Invalid as invalid:
        raise Invalid(*(replace(fault, field=f".{fault.field}") for fault in invalid.faults)) from invalid


def _fault_as_it_stands(error: msgspec.ValidationError) -> Fault:
    """What was sent has been read by now: at fault is a value of ``onto``, kept from when it was within the limits."""
    matched = _PLACE.search(str(error))
    return Fault(matched[1] if matched else "", "does not fit as it stands; send another value with this change")


def _sent_value(field: FieldInfo, sent: Sent, *, is_known: bool) -> dict[str, Any]:
    """The field's new value under its name; nothing if it is to stay as it is."""
    raw = sent.get(field.name)
    is_blank = raw is None or (isinstance(raw, str) and not raw.strip())
    if not is_blank:
        return {field.name: _read(field, raw)}
    if field.required and (field.name in sent or not is_known):
        raise Invalid(Fault(field.name, "is required"))
    return {field.name: field.default} if field.name in sent and is_known else {}


def _read(field: FieldInfo, raw: object) -> object:
    try:
        return _reader(field)(raw)
    except InvalidValue as unfit:
        raise Invalid(Fault(field.name, unfit.sentence, unfit.facts)) from unfit
    except Invalid as invalid:
        raise Invalid(*(replace(fault, field=field.name + fault.field) for fault in invalid.faults)) from invalid


@cache
def _fields(shape: type[RequestSchema]) -> tuple[FieldInfo, ...]:
    return fields(shape)


def _reader(field: FieldInfo) -> Reader:
    """The reader in the ``Meta`` of the field's type, which may be one side of ``… | None``."""
    for side in (field.type, *get_args(field.type)):
        for meta in getattr(side, "__metadata__", ()):
            reader: Reader = meta.extra["read"]
            return reader
    raise TypeError(f"the type of {field.name} has no reader")
