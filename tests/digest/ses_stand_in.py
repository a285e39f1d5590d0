"""SES as far as sending goes, on loopback: it takes mails, or fails in the ways in which networks and SES do."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


class Fate(Enum):
    """What becomes of a request."""

    TAKEN = auto()
    TAKEN_BUT_THE_ANSWER_IS_LOST = auto()
    NEVER_ANSWERED = auto()
    THROTTLED = auto()
    BROKEN = auto()
    REFUSED = auto()


_ANSWERS = {
    Fate.TAKEN: (200, None, {"MessageId": "0100-message"}),
    Fate.THROTTLED: (429, "TooManyRequestsException", {"message": "Maximum sending rate exceeded."}),
    Fate.BROKEN: (500, "InternalServiceError", {"message": "Ouch."}),
    Fate.REFUSED: (400, "MessageRejected", {"message": "Email address is not verified."}),
}
_TAKEN = {Fate.TAKEN, Fate.TAKEN_BUT_THE_ANSWER_IS_LOST}


class SesStandIn:
    """``fates`` are those of the next requests, in order; afterwards all is well. ``taken`` are the mails accepted, of
    those that came as whole messages."""

    def __init__(self) -> None:
        self.address = ""
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.fates: list[Fate] = []
        self.requests: list[dict[str, Any]] = []
        self.taken: list[bytes] = []
        self.connections = 0
        self.is_over = Event()  # whoever waits for an answer that never comes is let go then

    def receive(self, request: dict[str, Any]) -> Fate:
        """Note a request, and say what becomes of it."""
        self.requests.append(request)
        fate = self.fates.pop(0) if self.fates else Fate.TAKEN
        if fate in _TAKEN and "Raw" in request["Content"]:
            self.taken.append(b64decode(request["Content"]["Raw"]["Data"]))
        return fate


@contextmanager
def ses_stand_in() -> Iterator[SesStandIn]:
    """A stand-in that listens at ``address`` until the end of the block."""
    stand_in = SesStandIn()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(stand_in))
    stand_in.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield stand_in
    stand_in.is_over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def _handler(stand_in: SesStandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # connections stay open, as SES's do

        def setup(self) -> None:
            super().setup()
            stand_in.connections += 1

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            fate = stand_in.receive(json.loads(body))
            if fate is Fate.NEVER_ANSWERED:
                stand_in.is_over.wait()
            if fate in _ANSWERS:
                self._answer(*_ANSWERS[fate])
            else:
                self.close_connection = True

        def _answer(self, status: int, error: str | None, content: dict[str, str]) -> None:
            body = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            if error:
                self.send_header("x-amzn-ErrorType", error)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
