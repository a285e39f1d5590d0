"""Share a claim's cases among the cores: each process tries its own, and the outcomes are added up."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from proofs.faults.claim import Effort
from proofs.faults.cores import spread

Case = TypeVar("Case")

SHARES_PER_CORE = 8  # so that progress can be printed, and no core waits long for another


@dataclass(slots=True)
class Found:
    """The outcome of some cases: how many were tried, the violations, and other counts."""

    tried: int = 0
    violations: list[str] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)

    def add(self, other: Found) -> None:
        """Add another outcome to this one."""
        self.tried += other.tried
        self.violations += other.violations
        self.counted += other.counted


def in_shares(attempt: Callable[[Sequence[Case]], Found], cases: Sequence[Case], effort: Effort) -> Found:
    """What ``attempt``, a module's function, finds in all the cases; run on all cores."""
    number = min((os.cpu_count() or 1) * SHARES_PER_CORE, len(cases))
    found = Found()
    for done, share in enumerate(spread(attempt, [cases[start::number] for start in range(number)]), start=1):
        found.add(share)
        effort.told(done * len(cases) // number, len(cases))
        if effort.is_enough(found.violations):
            break
    return found
