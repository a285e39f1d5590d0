"""A run of shipped code, suspended at each of its calls.

What a run does next depends only on the answers it got so far. So the code is run from its beginning on those answers,
up to the first call without an answer; each history of answers is run once and cached.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chalicelib.errors import AfterwordError
from proofs.faults.schedules.calls.call import Call
from proofs.faults.schedules.parts import Ask, Parts, Span

Answers = tuple[Any, ...]
Program = Callable[[Parts], object]


class Run:
    """A program after some answers. ``call`` is what it waits for, None at its end; ``broke`` the error that ended it.

    It lives for ``span`` by the world's clock, whatever its own clock says; ``is_late``: ``late`` made it.
    """

    __slots__ = ("_after", "_program", "answers", "broke", "call", "is_late", "name", "span")

    played = 0  # how many histories of answers were run, by all

    def __init__(
        self, name: str, span: Span, program: Program, answers: Answers = (), *, is_late: bool = False
    ) -> None:
        self.name, self.span, self.answers = name, span, answers
        self._program = program
        self._after: dict[Any, Run] = {}
        self.call: Call | None = None
        self.broke: Exception | None = None
        self.is_late = is_late
        self._play()

    def after(self, answer: Any) -> Run:
        """The run after this answer to its call; an answer that is one of our errors is raised in it."""
        known = repr(answer) if isinstance(answer, Exception) else answer
        if known not in self._after:
            answers = (*self.answers, answer)
            self._after[known] = Run(self.name, self.span, self._program, answers, is_late=self.is_late)
        return self._after[known]

    def late(self) -> Run:
        """The run's call alone, which is still on its way when the run waits no more."""
        call = self.call
        assert call is not None
        key = ("late", call)
        if key not in self._after:
            self._after[key] = Run(self.name, self.span, lambda parts: parts.ask(call), is_late=True)
        return self._after[key]

    def in_one_piece(self, ask: Ask) -> None:
        """Run the program to its end, each call answered at once."""
        self._program(Parts(self.name, self.span, ask))

    def _play(self) -> None:
        Run.played += 1
        try:
            self.in_one_piece(_Answering(self))
        except Suspended:
            return
        except Exception as error:
            self.broke = error


class Suspended(BaseException):
    """The run has no answer yet. A BaseException, so that no ``except Exception`` catches it."""


class _Answering:
    """Gives a run the answers of its history, and suspends it at the call after them."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._answers = iter(run.answers)

    def __call__(self, call: Call) -> Any:
        for answer in self._answers:
            if isinstance(answer, AfterwordError):
                raise type(answer)(*answer.args)
            return answer
        if self._run.call is None:
            self._run.call = call
        raise Suspended
