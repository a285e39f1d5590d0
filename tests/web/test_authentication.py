"""Who may ask."""

from __future__ import annotations

import hmac
import json
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.awsrequest import AWSResponse
from msgspec.structs import replace

from chalicelib.errors import NotFound
from chalicelib.playbook.owner import Arrival, Owner, Weekday
from chalicelib.records.owners import Account, Owners, item_of
from chalicelib.records.table import connection
from chalicelib.usecases.calendar_address import account_of_feed
from chalicelib.usecases.tokens import new_token, read_token
from chalicelib.web.http.authentication import owner_of_token
from chalicelib.web.http.http_errors import Unauthenticated
from tests.factories import MONDAY, THAT_EVENING, an_owner
from tests.web.gateway import Gateway
from tests.web.given import recorded


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_a_bearer_token_lets_its_owner_in(anybody: Gateway, token: str, scheme: str) -> None:
    reply = anybody.get("/owner", Authorization=f"{scheme} {token}")

    assert reply.data["id"] == "alex"


def test_an_api_key_header_carries_the_token_as_well(anybody: Gateway, token: str) -> None:
    reply = anybody.get("/owner", X_API_Key=token)

    assert reply.data["id"] == "alex"


def test_a_form_may_carry_the_token_in_a_field(anybody: Gateway, token: str) -> None:
    fields = {"company": "Acme", "position": "Analyst", "interview_on": "2026-08-03", "token": token}

    assert anybody.post_form("/interviews", fields).status == 201
    assert anybody.post_multipart("/interviews", fields).status == 201


def test_json_may_not_carry_the_token(anybody: Gateway, token: str) -> None:
    reply = anybody.post("/interviews", {"token": token})

    assert reply.status == 401


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "alex",
        "alex.",
        "alex.wrong-but-long-enough",
        "nobody.wrong-but-long-enough",
        "al ex.x",
        "O\u00a0." + "x" * 40,
        "." + "x" * 40,
    ],
)
def test_anything_else_is_refused_in_the_same_words(anybody: Gateway, alex: Gateway, sent: str) -> None:
    reply = anybody.get("/owner", Authorization=f"Bearer {sent}")

    assert reply.status == 401
    assert reply.headers["WWW-Authenticate"] == "Bearer"
    assert reply.data == anybody.get("/owner").data


@pytest.mark.parametrize("shape", ["{0:.42}", "{0:.20}", "{0}x", "x{0}", "{1}"])
def test_only_the_whole_token_lets_its_owner_in(anybody: Gateway, token: str, shape: str) -> None:
    owner_id, _, secret = token.partition(".")

    reply = anybody.get("/owner", X_API_Key=f"{owner_id}.{shape.format(secret, secret.swapcase())}")

    assert reply.status == 401


@pytest.mark.parametrize("owner_id", ["alex", "nobody"])
def test_what_is_secret_is_compared_in_constant_time_whether_or_not_there_is_such_an_owner(
    anybody: Gateway, alex: Gateway, monkeypatch: pytest.MonkeyPatch, owner_id: str
) -> None:
    compared: list[bytes] = []
    constant_time = hmac.compare_digest

    def noting(kept: bytes, sent: bytes) -> bool:
        assert len(kept) == len(sent)
        compared.append(sent)
        return constant_time(kept, sent)

    monkeypatch.setattr(hmac, "compare_digest", noting)
    secret = "x" * 43

    in_the_header = anybody.get("/owner", X_API_Key=f"{owner_id}.{secret}")
    in_the_address = anybody.get(f"/calendar/{owner_id}.{secret}.ics")

    assert (in_the_header.status, in_the_address.status) == (401, 404)
    assert compared == [sha256(secret.encode()).digest(), secret.encode()]


SEEN = Arrival(route="0123456789", seen_at=THAT_EVENING)
PLAIN = an_owner(id="kim", arrival=SEEN)
FULL = an_owner(
    id="kim",
    name="K" * 200,
    paused_until=MONDAY,
    digest_days=(Weekday.MON,),
    arrival=replace(SEEN, refused_at=THAT_EVENING),
)


@pytest.mark.parametrize(("owner", "at_most"), [(PLAIN, 0.02), (FULL, 0.25)], ids=["usual", "with all there can be"])
@pytest.mark.parametrize(
    ("asks", "refusal", "text"),
    [(owner_of_token, Unauthenticated, f"kim.{'x' * 43}"), (account_of_feed, NotFound, f"kim.{'x' * 43}.ics")],
    ids=["token", "calendar"],
)
def test_a_wrong_secret_takes_the_same_work_whether_or_not_there_is_such_an_owner(
    table: None,
    asks: Callable[[str, Owners], Account],
    refusal: type[Exception],
    text: str,
    owner: Owner,
    at_most: float,
) -> None:
    account = Account(
        owner=owner, token_hash=bytes(32), next_digest_at=THAT_EVENING, calendar_secret="y" * 43, version=1
    )
    known = {"Item": item_of(account).serialize()}
    work = []
    for response in ({}, known, {}, known):  # the first two also load what is loaded once
        with responding(response), counted() as counts, pytest.raises(refusal):
            asks(text, Owners())
        work.append(counts["calls"])

    _, _, of_nobody, of_somebody = work
    assert of_nobody == pytest.approx(of_somebody, rel=at_most)


@contextmanager
def responding(response: Mapping[str, Any]) -> Iterator[None]:
    """Have DynamoDB respond with this: the work of moto itself is not to be counted."""
    body = json.dumps(response, default=lambda raw: b64encode(raw).decode()).encode()
    raw = SimpleNamespace(stream=lambda *_: iter([body]), read=lambda *_: body)

    def respond(request: Any, **_: Any) -> AWSResponse:
        return AWSResponse(request.url, 200, {}, raw)

    events = connection().client.meta.events
    events.register_first("before-send.dynamodb.GetItem", respond)
    yield
    events.unregister("before-send.dynamodb.GetItem", respond)


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """The calls of functions within the block, those of Python and those of C."""
    counts: Counter[str] = Counter()

    def count(_frame: object, event: str, _argument: object) -> None:
        counts["calls"] += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        yield counts
    finally:
        sys.setprofile(None)


def test_the_token_of_another_owner_does_not_open_a_record(anybody: Gateway, alex: Gateway, owners: Owners) -> None:
    token, token_hash = new_token("kim")
    owners.add(an_owner(id="kim", email="kim@example.org"), token_hash)
    record = recorded(alex)

    theirs = anybody.signed_in(token).get(f"/interviews/{record['id']}")
    nobodys = alex.get("/interviews/01K1S0M3000000000000000009")

    assert (theirs.status, theirs.data) == (404, nobodys.data)


def test_a_new_token_is_never_the_same_and_proves_itself_by_its_hash() -> None:
    text, secret_hash = new_token("alex")

    read = read_token(text)

    assert read is not None
    assert (read.owner_id, read.secret_hash) == ("alex", secret_hash)
    assert new_token("alex") != (text, secret_hash)
