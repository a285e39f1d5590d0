"""A Lambda function under measurement: where it is, its event, and how to run it in a fresh interpreter."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proofs.bench.callgrind import Counted, counted
from tests.package.this_machine import INTERPRETER

FRESH = Path(__file__).with_name("fresh.py")


@dataclass(frozen=True, slots=True)
class FunctionUnderTest:
    """``peer`` is its name in the figures, None for Afterword. ``environment`` is its process's whole environment."""

    peer: str | None
    folder: Path
    handler: str
    event: Mapping[str, Any]
    environment: Mapping[str, str]

    def counted(self, into: Path, once_warm: int = 0, phases: Mapping[str, str] | None = None) -> Run:
        """Run it under callgrind; after the first request, ``once_warm`` further ones are counted on their own."""
        request = self._request(once_warm, phases or {})
        return Run(counted(self._command, request, self.environment, into))

    def timed(self) -> float:
        """Seconds from the start of the interpreter to the end of the first request."""
        began = time.perf_counter()
        subprocess.run(
            self._command,
            input=self._request(0, {}),
            env=dict(self.environment),
            cwd="/",
            capture_output=True,
            text=True,
            check=True,
        )
        return time.perf_counter() - began

    @property
    def _command(self) -> list[str]:
        """No ``-I``: it would ignore PYTHONHASHSEED, and random hashes would make the counts vary."""
        return [str(INTERPRETER), "-s", "-S", "-P", "-B", str(FRESH), str(self.folder)]

    def _request(self, once_warm: int, phases: Mapping[str, str]) -> str:
        request = {"handler": self.handler, "event": self.event, "once_warm": once_warm}
        return json.dumps(request | {"phases": [(label, place) for place, label in phases.items()]}) + "\n"


class Run:
    """The counts of one run."""

    def __init__(self, counted: Counted) -> None:
        output = json.loads(counted.output)
        self.answer: dict[str, Any] = output["answer"]
        self.modules: list[str] = output["modules"]
        self.file_calls = counted.file_calls
        self.log = counted.log
        self._stretches = list(zip(output["labels"], counted.instructions, strict=True))

    def instructions(self, label: str) -> int:
        """The instructions of all stretches with this label together."""
        return sum(count for name, count in self._stretches if name == label)
