"""How long the last whole run of ``make test`` took here, as it notes itself: running it now would take too long."""

from __future__ import annotations

from collections.abc import Callable

from proofs.bench.figure import Figure, Measurement
from tests.quick_run import recorded

AIM_SECONDS = 90  # on two cores


def take(say: Callable[[str], None]) -> list[Figure]:
    """The figures of the last run; none if there was no run."""
    run = recorded()
    if run is None:
        say("not measured: `make test` has not run here yet")
        return []
    return [
        Figure("make test: on the clock", run.seconds, "seconds", aim=AIM_SECONDS),
        Figure("make test: of all processors", run.processor_seconds, "seconds"),
        Figure("make test: tests", run.tests, "tests"),
    ]


MEASUREMENT = Measurement("quick_tests", take)
