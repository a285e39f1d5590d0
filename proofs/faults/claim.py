"""What a claim is: a sentence that must hold, and a run that tries to refute it."""

from __future__ import annotations

from collections.abc import Callable, Sized
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard a run tries.

    - ``is_long``: as many cases as docs/reliability.md says
    - ``seed``: makes the run repeatable
    - ``told``: called now and then with the numbers of cases done and of all cases, to print progress
    - ``enough``: the number of violations at which a run may end
    """

    is_long: bool
    seed: int
    told: Callable[[int, int], None]
    enough: int

    def of(self, short: int, long: int) -> int:
        """The number of cases for this effort."""
        return long if self.is_long else short

    def is_enough(self, violations: Sized) -> bool:
        """Whether there are so many violations that the run may end."""
        return len(violations) >= self.enough


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many cases were tried, and each violation, in words that let one repeat it.

    ``figures`` are counts that explain the verdict, such as the mails that came twice within the one-call window.
    """

    cases: int
    violations: tuple[str, ...] = ()
    figures: dict[str, int | float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """``name`` selects it (``ONLY``); ``says`` is its sentence in docs/reliability.md."""

    name: str
    says: str
    refute: Callable[[Effort], Verdict]
