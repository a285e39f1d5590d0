"""One method of one path, as OpenAPI describes it."""

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
    yield from (hint for _, hint in _path_parts(route))
    yield from (kind for response in spec.get("responses", {}).values() for kind in _each(response) if _is_type(kind))
    yield from (kind for kind in _takes(route).values() if _is_type(kind))
    if "query" in spec:
        yield spec["query"]


def operation(route: Route, method: str, schemas: SchemaRegistry, tag: str, suffix: str = "") -> dict[str, Any]:
    """What this method of the route does, in the chapter ``tag``; with one of its suffixes, if it has any."""
    summary, *more = _SENTENCE_END.split(_docstring(route), maxsplit=1)
    prefix = "head_" if method == "HEAD" else ""
    said = {
        "operationId": f"{prefix}{route.view.__name__}{suffix.replace('.', '_')}",
        "tags": [tag],
        "summary": summary.removesuffix("."),
        "description": " ".join(more),
        "parameters": [*_of_path(route, schemas), *_of_query(route, schemas), *_of_headers(route)],
        "requestBody": _body(route, method, schemas),
        "responses": _responses(route, method, schemas, suffix),
    }
    security: dict[str, Any] = {} if route.wants_token else {"security": []}
    return {name: value for name, value in said.items() if value} | security


def _docstring(route: Route) -> str:
    return " ".join((route.view.__doc__ or "").replace("``", "`").split())


def _path_parts(route: Route) -> Iterator[tuple[str, Any]]:
    hints = get_type_hints(route.view, include_extras=True)
    yield from ((part, hints[part]) for part in _PATH_PART.findall(route.path))


def _of_path(route: Route, schemas: SchemaRegistry) -> Iterator[dict[str, Any]]:
    for part, hint in _path_parts(route):
        yield {"name": part, "in": "path", "required": True, "schema": schemas.of(hint)}


def _of_query(route: Route, schemas: SchemaRegistry) -> Iterator[dict[str, Any]]:
    if "query" not in route.spec:
        return
    asked = examples_of(route.spec["query"])
    for name, schema in schemas.query(route.spec["query"]).items():
        examples = {key: _example(one, one.sent[name]) for key, one in asked.items() if name in one.sent}
        parameter = {"name": name, "in": "query", "schema": schema}
        yield parameter | ({"examples": examples} if examples else {})


def _of_headers(route: Route) -> Iterator[dict[str, Any]]:
    for name in route.spec.get("request_headers", ()):
        said = statuses.REQUEST_HEADERS.get(name, name)
        yield {"name": name, "in": "header", "description": said, "schema": {"type": "string"}}


def _body(route: Route, method: str, schemas: SchemaRegistry) -> dict[str, Any]:
    is_change = method == "PATCH"
    content = {
        media: _sent_as(media, kind, schemas, is_change=is_change) if _is_type(kind) else {"schema": {"type": "string"}}
        for media, kind in _takes(route).items()
    }
    return {"required": True, "content": content} if content else {}


def _sent_as(media: str, kind: Any, schemas: SchemaRegistry, *, is_change: bool) -> dict[str, Any]:
    if not (isinstance(kind, type) and issubclass(kind, RequestSchema)):
        return {"schema": schemas.of(kind)}
    is_form = media != JSON
    fitting = examples_of(kind, is_change=is_change)
    examples = {name: _example(one, one.sent) for name, one in fitting.items() if one.is_flat or not is_form}
    return {"schema": schemas.body(kind, is_change=is_change, is_form=is_form), "examples": examples}


def _example(example: Example, value: object) -> dict[str, Any]:
    after = {"x-after": example.after} if example.after else {}
    return {"summary": example.summary, "value": value} | after


def _takes(route: Route) -> Mapping[str, Any]:
    """The types of the body by their media types."""
    takes = route.spec.get("body", {})
    return takes if isinstance(takes, Mapping) else dict.fromkeys((JSON, URLENCODED, MULTIPART), takes)


def _responses(route: Route, method: str, schemas: SchemaRegistry, suffix: str) -> dict[str, Any]:
    answers = {200: route.spec.get("suffixes", {})[suffix]} if suffix else route.spec.get("responses", {})
    fine = {str(status): _answer(route, status, kind, schemas) for status, kind in answers.items()}
    if route.wants_token and method == "GET":
        fine |= statuses.LED_TO_SIGN_IN
    refusing = statuses.refused_by(route, method)
    if method == "HEAD":
        return _headers_of(fine) | {str(status): statuses.refusal_of_head(status) for status in refusing}
    return fine | {str(status): statuses.refusal(status) for status in refusing}


def _headers_of(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {
        status: {name: part for name, part in said.items() if name != "content"} for status, said in answers.items()
    }


def _answer(route: Route, status: int, response: Any, schemas: SchemaRegistry) -> dict[str, Any]:
    content = dict(_content(kind, schemas) for kind in _each(response))
    wholes = (schemas.whole(kind) for kind in _each(response) if _is_type(kind))
    is_versioned = any({"id", "version"} <= whole.get("properties", {}).keys() for whole in wholes)
    borne = [
        *(["ETag"] if is_versioned else []),
        *(["Location"] if status == HTTPStatus.SEE_OTHER else []),
        *(route.spec.get("response_headers", ()) if content else []),
    ]
    said = {"description": statuses.meaning(status), **statuses.headers(borne, are_always=len(content) <= 1)}
    return said | ({"content": content} if content else {})


def _content(kind: Any, schemas: SchemaRegistry) -> tuple[str, dict[str, Any]]:
    """A media type, and what it holds."""
    media, schema = (JSON, schemas.of(kind)) if _is_type(kind) else (kind.partition(";")[0], {"type": "string"})
    return media, {"schema": schema}


def _each(response: Any) -> tuple[Any, ...]:
    """The kinds of an answer that can be had; none where there is no body."""
    return () if response is None else response if isinstance(response, tuple) else (response,)


def _is_type(kind: object) -> bool:
    """Whether it stands for JSON: not for a media type, nor for nothing."""
    return kind is not None and not isinstance(kind, str)
