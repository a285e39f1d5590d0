"""A seeded bug, as its patch tells of it."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
LEAST = 25  # seeded bugs

_WITHOUT = ["-p", "no:schemathesis", "-p", "no:xdist"]  # not needed, and a quarter of a run of a few tests
_HEADER = re.compile(r"Bug: (\S.*\.)\nCaught by: (pytest|faults) (\S.*)\n\n?(?=diff --git )")


class NoBug(Exception):
    """A patch without its header; the message names it."""


@dataclass(frozen=True, slots=True)
class Catcher:
    """What must fail: ``program`` is pytest, and ``about`` its tests; or faults, and a claim."""

    program: str
    about: str

    def __str__(self) -> str:
        return f"{self.program} {self.about}"

    @property
    def command(self) -> list[str]:
        """How it is run, in the checkout's root."""
        if self.program == "faults":
            return [sys.executable, "-m", "proofs.faults"]
        return [sys.executable, "-m", "pytest", *shlex.split(self.about), "-q", "-x", *_WITHOUT]

    @property
    def environment(self) -> dict[str, str]:
        """What has to be set for it."""
        return {"ONLY": self.about, "SCALE": "short", "ENOUGH": "1"} if self.program == "faults" else {}


@dataclass(frozen=True, slots=True)
class Bug:
    """``says`` is what was done wrong, ``caught_by`` what has to notice."""

    name: str
    says: str
    caught_by: Catcher
    patch: Path


def read_bug(patch: Path) -> Bug:
    """The bug of a patch; raises NoBug."""
    header = _HEADER.match(patch.read_text(encoding="utf-8"))
    if header is None:
        raise NoBug(f"{patch.name} does not begin with its bug, and what it is caught by")
    return Bug(patch.stem, header[1], Catcher(header[2], header[3]), patch)


def in_short(bugs: Sequence[Bug]) -> list[Bug]:
    """Those that a test catches, and of those that a claim catches the first of each claim."""
    by_catcher = {bug.caught_by: bug for bug in reversed(bugs)}
    return [bug for bug in bugs if bug.caught_by.program == "pytest" or by_catcher[bug.caught_by] is bug]


def all_bugs(folder: Path = HERE) -> list[Bug]:
    """By name; raises NoBug."""
    return [read_bug(patch) for patch in sorted(folder.glob("*.patch"))]
