"""Odd parts of a request around its fields: methods, types, and names and values of headers, queries and paths."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.schemas.event_fields import EventFields
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.owner_fields import OwnerFields
from proofs.faults.requests import bodies
from proofs.faults.requests.request import HTML

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "get", "KANARIE")
TYPES = (
    bodies.JSON,
    bodies.FORM,
    bodies.PARTS,
    "multipart/form-data",
    'multipart/form-data; boundary="' + "b" * 90 + '"',
    "application/json; charset=utf-16",
    "application/x-www-form-urlencoded; charset=\x00",
    "text/csv",
    "application/octet-stream",
    "text/plain",
    "kanarie",
    ";;=",
    "",
)
HEADERS = (
    "Accept",
    "Accept-Language",
    "Authorization",
    "Content-Type",
    "Cookie",
    "Host",
    "Idempotency-Key",
    "If-Match",
    "If-None-Match",
    "Origin",
    "Sec-Fetch-Site",
    "X-API-Key",
    "X-Forwarded-Proto",
    "X-Kanarie",
)
QUERY = (
    "status",
    "due",
    "limit",
    "cursor",
    "next",
    "after",
    "recorded",
    "done",
    "to",
    "on",
    "kind",
    "result",
    "text",
    "columns",
    "date_format",
    "column:x",
    "kanarie",
    "",
    "until",
    "saved",
)
PATHS = (
    "/nowhere",
    "/interviews/%FF",
    "/interviews/%00/plan",
    "/interviews/..%2f..%2fowner",
    "/act/",
    "/calendar/x",
    "/interviews//events",
    "//",
    "/interviews/%F0%9F%A6%9C/drafts/x",
    "/act/a.b.c",
    "/read/a.b.c",
    "/read/.eml",
    "/settle/a.b.c",
    "/calendar/alex.%E2%80%AE.ics",
    "/interviews/kanarie/drafts/.eml",
    "/owner/",
    "/OWNER",
    "/import/preview/",
)
NAMES = (
    *InterviewFields.__struct_fields__,
    *EventFields.__struct_fields__,
    *OwnerFields.__struct_fields__,
    "token",
    "form_token",
    "made_from",
    "kept_form",
    "kept_company",
    "interviews",
    "what",
    "day",
    "text",
    "columns",
    "kanarie",
)
VALUES: Mapping[str, tuple[str, ...]] = {
    "Accept": (HTML, "application/json", "*/*", "text/html;q=0.1, application/json;q=0.9", ";q=", "text/html;q=9e999"),
    "Accept-Language": ("de", "ru,en;q=0.5", "xx-YY;q=nan", "*", ",,,;q="),
    "If-Match": ('"1"', "1", 'W/"2"', "*", '"999999999"', '"-1"', '"1", "2"', "٣"),
    "Idempotency-Key": ("kanarie-1", "k" * 255, "k" * 256, "\u00fc", " "),
    "Content-Type": TYPES,
    "Host": ("kanarie.example", "[::1]:80", "a b", "", "evil.example/..", "x" * 300),
    "X-Forwarded-Proto": ("http", "https", "javascript"),
    "Sec-Fetch-Site": ("cross-site", "same-origin", "none", "same-site"),
    "Origin": ("https://evil.example", "null", "https://afterword.example"),
    "Cookie": (
        "afterword=",
        "afterword=a.b.c",
        'afterword="\\400\\999"',
        "=;=;afterword",
        "a=b; " * 400,
        "afterword=\x00",
    ),
}
