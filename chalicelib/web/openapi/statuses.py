"""The statuses that a route answers with, what each of them means, and the headers that come with it."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from chalicelib.web.http.problems import PROBLEM
from chalicelib.web.http.response import HTML
from chalicelib.web.http.routing import Route

WEB_PAGE = HTML.partition(";")[0]
_ALWAYS = {405, 500}
_FOR_A_TOKEN = {401, 503}
_FOR_A_BODY = {400, 413, 415, 422}
_FOR_A_CHANGE = {403}  # by a session
_FOR_A_HEADER = {"If-Match": {400, 412}, "Idempotency-Key": {422}}
_READ_ONLY = ("GET", "HEAD")


class FaultyField(Struct, frozen=True, kw_only=True):
    """What is wrong with one field. `field` is a path such as `contacts[0].email`, or the name of a header."""

    field: str
    reason: str


class ProblemDetails(Struct, frozen=True, kw_only=True):
    """Why a request was refused (RFC 9457), in your language or, before you are known, in that of `Accept-Language`."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str
    problems: tuple[FaultyField, ...] | UnsetType = UNSET


MEANINGS = {
    200: "Here it is.",
    201: "It is recorded.",
    204: "It is gone.",
    303: "A browser that sent a form is sent on to a page.",
    304: "It has not changed.",
    400: "The request cannot be read.",
    401: "There is no token, or nobody's.",
    403: "A browser asked for it, but no page of ours.",
    404: "It is not there, or not yours.",
    405: "The address is there, but not for this method.",
    409: "The record is in a state in which this cannot be done, or was changed at the same moment.",
    410: "It was there, and is no more.",
    412: "If-Match names a version that is not the record's.",
    413: "The body is too large.",
    415: "The body is of a kind that is not read here.",
    422: "It can be read, but some fields do not fit; each is named.",
    500: "Something broke; the detail names the request in the log.",
    503: "The records cannot be reached just now; try again.",
}
_HEADERS = {401: ("WWW-Authenticate",), 405: ("Allow",), 503: ("Retry-After",)}

RESPONSE_HEADERS = {
    "Allow": "The methods that this address has.",
    "Content-Disposition": "That it is a file, and its name.",
    "ETag": "The version, for `If-Match` or `If-None-Match`.",
    "Location": "Where it is found.",
    "Retry-After": "After how many seconds another try may succeed.",
    "WWW-Authenticate": "How a token is sent.",
}
_AT_TIMES = ("Link",)
REQUEST_HEADERS = {
    "If-Match": "The version that the change is made for, bare or quoted; the answer to another one is 412.",
    "If-None-Match": "The ETag of what you have already; as long as it holds, the answer is 304.",
    "Idempotency-Key": "1 to 255 visible characters. With the same key nothing is done a second time, for a week.",
}


def error_statuses(route: Route, method: str) -> list[int]:
    """All statuses with which a route may refuse this method, lowest first."""
    spec = route.spec
    takes_body = method not in _READ_ONLY and ("body" in spec or route.requires_owner)  # a form may carry the token
    refusals = _ALWAYS | set(spec.get("errors", ())) | (_FOR_A_TOKEN if route.requires_owner else set())
    refusals |= _FOR_A_BODY if takes_body else set()
    refusals |= _FOR_A_CHANGE if takes_body and route.requires_owner else set()
    refusals |= {422} if "query" in spec else set()
    refusals |= {404} if "{" in route.path else set()
    refusals |= {409} if "{interview_id}" in route.path else set()  # the record is stored, but cannot be read
    return sorted(refusals.union(*(_FOR_A_HEADER.get(name, ()) for name in spec.get("request_headers", ()))))


def meaning(status: int) -> str:
    """What a status means here."""
    return MEANINGS.get(status) or f"{HTTPStatus(status).phrase}."


def headers(names: Iterable[str], *, are_always: bool = True) -> dict[str, Any]:
    """The headers of a response; ``are_always`` says whether it always has them."""
    described = {name: _header(name, is_always=are_always and name not in _AT_TIMES) for name in names}
    return {"headers": described} if described else {}


def _header(name: str, *, is_always: bool) -> dict[str, Any]:
    return {"description": RESPONSE_HEADERS.get(name, name), "required": is_always, "schema": {"type": "string"}}


def error_reference(status: int) -> dict[str, Any]:
    """A refusal among the responses of an operation."""
    return {"$ref": f"#/components/responses/{_name(status)}"}


def head_error_response(status: int) -> dict[str, Any]:
    """A refusal of HEAD: without a body."""
    return {"description": meaning(status), **headers(_HEADERS.get(status, ()))}


def error_components(problem: dict[str, Any]) -> dict[str, Any]:
    """The components that refusals refer to: a problem of this schema, or a page for a browser."""
    content = {PROBLEM: {"schema": problem}, WEB_PAGE: {"schema": {"type": "string"}}}
    failing = (status for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST)
    return {_name(status): {**head_error_response(status), "content": content} for status in failing}


def _name(status: int) -> str:
    """The name of a refusal among the components, such as ``NotFound``."""
    return "".join(filter(str.isalnum, HTTPStatus(status).phrase))


REDIRECT_TO_SIGN_IN = {"303": {"description": "A browser without a token is sent to sign in.", **headers(["Location"])}}
