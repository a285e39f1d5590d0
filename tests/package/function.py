"""A Lambda function on this machine: a bare interpreter that runs the unpacked package."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app import app

_BARE = Path(__file__).with_name("bare.py")


class Function:
    """Answers events like the application itself, so that the tests' gateway may stand in front of it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.routes = app.routes

    def __call__(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """What the API's function answers to an event."""
        answer: dict[str, Any] = self.handle("app.app", event)
        return answer

    def handle(self, handler: str, event: Mapping[str, Any]) -> Any:
        """What a handler answers to an event."""
        return self._ask({"handler": handler, "event": event})

    def run(self, code: str) -> Any:
        """What ``answer`` is once the code has run."""
        return self._ask({"code": code})

    def _ask(self, request: Mapping[str, Any]) -> Any:
        asked, replied = self._process.stdin, self._process.stdout
        assert asked is not None
        assert replied is not None
        print(json.dumps(request), file=asked, flush=True)
        reply = json.loads(replied.readline() or '{"broke": "The interpreter is gone."}')
        assert "broke" not in reply, reply["broke"]
        return reply["answer"]


@contextmanager
def function(interpreter: Path, folder: Path, environment: Mapping[str, str]) -> Iterator[Function]:
    """A function that runs until the end of the block, in an environment that holds nothing else."""
    command = [str(interpreter), "-I", "-S", "-B", str(_BARE), str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd="/", env=dict(environment), text=True) as process:
        yield Function(process)
        assert process.stdin is not None
        process.stdin.close()
