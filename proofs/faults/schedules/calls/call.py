"""The base class of calls; and the one call that needs no service."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from proofs.faults.schedules.world import World

Outcome = tuple[World, Any]


@dataclass(frozen=True, slots=True)
class Call(ABC):
    """A request to the table or to SES, or a look at the clock."""

    does_write: ClassVar[bool] = False

    @abstractmethod
    def done(self, world: World) -> Outcome:
        """The world after the call, and its answer."""


@dataclass(frozen=True, slots=True)
class HasTime(Call):
    """Whether the function has time for one more owner."""

    def done(self, world: World) -> Outcome:
        return world, True
