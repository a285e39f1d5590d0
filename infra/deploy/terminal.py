"""What the commands print and ask, and how far they are while one waits."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from getpass import getpass
from typing import TypeVar

from infra.deploy.deployment import CannotDo

T = TypeVar("T")

_YES = ("y", "yes")
_PROGRESS_INTERVAL = 2.0  # seconds


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

    def typed(self, question: str) -> str:
        """What is typed; nothing where nobody can be asked, and where ``YES`` answers."""
        if self.answers_yes or not sys.stdin.isatty():
            return ""
        try:
            return input(f"{question} ").strip()
        except EOFError:
            return ""

    def secret(self, question: str) -> str:
        """What is typed, without showing it; nothing where nobody can be asked, and where ``YES`` answers."""
        if self.answers_yes or not sys.stdin.isatty():
            return ""
        try:
            return getpass(f"{question} ").strip()
        except EOFError:
            return ""

    def agrees(self, question: str) -> bool:
        """Whether the answer is yes; no where nobody can be asked."""
        try:
            self.agree(question)
        except CannotDo:
            return False
        return True

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


def with_progress(things: Iterable[T], terminal: Terminal, what: str, of: int | None = None) -> Iterator[T]:
    """Yield the same things, and every two seconds say how many went by, and of how many (``of``) if that is known."""
    total = "" if of is None else f" of {of:,}"
    last_line_at = time.monotonic()
    for number, thing in enumerate(things, 1):
        yield thing
        if time.monotonic() - last_line_at >= _PROGRESS_INTERVAL:
            last_line_at = time.monotonic()
            terminal.say(f"  {what}: {number:,}{total} …")
