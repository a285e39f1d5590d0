"""A function under measurement: where it is, what it is asked, and how to run it in a fresh interpreter."""

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
class Contender:
    """``peer`` is its name in the figures, None for Afterword. ``environment`` is all that its process has."""

    peer: str | None
    folder: Path
    handler: str
    event: Mapping[str, Any]
    environment: Mapping[str, str]

    def counted(self, into: Path, once_warm: int = 0, phases: Mapping[str, str] | None = None) -> Run:
        """Run it under callgrind; with ``once_warm`` the first request is followed by that many that are counted."""
        asked = self._asked(once_warm, phases or {})
        return Run(counted(self._command, asked, self.environment, into))

    def timed(self) -> float:
        """Seconds from the start of the interpreter to the end of the first request."""
        began = time.perf_counter()
        subprocess.run(
            self._command,
            input=self._asked(0, {}),
            env=dict(self.environment),
            cwd="/",
            capture_output=True,
            text=True,
            check=True,
        )
        return time.perf_counter() - began

    @property
    def _command(self) -> list[str]:
        """Without ``-I``, which would let hashes of strings, and with them the counts, be random."""
        return [str(INTERPRETER), "-s", "-S", "-P", "-B", str(FRESH), str(self.folder)]

    def _asked(self, once_warm: int, phases: Mapping[str, str]) -> str:
        asked = {"handler": self.handler, "event": self.event, "once_warm": once_warm}
        return json.dumps(asked | {"phases": [(label, place) for place, label in phases.items()]}) + "\n"


class Run:
    """What was counted in one run."""

    def __init__(self, counted: Counted) -> None:
        said = json.loads(counted.output)
        self.answer: dict[str, Any] = said["answer"]
        self.modules: list[str] = said["modules"]
        self.file_calls = counted.file_calls
        self.log = counted.log
        self._stretches = list(zip(said["labels"], counted.instructions, strict=True))

    def instructions(self, label: str) -> int:
        """Of all stretches with this label."""
        return sum(count for name, count in self._stretches if name == label)
