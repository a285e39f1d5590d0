"""The description as a person reads it: chapters, what each address takes and returns, and commands to copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from chalicelib.web.openapi.commands import commands

_MOST_VALUES = 20


class ReferenceLine(Struct, frozen=True):
    """One parameter or header, or one field of a body or response."""

    name: str
    kind: str
    link: str | None  # the name of the kind, where it has its own place on the page
    is_required: bool
    text: str

    @classmethod
    def all_in(cls, schema: Mapping[str, Any]) -> list[ReferenceLine]:
        """The properties of an object's schema."""
        required = schema.get("required", [])
        return [cls.of(name, field, field, is_required=name in required) for name, field in _properties(schema)]

    @classmethod
    def of(cls, name: str, schema: Mapping[str, Any], told: Mapping[str, Any], *, is_required: bool) -> ReferenceLine:
        """A named value with its schema; a description in ``told`` comes before the schema's own."""
        text = told.get("description") or schema.get("description", "")
        return cls(name, _type_text(schema), _link(schema), is_required, text)


class ReferenceType(Struct, frozen=True):
    """A type that fields refer to, with the values that it can have, or its fields."""

    name: str
    text: str
    values: tuple[str, ...]
    lines: list[ReferenceLine]

    @classmethod
    def all_in(cls, document: Mapping[str, Any]) -> list[ReferenceType]:
        """All types, except the forms and changes of a body, as they have the same fields."""
        schemas = document["components"]["schemas"]
        return [
            cls(name, schema.get("description", ""), tuple(schema.get("enum", ())), ReferenceLine.all_in(schema))
            for name, schema in schemas.items()
            if not name.endswith(("Form", "Change"))
        ]


class ReferenceOperation(Struct, frozen=True):
    """One method of one address; for GET, HEAD as well. ``is_open`` means that it needs no token."""

    name: str
    methods: str
    path: str
    summary: str
    text: str
    is_open: bool
    parameters: list[ReferenceLine]
    body: list[ReferenceLine]
    answers: list[tuple[str, str, str | None]]
    commands: list[tuple[str, str]]


class ReferenceChapter(Struct, frozen=True):
    """A chapter: the operations with one tag."""

    name: str
    text: str
    operations: list[ReferenceOperation]

    @classmethod
    def all_in(cls, document: Mapping[str, Any]) -> list[ReferenceChapter]:
        """All chapters with their operations; HEAD is named beside its GET."""
        operations = [
            (operation["tags"][0], _operation(document, path, method, operation))
            for path, methods in document["paths"].items()
            for method, operation in methods.items()
            if method != "head"
        ]
        return [
            cls(tag["name"], tag["description"], [operation for name, operation in operations if name == tag["name"]])
            for tag in document["tags"]
        ]


def _operation(document: Mapping[str, Any], path: str, method: str, described: Mapping[str, Any]) -> ReferenceOperation:
    content = described.get("requestBody", {}).get("content", {})
    return ReferenceOperation(
        name=described["operationId"],
        methods="GET, HEAD" if method == "get" else method.upper(),
        path=path,
        summary=described["summary"],
        text=described.get("description", ""),
        is_open=described.get("security") == [],
        parameters=[_parameter(parameter) for parameter in described.get("parameters", [])],
        body=ReferenceLine.all_in(_resolved(document, next(iter(content.values()))["schema"])) if content else [],
        answers=[_response(document, status, response) for status, response in described["responses"].items()],
        commands=list(commands(document["servers"][0]["url"], path, method, described)),
    )


def _parameter(described: Mapping[str, Any]) -> ReferenceLine:
    name, schema = described["name"], described["schema"]
    return ReferenceLine.of(name, schema, described, is_required=described.get("required", False))


def _response(document: Mapping[str, Any], status: str, response: Mapping[str, Any]) -> tuple[str, str, str | None]:
    content = response.get("content", {})
    link = _link(next(iter(content.values()))["schema"]) if content else None
    return status, _resolved(document, response)["description"], link


def _properties(schema: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return list(schema.get("properties", {}).items())


def _resolved(document: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    """The target of a reference; anything else as it is."""
    target: Any = document if "$ref" in node else node
    for part in node.get("$ref", "").split("/")[1:]:
        target = target[part]
    resolved: Mapping[str, Any] = target
    return resolved


def _type_text(schema: Mapping[str, Any]) -> str:
    """A schema in a few technical words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_type_text(side) for side in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"][:_MOST_VALUES]))
    if schema.get("type") == "array":
        return f"[{_type_text(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type", "any"))


def _link(schema: Mapping[str, Any]) -> str | None:
    """The name of the type that a schema refers to, or None."""
    inner = [schema, schema.get("items", {}), *schema.get("anyOf", [])]
    return next((str(node["$ref"]).rpartition("/")[2] for node in inner if "$ref" in node), None)
