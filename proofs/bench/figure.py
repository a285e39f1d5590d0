"""One measured figure, as a line of the table and of build/bench.jsonl."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``peer`` is what else does the same job, None for Afterword itself. ``goal`` (a count, so it does not vary) must
    hold, and ``holds`` says whether it does; an ``aim`` is reported only. Where a goal is known to be missed,
    ``ceiling`` is what must hold meanwhile, so that nothing gets worse unnoticed; docs/performance.md says why."""

    name: str
    value: float
    unit: str
    peer: str | None = None
    goal: float | None = None
    holds: bool | None = None
    aim: float | None = None
    ceiling: float | None = None

    @property
    def is_too_high(self) -> bool:
        """Whether this must not be let pass."""
        return self.holds is False if self.ceiling is None else self.value > self.ceiling


@dataclass(frozen=True, slots=True)
class Measurement:
    """``name`` chooses it at the terminal (``ONLY``). ``take`` gives its figures; its argument prints progress."""

    name: str
    take: Callable[[Callable[[str], None]], list[Figure]]


def gated(name: str, value: float, unit: str, goal: float, peer: str | None = None, aim: float | None = None) -> Figure:
    """A figure that must be at most ``goal``."""
    return Figure(name, value, unit, peer, goal=goal, holds=value <= goal, aim=aim)
