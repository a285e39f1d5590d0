"""moto behind a port of this machine: what a process asks AWS for over HTTP, moto answers in this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

import requests

_HOSTS = {"dynamodb": "dynamodb", "ses": "email", "ssm": "ssm"}  # by the service that a signature names
_ONE_AT_A_TIME = Lock()  # moto is not made for threads; each open connection has one
_SCOPE = re.compile(r"Credential=[^/]+/\d+/(?P<region>[^/]+)/(?P<service>[^/]+)/")
_OF_THE_CONNECTION = {"connection", "content-length", "content-encoding", "transfer-encoding", "host"}


class _Handler(BaseHTTPRequestHandler):
    """Hands a request on to the host that it was signed for; inside ``mock_aws`` that host is moto."""

    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        scope = _SCOPE.search(self.headers["Authorization"])
        assert scope is not None
        address = f"https://{_HOSTS[scope['service']]}.{scope['region']}.amazonaws.com{self.path}"
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with _ONE_AT_A_TIME:
            answer = requests.request(self.command, address, headers=_own(dict(self.headers)), data=body, timeout=10)
        self._send(answer)

    def _send(self, answer: requests.Response) -> None:
        self.send_response(answer.status_code)
        for name, value in _own(answer.headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _own(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers without those that belong to one connection."""
    return {name: value for name, value in headers.items() if name.lower() not in _OF_THE_CONNECTION}


@contextmanager
def aws_stand_in() -> Iterator[str]:
    """Its address; to be entered inside ``mock_aws``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()
