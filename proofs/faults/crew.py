"""A crew of processes that do their tasks at the same moment, and return the results."""

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
    """A member's task raised an exception; ``where`` is the traceback."""

    where: str


class Crew(Generic[Task, Result]):
    """``size`` processes, forked from this one with its state; each calls ``act`` with its tasks.

    Each first calls ``settle_in``, once, with its own number, from 0.
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
        """The result of each member's task. Raises RuntimeError with what a member raised, or OSError or EOFError if a
        member died."""
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
    """Do one task after the other, until the parent closes its end."""
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
        return _Raised(traceback.format_exc())  # not every exception can be pickled
