"""Compare two records file by file."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from pathlib import Path

_MOST_LINES, _MOST_STEPS = 40, 5  # of a file's differences
_LONGEST = 300  # characters of a line
_FAR = 2000  # lines that are searched for the next one that both have
_STEP = "=== "


def compare(before: Path, now: Path, only: str = "") -> int:
    """How many files differ; prints their first differences."""
    differing = 0
    for name in sorted({file.name for folder in (before, now) for file in folder.glob("*.txt") if only in file.name}):
        old, new = (_bytes(folder / name) for folder in (before, now))
        if old == new:
            continue
        differing += 1
        print(f"Differs: {name}" if old and new else f"Only {'now' if new else 'before'}: {name}")
        if old and new:
            _show(old.decode(errors="replace").split("\n"), new.decode(errors="replace").split("\n"))
    print(f"{differing} files differ from {before}" if differing else f"Equal to the last byte: {before}")
    return differing


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _show(old: list[str], new: list[str]) -> None:
    """Print the steps that differ, and the first lines in which they do."""
    before, now = _steps(old), _steps(new)
    differing = [step for step in before | now if before.get(step) != now.get(step)]
    more = f" and {len(differing) - _MOST_STEPS} more" if len(differing) > _MOST_STEPS else ""
    print(f"  in {'; '.join(differing[:_MOST_STEPS])}{more}")
    meeting = (number for number, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    begin = max(0, next(meeting, min(len(old), len(new))) - 3)
    diff = unified_diff(old[begin : begin + _FAR], new[begin : begin + _FAR], "before", "now", lineterm="", n=3)
    for line in islice(diff, _MOST_LINES):
        print(f"  {line[:_LONGEST]}")


def _steps(lines: list[str]) -> dict[str, list[str]]:
    """The lines of each step by its name; a file without headings is a single step."""
    found: dict[str, list[str]] = {}
    step = "all of it"
    for line in lines:
        step = line.removeprefix(_STEP) if line.startswith(_STEP) else step
        found.setdefault(step, []).append(line)
    return found
