"""``python -m proofs.faults``: try to refute every claim, and print one table. ``make test-faults`` runs it.

The settings are SCALE (short or long), ONLY (names of claims, separated by commas), SEED, and ENOUGH (the number of
violations at which a claim's run may end). Each claim runs in its own process, so that none meets what another left.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict

from proofs.faults.claim import Claim, Effort

# In the order of docs/reliability.md. Each is a package here whose ``claim`` module holds CLAIM.
CLAIMS = (
    "schedules",
    "kills",
    "call_sites",
    "races",
    "clocks",
    "poison",
    "requests",
    "escapes",
    "capture",
    "tokens",
    "isolation",
    "time",
    "size",
)

MOST_SHOWN = 10
_WHAT_ONE_RAN = "VERDICT "
_PRINT_INTERVAL = 2.0  # seconds


def main(arguments: list[str]) -> int:
    """Exit code 0: no claim was refuted, 1: one was, 2: a setting is invalid."""
    if arguments:
        return _one(*arguments)
    wanted = [name for name in os.environ.get("ONLY", "").split(",") if name] or list(CLAIMS)
    unknown = [name for name in wanted if name not in CLAIMS]
    scale, seed = os.environ.get("SCALE", "short"), os.environ.get("SEED", "1")
    if unknown or scale not in {"short", "long"} or not seed.isdecimal():
        print(f"ONLY is some of {', '.join(CLAIMS)}; SCALE is short or long; SEED is a number.", file=sys.stderr)
        return 2
    rows = [_row(name, scale, seed) for name in wanted]
    print(_table([found for found, _ in rows]))
    return max((code for _, code in rows), default=0)


def _row(name: str, scale: str, seed: str) -> tuple[tuple[str, ...], int]:
    """Run a claim in its own process: its row of the table, and 0 if it holds."""
    command = [sys.executable, "-m", "proofs.faults", name, scale, seed]
    began, found = time.monotonic(), None
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if line.startswith(_WHAT_ONE_RAN):
                found = json.loads(line.removeprefix(_WHAT_ONE_RAN))
            else:
                print(line, end="", flush=True)
    took = f"{time.monotonic() - began:,.0f} s"
    says = _claim(name).says
    if found is None:
        return (name, says, "-", f"did not end well (exit {running.returncode})", took), 1
    shown = found["violations"][:MOST_SHOWN]
    for violation in shown:
        print(f"  {name}: {violation}")
    figures = "; ".join(f"{what} {_number(how)}" for what, how in found["figures"].items())
    refuted = len(found["violations"])
    return (name, f"{says} ({figures})" if figures else says, _number(found["cases"]), _number(refuted), took), min(
        refuted, 1
    )


def _one(name: str, scale: str, seed: str) -> int:
    """Try to refute one claim in this process."""
    verdict = _claim(name).refute(
        Effort(scale == "long", int(seed), _ProgressPrinter(name), int(os.environ.get("ENOUGH", MOST_SHOWN)))
    )
    print(_WHAT_ONE_RAN + json.dumps(asdict(verdict)), flush=True)
    return min(len(verdict.violations), 1)


def _claim(name: str) -> Claim:
    claim = importlib.import_module(f"proofs.faults.{name}.claim").CLAIM
    assert isinstance(claim, Claim)
    return claim


class _ProgressPrinter:
    """Prints how far a claim is, every few seconds."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._last = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        if time.monotonic() - self._last >= _PRINT_INTERVAL:
            self._last = time.monotonic()
            print(f"  {self._name}: {done:,} of {of:,}", flush=True)


def _number(of: object) -> str:
    return f"{of:,}" if isinstance(of, int) else str(of)


def _table(rows: list[tuple[str, ...]]) -> str:
    head = ("claim", "", "cases", "violations", "time")
    widths = [max(len(row[column]) for row in [head, *rows]) for column in (0, 2, 3, 4)]
    lines = [
        f"{name:<{widths[0]}}  {cases:>{widths[1]}}  {refuted:>{widths[2]}}  {took:>{widths[3]}}  {says}"
        for name, says, cases, refuted, took in [head, *rows]
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
