"""What a claim is: a sentence that must hold, and a run that tries to refute it."""

from __future__ import annotations

from collections.abc import Callable, Sized
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard a run tries: ``is_long`` is the run of docs/reliability.md; ``seed`` makes it repeatable.

    ``told`` is called now and then with the cases done and those to do, and ends up on the terminal. ``enough`` is the
    number of violations at which a run may end.
    """

    is_long: bool
    seed: int
    told: Callable[[int, int], None]
    enough: int

    def of(self, short: int, long: int) -> int:
        """How many cases this effort is worth."""
        return long if self.is_long else short

    def is_enough(self, violations: Sized) -> bool:
        """Whether the claim is as refuted as anybody needs to know."""
        return len(violations) >= self.enough


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many cases were tried, and each that refutes the claim, in words that let one repeat it.

    ``figures`` are counts that explain the verdict, such as the mails that came twice within the one-call window.
    """

    cases: int
    violations: tuple[str, ...] = ()
    figures: dict[str, int | float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """``name`` chooses it at the terminal (``ONLY``); ``says`` is the sentence, as docs/reliability.md has it."""

    name: str
    says: str
    refute: Callable[[Effort], Verdict]
