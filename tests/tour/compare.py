"""Two records, compared file by file."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from pathlib import Path

_MOST_LINES = 40  # of a file's differences
_LONGEST = 300  # characters of a line


def compare(before: Path, now: Path, only: str = "") -> int:
    """How many files differ; what differs in them is printed, as far as it is short."""
    differing = 0
    for name in sorted({file.name for folder in (before, now) for file in folder.glob("*.txt") if only in file.name}):
        old, new = (_bytes(folder / name) for folder in (before, now))
        if old != new:
            differing += 1
            print(f"Differs: {name}")
            _show(_lines(old), _lines(new))
    print(f"{differing} files differ from {before}" if differing else f"Equal to the last byte: {before}")
    return differing


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _lines(raw: bytes) -> list[str]:
    return raw.decode(errors="replace").split("\n")


def _show(old: list[str], new: list[str]) -> None:
    """The first differences with the step that they belong to. Where lines meet in order there is no search."""
    first = next((number for number, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    step = next((line for line in reversed(old[: first + 1]) if line.startswith("===")), "")
    print(f"  first in {step}")
    begin = max(0, first - 3)
    diff = unified_diff(old[begin : begin + 2000], new[begin : begin + 2000], "before", "now", lineterm="", n=3)
    for line in islice(diff, _MOST_LINES):
        print(f"  {line[:_LONGEST]}")
