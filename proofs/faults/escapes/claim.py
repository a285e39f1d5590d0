"""Render hostile records in every way and parse the output, with the tests' Python and with Lambda's."""

from __future__ import annotations

import platform
from functools import partial
from pathlib import Path

from infra import catalogs
from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.escapes import other_python
from proofs.faults.escapes.records import IN_A_BATCH
from proofs.faults.escapes.renders import attempt
from proofs.faults.shares import Found, in_shares

SHORT, LONG = 300, 50_000  # records for each Python


def refute(effort: Effort) -> Verdict:
    """Each Python tries records of its own."""
    catalogs.compile_all()
    batches = effort.of(SHORT, LONG) // IN_A_BATCH
    interpreter = other_python.python()
    here = in_shares(partial(attempt, effort.seed), range(batches), effort)
    violations, cases = list(here.violations), here.tried
    figures: dict[str, int | float | str] = {
        platform.python_version(): here.tried,
        "renderings compared": here.counted["renderings compared"],
        other_python.VERSION: str(interpreter),
    }
    if isinstance(interpreter, Path):
        there = Found()
        for share in other_python.tried_with(interpreter, effort.seed, range(batches, 2 * batches)):
            there.add(share)
        violations += [f"{other_python.VERSION}: {one}" for one in there.violations]
        figures[other_python.VERSION] = there.tried
        cases += there.tried
    if here.tried < batches * IN_A_BATCH:
        violations.append(f"only {here.tried} records were tried")
    return Verdict(cases, tuple(violations), figures)


CLAIM = Claim(
    "escapes",
    "Hostile words change no headers, tags, link schemes, events or columns: the shape is that of a tame record",
    refute,
)
