"""The description as a person reads it: chapters, what each address takes and answers, and commands to copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from chalicelib.web.openapi.commands import commands

_MOST_VALUES = 20


class ReferenceLine(Struct, frozen=True):
    """One field of a body, parameter, header or answer."""

    name: str
    kind: str
    link: str | None  # the kind's own place on the page
    is_required: bool
    text: str

    @classmethod
    def all_in(cls, schema: Mapping[str, Any]) -> list[ReferenceLine]:
        """The properties of an object."""
        required = schema.get("required", [])
        return [cls.of(name, one, one, is_required=name in required) for name, one in _properties(schema)]

    @classmethod
    def of(cls, name: str, schema: Mapping[str, Any], told: Mapping[str, Any], *, is_required: bool) -> ReferenceLine:
        """A named value with its schema; ``told`` may hold its description."""
        text = told.get("description") or schema.get("description", "")
        return cls(name, _kind(schema), _link(schema), is_required, text)


class ReferenceType(Struct, frozen=True):
    """A type that fields refer to: the values it can have, or its fields."""

    name: str
    text: str
    values: tuple[str, ...]
    lines: list[ReferenceLine]

    @classmethod
    def all_in(cls, document: Mapping[str, Any]) -> list[ReferenceType]:
        """All types; forms and changes of a body are left out, as they have the same fields."""
        schemas = document["components"]["schemas"]
        return [
            cls(name, schema.get("description", ""), tuple(schema.get("enum", ())), ReferenceLine.all_in(schema))
            for name, schema in schemas.items()
            if not name.endswith(("Form", "Change"))
        ]


class ReferenceOperation(Struct, frozen=True):
    """One address and method."""

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
    """The operations that belong together."""

    name: str
    text: str
    operations: list[ReferenceOperation]

    @classmethod
    def all_in(cls, document: Mapping[str, Any]) -> list[ReferenceChapter]:
        """All operations, HEAD beside its GET."""
        operations = [
            (said["tags"][0], _operation(document, path, method, said))
            for path, methods in document["paths"].items()
            for method, said in methods.items()
            if method != "head"
        ]
        return [
            cls(tag["name"], tag["description"], [one for name, one in operations if name == tag["name"]])
            for tag in document["tags"]
        ]


def _operation(document: Mapping[str, Any], path: str, method: str, said: Mapping[str, Any]) -> ReferenceOperation:
    content = said.get("requestBody", {}).get("content", {})
    return ReferenceOperation(
        name=said["operationId"],
        methods="GET, HEAD" if method == "get" else method.upper(),
        path=path,
        summary=said["summary"],
        text=said.get("description", ""),
        is_open=said.get("security") == [],
        parameters=[_parameter(one) for one in said.get("parameters", [])],
        body=ReferenceLine.all_in(_resolved(document, next(iter(content.values()))["schema"])) if content else [],
        answers=[_answered(document, status, one) for status, one in said["responses"].items()],
        commands=list(commands(document["servers"][0]["url"], path, method, said)),
    )


def _parameter(said: Mapping[str, Any]) -> ReferenceLine:
    return ReferenceLine.of(said["name"], said["schema"], said, is_required=said.get("required", False))


def _answered(document: Mapping[str, Any], status: str, said: Mapping[str, Any]) -> tuple[str, str, str | None]:
    content = said.get("content", {})
    link = _link(next(iter(content.values()))["schema"]) if content else None
    return status, _resolved(document, said)["description"], link


def _properties(schema: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return list(schema.get("properties", {}).items())


def _resolved(document: Mapping[str, Any], said: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference refers to."""
    found: Any = document if "$ref" in said else said
    for part in said.get("$ref", "").split("/")[1:]:
        found = found[part]
    resolved: Mapping[str, Any] = found
    return resolved


def _kind(schema: Mapping[str, Any]) -> str:
    """A schema in a few words, technical ones."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_kind(side) for side in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"][:_MOST_VALUES]))
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type", "any"))


def _link(schema: Mapping[str, Any]) -> str | None:
    """The name of the type that a schema refers to, if it does."""
    inner = [schema, schema.get("items", {}), *schema.get("anyOf", [])]
    return next((str(one["$ref"]).rpartition("/")[2] for one in inner if "$ref" in one), None)
