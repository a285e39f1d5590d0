"""What DynamoDB fails at becomes one of our errors; a mistake of ours stays visible as what it is."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ConnectTimeoutError, EndpointConnectionError, ReadTimeoutError
from pynamodb.exceptions import PynamoDBException

from chalicelib.errors import StorageUnavailable
from chalicelib.records.digest_claims import Digests
from chalicelib.records.interviews import Interviews
from chalicelib.records.owners import Owners
from chalicelib.records.table import connection
from tests.factories import MONDAY, THAT_EVENING
from tests.records.given import OWNER, a_record, an_id, recorded

Answer = Any  # botocore's AWSResponse, which has no types, or an exception to raise
Refuse = Callable[[Callable[[], Answer]], list[str]]
TRIES = 3


class Body(BytesIO):
    """The body of an answer, as botocore reads it."""

    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self.read()


def answer(status: int, code: str, **more: Any) -> AWSResponse:
    body = {"__type": f"com.amazonaws.dynamodb.v20120810#{code}", "message": "no"} | more
    return plain_answer(status, json.dumps(body).encode())


def plain_answer(status: int, body: bytes) -> AWSResponse:
    headers: Any = {}
    return AWSResponse("http://127.0.0.1", status, headers, Body(body))


def cancelled(code: str) -> AWSResponse:
    reasons = [{"Code": code, "Message": "no"}, {"Code": "None"}]
    return answer(400, "TransactionCanceledException", CancellationReasons=reasons)


@pytest.fixture
def refuse(table: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Refuse]:
    """From now on every request gets this answer, or fails this way; the list fills with what was asked."""
    monkeypatch.setattr(time, "sleep", lambda _: None)
    events: Any = connection().client.meta.events
    asked: list[str] = []
    handlers = []

    def begin(refusal: Callable[[], Answer]) -> list[str]:
        def handler(request: Any, **_: Any) -> AWSResponse:
            asked.append(request.headers["X-Amz-Target"])
            result = refusal()
            if isinstance(result, Exception):
                raise result
            return result

        events.register_first("before-send.dynamodb", handler)
        handlers.append(handler)
        return asked

    yield begin
    for handler in handlers:
        events.unregister("before-send.dynamodb", handler)


OUTAGES: dict[str, Callable[[], Answer]] = {
    "throttled": lambda: answer(400, "ThrottlingException"),
    "throughput exceeded": lambda: answer(400, "ProvisionedThroughputExceededException"),
    "their fault": lambda: answer(500, "InternalServerError"),
    "not there": lambda: answer(503, "ServiceUnavailable"),
    "a fault without a name": lambda: plain_answer(502, b"<html>Bad gateway</html>"),
    "no connection": lambda: EndpointConnectionError(endpoint_url="http://127.0.0.1"),
    "no connection in time": lambda: ConnectTimeoutError(endpoint_url="http://127.0.0.1"),
    "no answer in time": lambda: ReadTimeoutError(endpoint_url="http://127.0.0.1"),
}

USES: dict[str, Callable[[], object]] = {
    "read an owner": lambda: Owners().get(OWNER.id),
    "find who is due": lambda: list(Owners().due(THAT_EVENING)),
    "record": lambda: recorded(Interviews(), a_record()),
    "read": lambda: Interviews().get(OWNER.id, an_id(1)),
    "change": lambda: Interviews().save(OWNER, a_record(version=1), THAT_EVENING),
    "remove": lambda: Interviews().remove(OWNER.id, an_id(1), None),
    "read the open ones": lambda: Interviews().open(OWNER.id),
    "read a page": lambda: Interviews().page(OWNER.id, is_ended_only=False, limit=9, after=None),
    "claim": lambda: Digests().claim(OWNER.id, MONDAY, THAT_EVENING, timedelta(minutes=20)),
}


@pytest.mark.parametrize("outage", OUTAGES.values(), ids=OUTAGES)
def test_an_outage_is_tried_again_and_then_a_temporary_error(refuse: Refuse, outage: Callable[[], Answer]) -> None:
    asked = refuse(outage)

    with pytest.raises(StorageUnavailable) as error:
        USES["read"]()

    assert error.value.is_temporary
    assert len(asked) == TRIES


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_whatever_is_done_an_outage_is_the_same_error(refuse: Refuse, use: Callable[[], object]) -> None:
    refuse(OUTAGES["not there"])

    with pytest.raises(StorageUnavailable):
        use()


def test_a_record_that_a_transaction_has_hold_of_is_a_temporary_error(
    refuse: Refuse,
) -> None:
    refuse(lambda: answer(400, "TransactionConflictException"))

    with pytest.raises(StorageUnavailable):
        USES["change"]()


def test_a_transaction_that_others_are_always_in_the_way_of_gives_up_in_the_end(
    refuse: Refuse, interviews: Interviews
) -> None:
    conflict = iter([cancelled("TransactionConflict"), answer(200, "", Item={})] * 9)
    asked = refuse(lambda: next(conflict))

    with pytest.raises(StorageUnavailable):
        recorded(interviews, a_record())

    assert len(asked) < 12


def test_a_mistake_of_ours_is_not_taken_for_an_outage(refuse: Refuse) -> None:
    asked = refuse(lambda: answer(400, "ValidationException"))

    with pytest.raises(PynamoDBException):
        USES["read"]()

    assert len(asked) == 1


@pytest.mark.dynamodb_local
def test_a_record_whose_answer_was_lost_on_the_way_is_made_once(
    refuse: Refuse, interviews: Interviews, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The transaction is sent again with the token of the first, and DynamoDB knows it."""
    client: Any = connection().client
    send = client._endpoint._send
    is_first = iter([True])

    def lose_the_first_answer(request: Any) -> Any:
        arrived = send(request)
        if next(is_first, False):
            raise ReadTimeoutError(endpoint_url="http://127.0.0.1")
        return arrived

    monkeypatch.setattr(client._endpoint, "_send", lose_the_first_answer)

    interview = recorded(interviews, a_record())

    assert interviews.get(OWNER.id, interview.id) == interview
