"""JSON Schemas of the types that routes take and return, as msgspec derives them, with what the readers know added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, get_args

import msgspec
from msgspec import UNSET
from msgspec.structs import fields

from chalicelib.playbook.fields import Field, FieldType, fields_of
from chalicelib.schemas.validation import RequestSchema, reader_in
from chalicelib.web.openapi.meanings import MEANINGS, PATTERNS

JsonSchema = dict[str, Any]

SCHEMA_REF_PREFIX = "#/components/schemas/"
# The names that clients know. "InterviewResponse" is the code's: readers of the description need not know that there is
# another Interview.
_SUFFIX = "Response"
_PUBLISHED = {"ReasonText": "Said", "CauseText": "SaidCause", "RowState": "State"}
_NAME = re.compile(rf'(?<="{SCHEMA_REF_PREFIX})\w+(?=")|(?<="title":")\w+(?=")')
_FORMATS = {FieldType.EMAIL: "email", FieldType.WEB_ADDRESS: "uri"}
_TOKEN: JsonSchema = {"type": "string", "description": "Your token, where no header carries it."}


class SchemaRegistry:
    """The schemas of some types. The schema of a struct is a component, and a reference to it everywhere else."""

    def __init__(self, types: Iterable[Any]) -> None:
        self._queries: set[str] = set()
        self._types = [*types]
        self._types += [part for kind in self._types for part in _request_schemas_within(kind)]
        response_types = {kind for kind in _structs_within(self._types) if not _is_request_schema(kind)}
        text = msgspec.json.encode(
            msgspec.json.schema_components(self._types, ref_template=f"{SCHEMA_REF_PREFIX}{{name}}")
        )
        published = _NAME.sub(lambda name: _published(name[0]), text.decode())
        self._schemas, components = msgspec.json.decode(published.replace("``", "`"))
        self._components = {_published(name): component for name, component in components.items()}
        for kind in filter(_is_request_schema, self._types):
            _explain(kind, self.whole(kind)["properties"])
        for kind in response_types:
            _complete(kind, self._components[_published(kind.__name__)])

    def of(self, kind: Any) -> JsonSchema:
        """The schema of one of the types; for a struct a reference."""
        schema: JsonSchema = self._schemas[self._types.index(kind)]
        return schema

    def whole(self, kind: Any) -> JsonSchema:
        """The schema of one of the types in full, never as a reference."""
        schema = self.of(kind)
        whole: JsonSchema = (
            self._components[schema["$ref"].removeprefix(SCHEMA_REF_PREFIX)] if "$ref" in schema else schema
        )
        return whole

    def query(self, shape: type[RequestSchema]) -> Mapping[str, JsonSchema]:
        """The schema of each parameter of a query. Nothing refers to the whole, so it is left out of ``components``."""
        self._queries.add(self.of(shape)["$ref"].removeprefix(SCHEMA_REF_PREFIX))
        return {name: _without_null(schema) for name, schema in self.whole(shape)["properties"].items()}

    def body(self, shape: type[RequestSchema], *, is_change: bool, is_form: bool) -> JsonSchema:
        """The schema of a body as it is sent. A change requires no field; a form is flat and has the token."""
        if not (is_change or is_form):
            return self.of(shape)
        name = f"{self.of(shape)['$ref'].removeprefix(SCHEMA_REF_PREFIX)}{'Change' * is_change}{'Form' * is_form}"
        self._components[name] = _as_sent(self.whole(shape), name, is_change=is_change, is_form=is_form)
        return {"$ref": f"{SCHEMA_REF_PREFIX}{name}"}

    @cached_property
    def components(self) -> Mapping[str, JsonSchema]:
        """All schemas that are referred to, by name."""
        return {name: schema for name, schema in sorted(self._components.items()) if name not in self._queries}


def _published(name: str) -> str:
    """The name of a type in the description."""
    return _PUBLISHED.get(name, name.removesuffix(_SUFFIX))


def _without_null(schema: JsonSchema) -> JsonSchema:
    """The schema without null: a parameter or a field of a form cannot be null, it is left out."""
    alternatives = [one for one in schema.get("anyOf", []) if one != {"type": "null"}]
    plain = {name: value for name, value in schema.items() if (name, value) != ("default", None)}
    if not alternatives:
        return plain
    return {**{name: value for name, value in plain.items() if name != "anyOf"}, **alternatives[0]}


def _as_sent(whole: JsonSchema, name: str, *, is_change: bool, is_form: bool) -> JsonSchema:
    properties = whole["properties"]
    if is_change:
        properties = {name: _without_default(schema) for name, schema in properties.items()}
    if is_form:
        flat = {name: _without_null(schema) for name, schema in properties.items() if schema.get("type") != "array"}
        properties = {**flat, "token": _TOKEN}
    required = [] if is_change else whole["required"]
    return {**whole, "title": name, "properties": properties, "required": required}


def _without_default(schema: JsonSchema) -> JsonSchema:
    return {name: value for name, value in schema.items() if name != "default"}


def _explain(shape: type[RequestSchema], properties: dict[str, JsonSchema]) -> None:
    """Describe each field by what it means, or else by what its reader takes; add the reader's pattern and limits."""
    declared = fields_of(shape)
    for field in fields(shape):
        reader, schema = reader_in(field), properties[field.name]
        meaning = declared[field.name].meaning if field.name in declared else MEANINGS.get(shape, {}).get(field.name)
        description = meaning or (reader.__doc__ or "").partition(". ")[0]
        if description and "description" not in schema:
            schema["description"] = description.rstrip(".").replace("``", "`") + "."
        if reader in PATTERNS:
            _text_alternative(schema)["pattern"] = PATTERNS[reader]
        if field.name in declared:
            _limit(declared[field.name], schema)


def _complete(struct: type[msgspec.Struct], component: JsonSchema) -> None:
    """Require all fields of a response except those that may be unset, and describe what they mean."""
    required = {field.encode_name for field in fields(struct) if field.default is not UNSET}
    component["required"] = [name for name in component["properties"] if name in required]
    inherited = (base for base in reversed(struct.__mro__) if issubclass(base, msgspec.Struct))
    for name, field in [pair for base in inherited for pair in fields_of(base).items()]:
        component["properties"][name] = _without_default(component["properties"][name])
        if field.meaning:
            component["properties"][name]["description"] = f"{field.meaning}."


def _limit(field: Field, schema: JsonSchema) -> None:
    """Add the limits that the reader of a declared field enforces; the length of a text is in characters."""
    format_ = _FORMATS.get(field.kind)
    limits = {"maxLength": field.longest, "minimum": field.lowest, "maximum": field.highest, "format": format_}
    _value_alternative(schema).update({name: limit for name, limit in limits.items() if limit})


def _value_alternative(schema: JsonSchema) -> JsonSchema:
    alternatives: list[JsonSchema] = schema.get("anyOf", [])
    return next((one for one in alternatives if one != {"type": "null"}), schema)


def _text_alternative(schema: JsonSchema) -> JsonSchema:
    alternatives: list[JsonSchema] = schema.get("anyOf", [])
    return next((one for one in alternatives if one.get("type") == "string"), schema)


def _request_schemas_within(kind: Any) -> Iterator[type[RequestSchema]]:
    for field in fields(kind) if _is_request_schema(kind) else ():
        yield from (part for part in _parts_of(field.type) if _is_request_schema(part))


def _parts_of(kind: Any) -> Iterator[Any]:
    yield kind
    for part in get_args(kind):
        yield from _parts_of(part)


def _is_request_schema(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, RequestSchema)


def _structs_within(kinds: Iterable[Any]) -> set[type[msgspec.Struct]]:
    """Every struct within these types, at any depth."""
    structs: set[type[msgspec.Struct]] = set()
    waiting = [*kinds]
    while waiting:
        for part in _parts_of(waiting.pop()):
            if isinstance(part, type) and issubclass(part, msgspec.Struct) and part not in structs:
                structs.add(part)
                waiting += [field.type for field in fields(part)]
    return structs
