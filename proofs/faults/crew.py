"""Processes of their own that are given something to do at the same moment, and say what came of it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
_FORK = get_context("fork")


@dataclass(frozen=True, slots=True)
class _Raised:
    """A member could not do its task; ``where`` is the traceback."""

    where: str


class Crew(Generic[Task, Result]):
    """``size`` processes, forked from this one with all that it has; each does ``act`` with what it is handed.

    ``settle_in`` is what each does first, once; it is told which of them it is, from 0.
    """

    def __init__(self, size: int, act: Callable[[Task], Result], settle_in: Callable[[int], object]) -> None:
        self.size = size
        self._ends: list[Connection[Any, Any]] = []
        self._members = []
        for number in range(size):
            ours, theirs = _FORK.Pipe()
            self._ends.append(ours)
            given = (theirs, self._ends, act, partial(settle_in, number))
            self._members.append(_FORK.Process(target=_serve, args=given, daemon=True))
            self._members[-1].start()
            theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for member in self._members:
            member.terminate()
            member.join()

    def at_once(self, tasks: Sequence[Task]) -> list[Result]:
        """What each member made of its task. Raises RuntimeError with what one of them raised, OSError or EOFError if
        it died."""
        for end, task in zip(self._ends, tasks, strict=True):
            end.send(task)
        results = [end.recv() for end in self._ends]
        for result in results:
            if isinstance(result, _Raised):
                raise RuntimeError(result.where)
        return results


def _serve(
    tasks: Connection[Any, Any],
    of_parent: Sequence[Connection[Any, Any]],
    act: Callable[[Any], Any],
    settle_in: Callable[[], object],
) -> None:
    """One task after the other, until the parent lets go of its end."""
    for end in of_parent:
        end.close()
    settle_in()
    with suppress(EOFError):
        while True:
            tasks.send(_result(act, tasks.recv()))


def _result(act: Callable[[Any], Any], task: Any) -> Any:
    try:
        return act(task)
    except Exception:
        return _Raised(traceback.format_exc())  # not all exceptions can be sent
