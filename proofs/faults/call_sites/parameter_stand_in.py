"""A stand-in for SSM on 127.0.0.1, with one parameter: the signing keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from tests.loopback import Answer, PromptStandIn, served


@contextmanager
def parameter_stand_in(name: str, value: str) -> Iterator[str]:
    """The address of a server that has this parameter, and no other."""
    with served(_handler(name, value)) as address:
        yield address


def _handler(name: str, value: str) -> type[PromptStandIn]:
    class Handler(PromptStandIn):
        def reply(self, body: bytes) -> Answer:
            if json.loads(body)["Name"] != name:
                return 400, {}, b'{"__type": "ParameterNotFound"}'
            return 200, {}, json.dumps({"Parameter": {"Name": name, "Value": value}}).encode()

    return Handler
