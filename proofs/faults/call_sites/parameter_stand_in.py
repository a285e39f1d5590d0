"""A stand-in for SSM on 127.0.0.1, with a few parameters."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.loopback import Answer, PromptStandIn, served


@contextmanager
def parameter_stand_in(values: Mapping[str, str]) -> Iterator[str]:
    """The address of a server that has these parameters, by their names, and no others."""
    with served(_handler(values)) as address:
        yield address


def _handler(values: Mapping[str, str]) -> type[PromptStandIn]:
    class Handler(PromptStandIn):
        def reply(self, body: bytes) -> Answer:
            name = json.loads(body)["Name"]
            if name not in values:
                return 400, {}, b'{"__type": "ParameterNotFound"}'
            return 200, {}, json.dumps({"Parameter": {"Name": name, "Value": values[name]}}).encode()

    return Handler
