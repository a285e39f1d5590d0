"""One measured figure, as a line of the table and of build/bench.jsonl."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and what it is compared with.

    - ``peer``: what else does the same job; None for Afterword itself
    - ``goal``: the value must be at most this (a count, so it does not vary); ``holds`` is whether it is
    - ``aim``: reported only
    - ``ceiling``: where a goal is known to be missed, the value must be at most this, so that nothing gets worse
      unnoticed; docs/performance.md says why
    """

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
        """Whether the run must fail because of this figure."""
        return self.holds is False if self.ceiling is None else self.value > self.ceiling


@dataclass(frozen=True, slots=True)
class Measurement:
    """``name`` selects it (``ONLY``). ``take`` returns its figures; its argument is called to print progress."""

    name: str
    take: Callable[[Callable[[str], None]], list[Figure]]


def gated(name: str, value: float, unit: str, goal: float, peer: str | None = None, aim: float | None = None) -> Figure:
    """A figure that must be at most ``goal``."""
    return Figure(name, value, unit, peer, goal=goal, holds=value <= goal, aim=aim)
