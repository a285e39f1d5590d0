"""Whatever the request, the API gives a well-formed answer and logs nobody's data."""

from __future__ import annotations

from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.cores import spread
from proofs.faults.requests.life import REQUESTS, LifeOutcome, live, service

_SHORT, _LONG = 5_000, 1_000_000


def refute(effort: Effort) -> Verdict:
    """Run as many lives as the effort says."""
    lives = effort.of(_SHORT, _LONG) // REQUESTS
    total, cases = LifeOutcome(), 0
    for lived in spread(live, [(effort.seed, number) for number in range(lives)]):
        total.violations += lived.violations
        total.answers += lived.answers
        total.done |= lived.done
        cases += REQUESTS
        effort.told(cases, lives * REQUESTS)
        if effort.is_enough(total.violations):
            break
    total.violations += [f"{one} was never done in this run" for one in sorted(_all() - total.done)]
    figures: dict[str, int | float | str] = {"routes done": len(total.done), **dict(sorted(total.answers.items()))}
    return Verdict(cases, tuple(total.violations), figures)


def _all() -> set[str]:
    """Every method of every route but HEAD, which is handled as GET."""
    return {
        f"{method} {path}" for path, methods in service().app.routes.items() for method in methods if method != "HEAD"
    }


CLAIM = Claim(
    "requests",
    "No request breaks the API: no answer of 500 or more, none out of shape, nothing of anybody's in the log",
    refute,
)
