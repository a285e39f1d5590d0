"""The listening socket, and a thread for each connection.

An idle or a slow connection holds up only itself, and is closed after a while.
"""

from __future__ import annotations

import errno
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from typing import Any

from infra.local.connection import Connection
from infra.local.http_messages import HttpRequest, HttpResponse

HOST = "127.0.0.1"
SECONDS_TO_HEAR_OUT = 1
MOST_BYTES_TO_HEAR_OUT = 64 * 1024 * 1024
PIECE = 64 * 1024


class PortUnusable(Exception):
    """Nobody can listen there; the text names the port and says why."""


class Server(ThreadingHTTPServer):
    """Listens from the start, and answers once it has someone to ask."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, port: int) -> None:
        self.answering: Callable[[HttpRequest], HttpResponse]
        self._conversations = 0
        self._change = threading.Condition()
        try:
            super().__init__((HOST, port), Connection)
        except OSError as error:
            raise PortUnusable(f"PORT {port} cannot be used: {_why_not(error)}.") from error

    @contextmanager
    def conversation(self) -> Iterator[None]:
        """From the moment a request has begun to arrive until it is answered."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def wait_for_quiet(self, seconds: float) -> None:
        """Wait until nobody is in a conversation, but not for ever."""
        with self._change:
            self._change.wait_for(lambda: self._conversations == 0, seconds)

    def shutdown_request(self, request: Any) -> None:
        """Hang up gently: a connection closed on someone who still speaks is torn, and its answer with it."""
        with suppress(OSError):
            request.shutdown(socket.SHUT_WR)
            request.settimeout(SECONDS_TO_HEAR_OUT)
            heard = 0
            while heard < MOST_BYTES_TO_HEAR_OUT and (piece := request.recv(PIECE)):
                heard += len(piece)
        self.close_request(request)

    def handle_error(self, *_: Any) -> None:
        """Someone hung up on us, or does not listen: their business. Anything else is ours."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            traceback.print_exc(file=sys.stderr)

    def _count(self, change: int) -> None:
        with self._change:
            self._conversations += change
            self._change.notify_all()


def _why_not(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "another program listens there already"
    return str(error.strerror or error)
