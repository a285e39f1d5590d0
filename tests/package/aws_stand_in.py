"""moto behind a port of this machine: what a process asks AWS for over HTTP, moto answers in this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock

import requests

from tests.loopback import Answer, StandIn, served

_HOSTS = {"dynamodb": "dynamodb", "ses": "email", "ssm": "ssm"}  # by the service that a signature names
_ONE_AT_A_TIME = Lock()  # moto is not made for threads; each open connection has one
_SCOPE = re.compile(r"Credential=[^/]+/\d+/(?P<region>[^/]+)/(?P<service>[^/]+)/")
_OF_THE_CONNECTION = {"connection", "content-length", "content-encoding", "transfer-encoding", "host"}


class _Handler(StandIn):
    """Hands a request on to the host that it was signed for; inside ``mock_aws`` that host is moto."""

    def reply(self, body: bytes) -> Answer:
        scope = _SCOPE.search(self.headers["Authorization"])
        assert scope is not None
        address = f"https://{_HOSTS[scope['service']]}.{scope['region']}.amazonaws.com{self.path}"
        headers = _own(dict(self.headers))
        with _ONE_AT_A_TIME:
            answer = requests.request(self.command, address, headers=headers, data=body, timeout=10)
        return answer.status_code, _own(answer.headers), answer.content


def _own(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers without those that belong to one connection."""
    return {name: value for name, value in headers.items() if name.lower() not in _OF_THE_CONNECTION}


@contextmanager
def aws_stand_in() -> Iterator[str]:
    """Its address; to be entered inside ``mock_aws``."""
    with served(_Handler) as address:
        yield address
