"""Stand-in servers on 127.0.0.1, each in a thread of this process until the end of a block."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from threading import Thread

Answer = tuple[int, Mapping[str, str], bytes]
ANY_PORT = ("127.0.0.1", 0)
_POLL_INTERVAL = 0.01  # seconds; the default, half a second, would slow down the end of each block


@contextmanager
def listening(server: HTTPServer) -> Iterator[int]:
    """Run a server until the end of the block, and give its port; it is closed whatever happens."""
    thread = Thread(target=server.serve_forever, args=(_POLL_INTERVAL,), daemon=True)
    with server:
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Run a new server with this handler until the end of the block, and give its address."""
    with listening(ThreadingHTTPServer(ANY_PORT, handler)) as port:
        yield f"http://127.0.0.1:{port}"


class StandIn(BaseHTTPRequestHandler, ABC):
    """Answers GET and POST, without a log."""

    protocol_version = "HTTP/1.1"  # connections stay open, as those of AWS do

    @abstractmethod
    def reply(self, body: bytes) -> Answer | None:
        """The answer to a request with this body; None closes the connection without one."""

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        reply = self.reply(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
        if reply is None:
            self.close_connection = True
        else:
            self._send(*reply)

    def _send(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class PromptStandIn(StandIn, ABC):
    """Answers in one piece. The others send headers first, and their bodies wait until the client acknowledges them:
    some 40 ms on a connection that has been in use for a while."""

    disable_nagle_algorithm = True
    wbufsize = -1
