"""A stand-in for SES on 127.0.0.1: it takes mails, or fails in the ways in which networks and SES do."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from threading import Event
from typing import Any

from tests.loopback import Answer, StandIn, served


class Fate(Enum):
    """What happens to a request."""

    TAKEN = auto()
    TAKEN_BUT_THE_ANSWER_IS_LOST = auto()
    NEVER_ANSWERED = auto()
    THROTTLED = auto()
    BROKEN = auto()
    REFUSED = auto()
    NOT_VERIFIED = auto()


def _in_json(status: int, content: dict[str, str], **headers: str) -> Answer:
    return status, {"Content-Type": "application/json", **headers}, json.dumps(content).encode()


def _error(status: int, name: str, message: str) -> Answer:
    return _in_json(status, {"message": message}, **{"x-amzn-ErrorType": name})


_ANSWERS = {
    Fate.TAKEN: _in_json(200, {"MessageId": "0100-message"}),
    Fate.THROTTLED: _error(429, "TooManyRequestsException", "Maximum sending rate exceeded."),
    Fate.BROKEN: _error(500, "InternalServiceError", "Ouch."),
    Fate.REFUSED: _error(400, "MessageRejected", "Transaction failed: Expected ';', got \"alex\""),
    Fate.NOT_VERIFIED: _error(
        400,
        "MessageRejected",
        "Email address is not verified. The following identities failed the check in region X: a@example.org",
    ),
}  # the others are no answers: the connection is closed
_TAKEN = {Fate.TAKEN, Fate.TAKEN_BUT_THE_ANSWER_IS_LOST}


class SesStandIn:
    """``fates``: what happens to the next requests, in order; later ones go well. ``taken``: the accepted mails that
    came as whole (raw) messages."""

    def __init__(self) -> None:
        self.address = ""
        self.forget()

    def forget(self) -> None:
        """Forget all mails and fates."""
        self.fates: list[Fate] = []
        self.requests: list[dict[str, Any]] = []
        self.taken: list[bytes] = []
        self.connections = 0
        self.is_over = Event()  # releases clients that wait for an answer that never comes

    def receive(self, request: dict[str, Any]) -> Fate:
        """Note a request; what happens to it."""
        self.requests.append(request)
        fate = self.fates.pop(0) if self.fates else Fate.TAKEN
        if fate in _TAKEN and "Raw" in request["Content"]:
            self.taken.append(b64decode(request["Content"]["Raw"]["Data"]))
        return fate


@contextmanager
def ses_stand_in() -> Iterator[SesStandIn]:
    """A stand-in that listens at ``address`` until the end of the block."""
    stand_in = SesStandIn()
    with served(_handler(stand_in)) as stand_in.address:
        try:
            yield stand_in
        finally:
            stand_in.is_over.set()


def _handler(stand_in: SesStandIn) -> type[StandIn]:
    class Handler(StandIn):
        def setup(self) -> None:
            super().setup()
            stand_in.connections += 1

        def reply(self, body: bytes) -> Answer | None:
            fate = stand_in.receive(json.loads(body))
            if fate is Fate.NEVER_ANSWERED:
                stand_in.is_over.wait()
            return _ANSWERS.get(fate)

    return Handler
