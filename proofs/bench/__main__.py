"""``python -m proofs.bench``: take every measurement, print one table, write build/bench.jsonl. ``make bench`` runs it.

ONLY chooses measurements by name, separated by commas. The run fails if a goal is missed, or the ceiling of a goal that
is known to be missed. Goals are counts, which do not vary; times are only reported, since they depend on the machine.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from proofs.bench.figure import Figure, Measurement

# In the order of docs/performance.md. Each is a module here that has a MEASUREMENT.
MEASUREMENTS = (
    "cold_start",
    "warm_post",
    "digest_units",
    "tick_owners",
    "digest_rate",
    "package",
    "cost",
    "quick_tests",
)
RESULTS = Path(__file__).parents[2] / "build" / "bench.jsonl"


def main() -> int:
    """Exit code 0: every goal or its ceiling holds, 1: one is missed, 2: ONLY names an unknown measurement."""
    wanted = [name for name in os.environ.get("ONLY", "").split(",") if name] or list(MEASUREMENTS)
    if unknown := [name for name in wanted if name not in MEASUREMENTS]:
        print(f"There is no {', '.join(unknown)}; ONLY is some of {', '.join(MEASUREMENTS)}.", file=sys.stderr)
        return 2
    figures = [figure for name in wanted for figure in _taken(name)]
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("".join(json.dumps(asdict(figure)) + "\n" for figure in figures))
    print(table(figures))
    return int(any(figure.is_too_high for figure in figures))


def _taken(name: str) -> list[Figure]:
    measurement = importlib.import_module(f"proofs.bench.{name}").MEASUREMENT
    assert isinstance(measurement, Measurement)
    began = time.monotonic()
    print(f"{name} ...", flush=True)
    figures = measurement.take(lambda text: print(f"  {text}", flush=True))
    print(f"{name}: {len(figures)} figures in {time.monotonic() - began:.0f} s", flush=True)
    return figures


def table(figures: Iterable[Figure]) -> str:
    """The figures as columns; those with a goal, a ceiling or an aim have a verdict."""
    rows = [("figure", "peer", "value", "unit", "verdict"), *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        f"{name:<{widths[0]}}  {peer:<{widths[1]}}  {value:>{widths[2]}}  {unit:<{widths[3]}}  {verdict}".rstrip()
        for name, peer, value, unit, verdict in rows
    )


def _row(figure: Figure) -> tuple[str, str, str, str, str]:
    return (figure.name, figure.peer or "", _number(figure.value), figure.unit, _verdict(figure))


def _verdict(figure: Figure) -> str:
    parts = []
    if figure.goal is not None:
        parts.append(f"{'holds' if figure.holds else 'MISSED'}: at most {_number(figure.goal)}")
    if figure.ceiling is not None:
        parts.append(f"{'ABOVE' if figure.is_too_high else 'below'} its ceiling of {_number(figure.ceiling)}")
    if figure.aim is not None:
        parts.append(f"aim {_number(figure.aim)}")
    return "; ".join(parts)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 1000 else f"{value:,.3g}"


if __name__ == "__main__":
    sys.exit(main())
