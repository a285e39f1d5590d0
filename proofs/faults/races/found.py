"""The outcome of a race."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Found:
    """How many ``cases`` of a race were run, and what went wrong in them."""

    cases: int
    violations: tuple[str, ...]
    figures: dict[str, int | float | str] = field(default_factory=dict)
