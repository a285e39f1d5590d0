"""What is odd in a request around its body: its method, its address, its query and its headers.

``Accept`` is in test_who_answers.py, ``Host`` in test_front.py, tokens in test_authentication.py, sessions and the
origin of forms in test_signing_in.py.
"""

from __future__ import annotations

import pytest

from tests.web.bad_input.refused import NO_FIELD, no_number, none_of, problem
from tests.web.gateway import Gateway
from tests.web.given import ACME, recorded

NOBODYS = "01K1S0M3000000000000000009"
NO_CURSOR = "is not one that a list of this kind ended with"
NO_VERSION = 'is not a version such as "3"'
NO_KEY = "is not 1 to 255 visible ASCII characters"


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "TRACE", "get"])
def test_a_method_that_is_not_there_is_refused_in_our_shape(alex: Gateway, method: str) -> None:
    reply = alex.send(method, "/owner")

    assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD, PATCH")
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert reply.data["status"] == 405


def test_a_path_that_no_route_has_is_not_found(alex: Gateway) -> None:
    event = alex.event("GET", "/owner", None, {})
    event["requestContext"]["resourcePath"] = event["resource"] = "/nowhere"

    reply = alex.deliver(event)

    assert (reply.status, reply.headers["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("name", [NOBODYS, "PROFILE", "x", "%2e%2e", "a%2Fb", "%00", "%ff", "x" * 500, "ü"])
def test_what_is_no_record_is_not_found_whatever_is_asked(alex: Gateway, name: str) -> None:
    replies = [
        alex.get(f"/interviews/{name}"),
        alex.patch(f"/interviews/{name}", {}),
        alex.delete(f"/interviews/{name}"),
        alex.post(f"/interviews/{name}/events", {"kind": "note"}),
        alex.delete(f"/interviews/{name}/events/last"),
        alex.get(f"/interviews/{name}/plan"),
        alex.get(f"/interviews/{name}/drafts"),
        alex.get(f"/interviews/{name}/drafts/status_call"),
    ]

    assert [reply.status for reply in replies] == [404] * len(replies)
    assert all(reply.headers["Content-Type"] == "application/problem+json" for reply in replies)


@pytest.mark.parametrize(
    ("query", "field", "reason"),
    [
        ("status=closed", "status", none_of("open", "ended", "all")),
        ("due=someday", "due", none_of("overdue", "today", "week")),
        ("due=today&status=ended", "due", "goes with open records only"),
        ("limit=0", "limit", no_number(1, 100)),
        ("limit=101", "limit", no_number(1, 100)),
        ("limit=ten", "limit", no_number(1, 100)),
        ("limit=1&limit=2", "limit", "comes twice"),
        ("page=2", "page", NO_FIELD),
        ("cursor=x", "cursor", NO_CURSOR),
        ("cursor=01K1S0M3000000000000000001", "cursor", NO_CURSOR),
        ("status=all&cursor=2026-08-03_01K1S0M3000000000000000001", "cursor", NO_CURSOR),
        ("status=ended&cursor=INTERVIEW%23x", "cursor", NO_CURSOR),
        ("cursor=a&next=b", "next", "is another name of cursor; send one of them"),
    ],
)
def test_a_query_is_refused_by_name(alex: Gateway, query: str, field: str, reason: str) -> None:
    assert problem(alex.get(f"/interviews?{query}")) == (422, {field: reason})


@pytest.mark.parametrize("version", ["abc", '"', '"1', "1.5", "-1", '"1", "2"', "9" * 30, "W/1", "١"])
def test_a_version_that_is_none_is_refused(alex: Gateway, version: str) -> None:
    record = recorded(alex)

    reply = alex.patch(f"/interviews/{record['id']}", {"round": 2}, If_Match=version)

    assert problem(reply) == (400, {"If-Match": NO_VERSION})
    assert alex.get(f"/interviews/{record['id']}").data == record


@pytest.mark.parametrize("key", ["x" * 256, "a b", "ключ", "a\x7f"])
def test_a_key_of_odd_characters_is_refused_by_name(alex: Gateway, key: str) -> None:
    assert problem(alex.post("/interviews", ACME, Idempotency_Key=key)) == (422, {"Idempotency-Key": NO_KEY})


def test_the_type_of_a_body_that_is_not_there_does_not_matter(alex: Gateway) -> None:
    assert alex.get("/owner", Content_Type="text/plain").status == 200
    assert alex.delete(f"/interviews/{recorded(alex)['id']}", Content_Type="image/png").status == 204


def test_an_event_with_as_little_in_it_as_the_gateway_may_send_is_answered(anybody: Gateway) -> None:
    bare = {"requestContext": {"httpMethod": "GET", "resourcePath": "/health"}, "headers": None}

    assert anybody.deliver(bare).status == 200
    assert anybody.deliver({}).status == 404
