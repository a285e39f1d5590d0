"""Count a request's instructions once the function is warm, in all and by phase."""

from __future__ import annotations

from collections.abc import Callable

from proofs.bench import recording
from proofs.bench.figure import Figure, Measurement, gated
from proofs.bench.fresh import REST, WITH_PHASES
from proofs.bench.recording import BOTOCORE, PHASES, WARM

GOAL = 1.25  # of the plain handler's instructions
MILLION = 1_000_000


def take(say: Callable[[str], None]) -> list[Figure]:
    """The figures of each function, then of ours by phase."""
    say("counted in the same runs as the cold start")
    runs = recording.counted()
    each = {peer: run.instructions("warm") / WARM for peer, run in runs.items()}
    figures = []
    for peer, instructions in each.items():
        ratio = round(instructions / each[BOTOCORE], 2)
        figures.append(Figure("warm POST: instructions", _millions(instructions), "million", peer))
        name = "warm POST: instructions beside the plain one"
        figures.append(Figure(name, ratio, "of it", peer) if peer else gated(name, ratio, "of it", GOAL))
    return figures + [
        Figure(f"warm POST: {phase}", _millions(runs[None].instructions(phase) / WITH_PHASES), "million")
        for phase in (*dict.fromkeys(PHASES.values()), REST)
    ]


def _millions(instructions: float) -> float:
    return round(instructions / MILLION, 2)


MEASUREMENT = Measurement("warm_post", take)
