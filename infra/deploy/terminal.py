"""What the commands print and ask, and dots while one waits."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from infra.deploy.deployment import CannotDo

_YES = ("y", "yes")


@dataclass(frozen=True)
class Terminal:
    """Prints and asks. ``answers_yes``: questions of yes or no are answered with yes, for scripts (``YES=1``)."""

    answers_yes: bool = False
    pause: Callable[[float], None] = time.sleep

    @classmethod
    def told(cls, environment: Mapping[str, str]) -> Terminal:
        """The terminal with the answer that ``YES`` gives."""
        return cls(answers_yes=environment.get("YES", "").lower() in ("1", *_YES))

    def say(self, *lines: str) -> None:
        """Print lines at once, without buffering."""
        print(*lines, sep="\n", flush=True)

    def listed(self, rows: Iterable[tuple[str, str]]) -> None:
        """Print names and values in two columns."""
        rows = list(rows)
        width = max((len(name) for name, _ in rows), default=0)
        self.say(*(f"  {name:<{width}}  {value}" for name, value in rows))

    def agree(self, question: str, otherwise: str = "Nothing was done.") -> None:
        """Go on only with a yes. Raises CannotDo for any other answer, and if there is no terminal to ask at;
        ``otherwise`` says how things stand then."""
        if not self.answers_yes:
            self.asked(question, _YES, otherwise)

    def asked(self, question: str, wanted: Iterable[str], otherwise: str = "Nothing was done.") -> None:
        """Go on only if one of the ``wanted`` words is typed; ``YES`` does not answer this. Raises CannotDo."""
        if not sys.stdin.isatty():
            raise CannotDo(f"{question} Nobody can be asked here (YES=1 answers). {otherwise}")
        try:
            answer = input(f"{question} ")
        except EOFError as error:
            raise CannotDo(otherwise) from error
        if answer.strip().lower() not in {word.lower() for word in wanted}:
            raise CannotDo(otherwise)

    def wait_for(self, what: str, is_done: Callable[[], bool], seconds: float, every: float = 2) -> None:
        """Wait until it is done: look ``every`` few seconds, print a dot each. Raises CannotDo after ``seconds``."""
        deadline = time.monotonic() + seconds
        print(f"{what} ", end="", flush=True)
        while not is_done():
            if time.monotonic() > deadline:
                raise CannotDo(f"{what} takes longer than {seconds:.0f} seconds. Run the same command again.")
            print(".", end="", flush=True)
            self.pause(every)
        print(" done", flush=True)
