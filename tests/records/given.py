"""Helpers of the storage tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from chalicelib.playbook.interview import Interview
from chalicelib.records.idempotency_store import RequestKey
from chalicelib.records.interviews import Interviews
from tests.add_interview import add_interview
from tests.factories import THAT_EVENING, an_interview, an_owner

OWNER = an_owner()
Meanwhile = Callable[[Callable[[], object]], None]
Lose = Callable[..., None]
TEN_MINUTES = timedelta(minutes=10)


@dataclass(frozen=True)
class Call:
    """A request to DynamoDB, and the capacity units that it took."""

    operation: str
    units: float


@contextmanager
def counted(client: Any) -> Iterator[list[Call]]:
    """Every request of a DynamoDB client within the block, in order; ``clear()`` the list to start over."""
    made: list[Call] = []

    def count(parsed: dict[str, Any], model: Any, **_: Any) -> None:
        taken = parsed.get("ConsumedCapacity", [])
        units = [taken] if isinstance(taken, dict) else taken
        made.append(Call(model.name, sum(one["CapacityUnits"] for one in units)))

    client.meta.events.register("after-call.dynamodb", count)
    yield made
    client.meta.events.unregister("after-call.dynamodb", count)


def an_id(number: int) -> str:
    """The id of the record that was recorded as the ``number``-th."""
    return f"01K1S0M3{number:018}"


def a_record(number: int = 1, **changes: Any) -> Interview:
    """An interview that is not stored yet, in a process of its own unless said otherwise."""
    return an_interview(**({"id": an_id(number), "process_id": an_id(number)} | changes))


def a_key(request_id: str, digest: str = "content", now: datetime = THAT_EVENING) -> RequestKey:
    """A request that is remembered for ten minutes."""
    return RequestKey(id=request_id, digest=digest, expires_at=now + TEN_MINUTES)


def recorded(interviews: Interviews, interview: Interview, now: datetime = THAT_EVENING) -> Interview:
    """Store an interview by a request of its own, and return it."""
    return add_interview(
        interviews, OWNER, interview, a_key(f"request {interview.id}", now=now), lambda _: "the first answer", now
    )
