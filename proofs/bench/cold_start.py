"""Measure a cold start: a fresh interpreter of the packaged Python, the handler's imports, one POST to a DynamoDB over
TLS. Counted are instructions, modules and file system calls; the time is this machine's."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from statistics import median

from proofs.bench import recording, ticking
from proofs.bench.figure import Figure, Measurement
from proofs.bench.function_under_test import FunctionUnderTest, Run
from proofs.bench.stage import stage
from tests.package.this_machine import IS_DEFAULT, SETTINGS

GOAL, AIM = 0.75, 0.65  # of the plain handler's instructions
# Where the goal is missed; this is a little above the current figure.
CEILINGS = {ticking.SENDING: 0.9}
ROUNDS = 5
MILLION = 1_000_000

Say = Callable[[str], None]


def take(say: Say) -> list[Figure]:
    """All figures of cold starts: the POST, and the ticks that find nobody and somebody due."""
    say("building, then counting each function under callgrind (two minutes)")
    posts, ticks = recording.counted(), ticking.counted()
    figures = _counts("cold POST", posts, recording.BOTOCORE)
    for case in (ticking.IDLE, ticking.SENDING):
        runs = {peer: run for (each, peer), run in ticks.items() if each == case}
        figures += _counts(f"cold tick, {case}", runs, ticking.PLAIN, CEILINGS.get(case))
    with stage() as staged:
        return figures + _times(recording.contenders(staged.busy), say)


def _counts(name: str, runs: Mapping[str | None, Run], plain: str, ceiling: float | None = None) -> list[Figure]:
    """The figures of one kind of function; our instructions have a goal relative to those of the plain one."""
    name += "" if IS_DEFAULT else f" ({SETTINGS.runtime}: the packaged Python is not on this machine)"
    base = runs[plain].instructions("cold")
    figures = []
    for peer, run in runs.items():
        instructions = run.instructions("cold")
        figures += [
            Figure(f"{name}: instructions", round(instructions / MILLION), "million", peer),
            _compared(f"{name}: instructions beside the plain one", instructions / base, peer, ceiling),
            Figure(f"{name}: modules", len(run.modules), "modules", peer),
            Figure(f"{name}: file system calls", run.file_calls, "calls", peer),
        ]
    return figures


def _compared(name: str, ratio: float, peer: str | None, ceiling: float | None) -> Figure:
    rounded = round(ratio, 3)
    if peer is not None:
        return Figure(name, rounded, "of it", peer)
    return Figure(name, rounded, "of it", goal=GOAL, holds=ratio <= GOAL, aim=AIM, ceiling=ceiling)


def _times(functions: list[FunctionUnderTest], say: Say) -> list[Figure]:
    """Each round runs all functions in a random order, so that the machine's other load affects them alike."""
    taken: dict[str | None, list[float]] = {function.peer: [] for function in functions}
    for number in range(ROUNDS):
        say(f"round {number + 1} of {ROUNDS}, by the clock")
        for function in random.sample(functions, len(functions)):
            taken[function.peer].append(function.timed())
    base = taken[recording.BOTOCORE]
    figures = [Figure("cold POST: time", round(median(times) * 1000), "ms", peer) for peer, times in taken.items()]
    return figures + [
        Figure("cold POST: time beside the plain one", _median_ratio(times, base), "of it", peer, aim=_aim(peer))
        for peer, times in taken.items()
    ]


def _median_ratio(times: list[float], base: list[float]) -> float:
    return round(median(time / plain for time, plain in zip(times, base, strict=True)), 2)


def _aim(peer: str | None) -> float | None:
    return AIM if peer is None else None


MEASUREMENT = Measurement("cold_start", take)
