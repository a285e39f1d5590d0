"""One method of one path as an operation of OpenAPI."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, get_type_hints

from chalicelib.schemas.validation import RequestSchema
from chalicelib.web.http.body import JSON, MULTIPART, URLENCODED
from chalicelib.web.http.routing import Route
from chalicelib.web.openapi import statuses
from chalicelib.web.openapi.examples import Example, examples_of
from chalicelib.web.openapi.json_schemas import SchemaRegistry

_PATH_PART = re.compile(r"{(\w+)}")
_SENTENCE_END = re.compile(r"(?<=\.)\s+")


def types_in(route: Route) -> Iterator[Any]:
    """All types that a route is declared with."""
    spec = route.spec
    yield from (hint for _, hint in _path_hints(route))
    yield from (kind for response in spec.get("responses", {}).values() for kind in _kinds(response) if _is_type(kind))
    yield from (kind for kind in _body_types(route).values() if _is_type(kind))
    if "query" in spec:
        yield spec["query"]


def operation(route: Route, method: str, schemas: SchemaRegistry, tag: str, suffix: str = "") -> dict[str, Any]:
    """The operation of one method of a route, in the chapter ``tag``; with ``suffix``, that of the path ending so."""
    summary, *details = _SENTENCE_END.split(_docstring(route), maxsplit=1)
    prefix = "head_" if method == "HEAD" else ""
    described = {
        "operationId": f"{prefix}{route.view.__name__}{suffix.replace('.', '_')}",
        "tags": [tag],
        "summary": summary.removesuffix("."),
        "description": " ".join(details),
        "parameters": [*_in_path(route, schemas), *_in_query(route, schemas), *_in_header(route)],
        "requestBody": _body(route, method, schemas),
        "responses": _responses(route, method, schemas, suffix),
    }
    security: dict[str, Any] = {} if route.requires_owner else {"security": []}
    return {name: value for name, value in described.items() if value} | security


def _docstring(route: Route) -> str:
    return " ".join((route.view.__doc__ or "").replace("``", "`").split())


def _path_hints(route: Route) -> Iterator[tuple[str, Any]]:
    hints = get_type_hints(route.view, include_extras=True)
    yield from ((part, hints[part]) for part in _PATH_PART.findall(route.path))


def _in_path(route: Route, schemas: SchemaRegistry) -> Iterator[dict[str, Any]]:
    for part, hint in _path_hints(route):
        yield {"name": part, "in": "path", "required": True, "schema": schemas.of(hint)}


def _in_query(route: Route, schemas: SchemaRegistry) -> Iterator[dict[str, Any]]:
    if "query" not in route.spec:
        return
    queries = examples_of(route.spec["query"])
    for name, schema in schemas.query(route.spec["query"]).items():
        examples = {key: _example(one, one.sent[name]) for key, one in queries.items() if name in one.sent}
        parameter = {"name": name, "in": "query", "schema": schema}
        yield parameter | ({"examples": examples} if examples else {})


def _in_header(route: Route) -> Iterator[dict[str, Any]]:
    for name in route.spec.get("request_headers", ()):
        description = statuses.REQUEST_HEADERS.get(name, name)
        yield {"name": name, "in": "header", "description": description, "schema": {"type": "string"}}


def _body(route: Route, method: str, schemas: SchemaRegistry) -> dict[str, Any]:
    is_change = method == "PATCH"
    content = {
        media: _sent_as(media, kind, schemas, is_change=is_change) if _is_type(kind) else {"schema": {"type": "string"}}
        for media, kind in _body_types(route).items()
    }
    return {"required": True, "content": content} if content else {}


def _sent_as(media: str, kind: Any, schemas: SchemaRegistry, *, is_change: bool) -> dict[str, Any]:
    if not (isinstance(kind, type) and issubclass(kind, RequestSchema)):
        return {"schema": schemas.of(kind)}
    is_form = media != JSON
    all_examples = examples_of(kind, is_change=is_change)
    examples = {name: _example(one, one.sent) for name, one in all_examples.items() if one.is_flat or not is_form}
    return {"schema": schemas.body(kind, is_change=is_change, is_form=is_form), "examples": examples}


def _example(example: Example, value: object) -> dict[str, Any]:
    after = {"x-after": example.after} if example.after else {}
    return {"summary": example.summary, "value": value} | after


def _body_types(route: Route) -> Mapping[str, Any]:
    """The types of the body by their media types."""
    body = route.spec.get("body", {})
    return body if isinstance(body, Mapping) else dict.fromkeys((JSON, URLENCODED, MULTIPART), body)


def _responses(route: Route, method: str, schemas: SchemaRegistry, suffix: str) -> dict[str, Any]:
    responses = {200: route.spec.get("suffixes", {})[suffix]} if suffix else route.spec.get("responses", {})
    successes = {str(status): _response(route, status, kind, schemas) for status, kind in responses.items()}
    if route.requires_owner and method == "GET":
        successes |= statuses.REDIRECT_TO_SIGN_IN
    error_statuses = statuses.error_statuses(route, method)
    if method == "HEAD":
        return _headers_of(successes) | {str(status): statuses.head_error_response(status) for status in error_statuses}
    return successes | {str(status): statuses.error_reference(status) for status in error_statuses}


def _headers_of(responses: Mapping[str, Any]) -> dict[str, Any]:
    return {
        status: {name: part for name, part in response.items() if name != "content"}
        for status, response in responses.items()
    }


def _response(route: Route, status: int, response: Any, schemas: SchemaRegistry) -> dict[str, Any]:
    content = dict(_content(kind, schemas) for kind in _kinds(response))
    wholes = (schemas.whole(kind) for kind in _kinds(response) if _is_type(kind))
    is_versioned = any({"id", "version"} <= whole.get("properties", {}).keys() for whole in wholes)
    names = [
        *(["ETag"] if is_versioned else []),
        *(["Location"] if status == HTTPStatus.SEE_OTHER else []),
        *(route.spec.get("response_headers", ()) if content else []),
    ]
    described = {"description": statuses.meaning(status), **statuses.headers(names, are_always=len(content) <= 1)}
    return described | ({"content": content} if content else {})


def _content(kind: Any, schemas: SchemaRegistry) -> tuple[str, dict[str, Any]]:
    """A media type, and the schema of its content."""
    if _is_type(kind):
        return JSON, {"schema": schemas.of(kind)}
    media = kind.partition(";")[0]
    return media, {"schema": {"type": "object" if media.endswith("+json") else "string"}}


def _kinds(response: Any) -> tuple[Any, ...]:
    """The types that a response can have; none without a body."""
    return () if response is None else response if isinstance(response, tuple) else (response,)


def _is_type(kind: object) -> bool:
    """Whether it stands for JSON, and not for a media type or for no body."""
    return kind is not None and not isinstance(kind, str)
