"""Whatever is thrown at the API, it answers, and never with a fault of its own."""

from __future__ import annotations

import base64
import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.schemas.interview_fields import InterviewFields
from tests.web.gateway import STAGE, Gateway
from tests.web.given import ACME, recorded

# The records of one example are there for the next: what is asked of each answer does not depend on them.
hostile = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])

ROUTES = [
    "/",
    "/health",
    "/owner",
    "/agenda",
    "/digest",
    "/interviews",
    "/interviews/{interview_id}",
    "/interviews/{interview_id}/plan",
    "/interviews/{interview_id}/events",
    "/interviews/{interview_id}/events/last",
    "/interviews/{interview_id}/drafts",
    "/interviews/{interview_id}/drafts/{kind}",
    "/nowhere",
]
FIELDS = [
    "kind",
    "result",
    "on",
    "until",
    "token",
    "contacts",
    "time_zone",
    "country",
    *InterviewFields.__struct_fields__,
]
HEADERS = [
    "Content-Type",
    "Accept",
    "If-Match",
    "Idempotency-Key",
    "Host",
    "X-Forwarded-Proto",
    "Authorization",
    "X-API-Key",
]
TYPES = [
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=b",
    "multipart/form-data",
]

anything = (
    st.text()
    | st.text(st.characters(codec=None))
    | st.sampled_from(["\ud800", "\x00", "=?utf-8?q?=0d=0aBcc:x?=", "{{7*7}}"])
)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | anything | st.dates().map(str)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(anything, inner, max_size=3))
objects = st.dictionaries(st.sampled_from(FIELDS) | anything, values, max_size=8)
bodies = st.binary() | objects.map(json.dumps).map(str.encode) | values.map(json.dumps).map(str.encode)
queries = st.none() | st.dictionaries(
    st.sampled_from(["status", "due", "limit", "cursor", "next", "recorded"]) | anything, st.lists(anything, max_size=2)
)
types = st.sampled_from(TYPES) | anything
headers = st.dictionaries(st.sampled_from(HEADERS), anything) | st.fixed_dictionaries({"Content-Type": types})


@hostile
@given(
    method=st.sampled_from(["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"]),
    route=st.sampled_from(ROUTES),
    parts=st.tuples(anything, anything),
    headers=headers,
    query=queries,
    body=bodies,
    is_ours=st.booleans(),
)
def test_no_request_breaks_anything(
    alex: Gateway,
    token: str,
    method: str,
    route: str,
    parts: tuple[str, str],
    headers: dict[str, str],
    query: dict[str, list[str]] | None,
    body: bytes,
    is_ours: bool,
) -> None:
    interview_id = recorded(alex)["id"] if is_ours else parts[0]
    event: dict[str, Any] = {
        "headers": {"Authorization": f"Bearer {token}", **headers},
        "multiValueQueryStringParameters": query,
        "pathParameters": {"interview_id": interview_id, "kind": parts[1]},
        "requestContext": {"httpMethod": method, "resourcePath": route, "path": STAGE + route + parts[0]},
        "body": base64.b64encode(body).decode(),
        "isBase64Encoded": True,
    }

    reply = alex.deliver(event)

    assert reply.status < 500
    if reply.status >= 400:
        assert reply.headers["Content-Type"] in ("application/problem+json", "text/html; charset=utf-8")
    assert not any("\n" in value or "\r" in value for value in reply.headers.values())


@hostile
@given(changes=objects)
def test_what_is_taken_can_be_read_shown_and_said(alex: Gateway, changes: dict[str, Any]) -> None:
    reply = alex.post("/interviews", ACME | changes)

    if reply.status == 201:
        path = reply.headers["Location"].removeprefix(STAGE)
        shown = [
            alex.get(path),
            alex.get(f"{path}/plan"),
            alex.get(f"{path}/drafts"),
            alex.get(f"{path}/drafts/status_letter.eml"),
        ]
        assert [one.status for one in shown] == [200] * 4
        assert shown[0].data["company"] == shown[0].data["company"].strip() != ""
        alex.delete(path)
    else:
        assert reply.status == 422
        assert reply.data["problems"]
    assert alex.get("/digest").status == alex.get("/agenda").status == 200


text_for_a_record = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60).filter(
    str.strip
)


@hostile
@given(company=text_for_a_record, notes=text_for_a_record, name=text_for_a_record)
def test_any_text_that_is_taken_is_shown_as_text(alex: Gateway, company: str, notes: str, name: str) -> None:
    reply = alex.post("/interviews", {**ACME, "company": company, "notes": notes, "contact_name": name})

    if reply.status == 201:
        path = reply.headers["Location"].removeprefix(STAGE)
        assert alex.get(f"{path}/drafts").status == alex.get("/digest").status == 200
        assert alex.get(f"{path}/drafts/thank_you_letter.eml").status == 200
        alex.delete(path)
    else:
        assert set(reply.faults) <= {"company", "notes", "contact_name"}
