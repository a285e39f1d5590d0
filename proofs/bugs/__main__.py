"""``python -m proofs.bugs``: put each seeded bug into a copy of the checkout, and show that a test notices.

``make test-bugs`` runs it; ONLY (names of patches, by comma) chooses some. SCALE=short, as in CI, leaves out what
``make test`` has just shown (that the tests pass without a bug), and of the bugs that a claim catches all but one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import TypeVar

from proofs.bugs.bug import LEAST, Bug, Catcher, NoBug, all_bugs, in_short
from proofs.bugs.judging import CAUGHT, judged
from proofs.bugs.scratch import Run, Scratch

T = TypeVar("T")

WORKERS = 2
_SHOWN = 3000  # characters of the end of a run that did not do what it had to


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table, and whether it is as it has to be."""

    name: str
    caught_by: Catcher
    verdict: str
    seconds: float
    is_good: bool


def main() -> int:
    """0 if every bug is caught; 1 if one is not, does not fit any more, or there are too few; 2 for an unknown one."""
    try:
        bugs = all_bugs()
    except NoBug as fault:
        print(fault, file=sys.stderr)
        return 2
    wanted = {name for name in os.environ.get("ONLY", "").split(",") if name} or {bug.name for bug in bugs}
    if unknown := wanted - {bug.name for bug in bugs}:
        print(f"There is no bug of the name {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    scale = os.environ.get("SCALE") or "long"
    if scale not in ("short", "long"):
        print(f"SCALE is {scale!r}; it must be short or long.", file=sys.stderr)
        return 2
    rows = _tried([bug for bug in bugs if bug.name in wanted], is_short=scale == "short")
    print(_table(rows))
    if len(bugs) < LEAST:
        print(f"There are {len(bugs)} seeded bugs: fewer than {LEAST}.")
    return 0 if len(bugs) >= LEAST and all(row.is_good for row in rows) else 1


def _tried(bugs: list[Bug], *, is_short: bool) -> list[Row]:
    """First that every catcher passes while all is well; then, for those that do, that they fail with the bug."""
    bugs = in_short(bugs) if is_short else bugs
    known = {bug.caught_by for bug in bugs if is_short and bug.caught_by.program == "pytest"}
    catchers = sorted({bug.caught_by for bug in bugs} - known, key=str)
    with TemporaryDirectory(prefix="afterword-bugs-") as folder, ExitStack() as stack:
        copies: SimpleQueue[Scratch] = SimpleQueue()
        for number in range(WORKERS):
            copies.put(Scratch(Path(folder) / str(number)))
        workers = stack.enter_context(ThreadPoolExecutor(WORKERS))
        unbroken = list(workers.map(_in_a(copies, _without_a_bug), catchers))
        sound = known | {row.caught_by for row in unbroken if row.is_good}
        rows = list(workers.map(_in_a(copies, _with_bug), (bug for bug in bugs if bug.caught_by in sound)))
    return [row for row in unbroken if not row.is_good] + rows


def _in_a(copies: SimpleQueue[Scratch], try_one: Callable[[Scratch, T], Row]) -> Callable[[T], Row]:
    """Tried in whichever copy is free."""

    def tried(one: T) -> Row:
        copy = copies.get()
        try:
            row = try_one(copy, one)
        finally:
            copies.put(copy)
        print(f"  {row.name}: {row.verdict}, {row.seconds:,.0f} s", flush=True)
        return row

    return tried


def _without_a_bug(copy: Scratch, catcher: Catcher) -> Row:
    run = copy.run(catcher)
    if catcher.program == "faults":
        print(run.said, end="", flush=True)  # the claim's line of the table: .ci/run tries it here and nowhere else
    return _row("(no bug)", catcher, "passes" if run.code == 0 else "FAILS WITHOUT A BUG", run, is_good=run.code == 0)


def _with_bug(copy: Scratch, bug: Bug) -> Row:
    with copy.broken_by(bug.patch) as does_fit:
        if not does_fit:
            return Row(bug.name, bug.caught_by, "DOES NOT APPLY", 0.0, is_good=False)
        run = copy.run(bug.caught_by)
    verdict = judged(bug.caught_by, run)
    return _row(bug.name, bug.caught_by, verdict, run, is_good=verdict == CAUGHT)


def _row(name: str, catcher: Catcher, verdict: str, run: Run, *, is_good: bool) -> Row:
    if not is_good:
        print(run.said[-_SHOWN:], flush=True)
    return Row(name, catcher, verdict, run.seconds, is_good)


def _table(rows: Iterable[Row]) -> str:
    cells = [("bug", "verdict", "time", "caught by")]
    cells += [(row.name, row.verdict, f"{row.seconds:,.0f} s", str(row.caught_by)) for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(3)]
    return "\n".join(
        f"{name:<{widths[0]}}  {verdict:<{widths[1]}}  {took:>{widths[2]}}  {by}" for name, verdict, took, by in cells
    )


if __name__ == "__main__":
    sys.exit(main())
