"""A process that ticks once, and may be killed at one of its calls: of AWS, or lines to a mail server."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from smtplib import SMTP
from typing import Any

END_OF_MAIL = b".\r\n"


@dataclass(frozen=True, slots=True)
class Fate:
    """Killed at the ``call``-th call, counted from 0: before the request is sent or, if it ``is_done``, after the
    server has done it and before the answer is seen."""

    call: int
    is_done: bool


class End(StrEnum):
    """How a process ended. ``IN_WINDOW``: killed after SES had taken its mail and before the mark was made."""

    OF_ITSELF = "of itself"
    KILLED = "killed"
    IN_WINDOW = "killed in the window"


class Victim:
    """A process, forked at once, that begins with ``let_go``; ``wait`` returns how it ended."""

    def __init__(self, tick: Callable[[], object], clients: tuple[Any, ...], fate: Fate | None) -> None:
        said, say = os.pipe()
        held, hold = os.pipe()
        self._process = os.fork()
        if not self._process:
            os.close(hold)
            _live(tick, clients, fate, held, say)
        os.close(say)
        os.close(held)
        self._said, self._hold = said, hold

    def let_go(self) -> None:
        """Let the process begin."""
        os.write(self._hold, b"!")
        os.close(self._hold)

    def wait(self) -> End:
        """How it ended. Raises RuntimeError if it neither finished nor was killed by us."""
        with os.fdopen(self._said) as pipe:
            words = pipe.read()
        _, status = os.waitpid(self._process, 0)
        was_killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        if words not in set(End) or was_killed != (words != End.OF_ITSELF):
            raise RuntimeError(f"A process that ticked ended with {status}: {words}")
        return End(words)


def _live(tick: Callable[[], object], clients: tuple[Any, ...], fate: Fate | None, held: int, say: int) -> None:
    """The whole work of the process: none of its parent's code may run in it afterwards, whatever happens."""
    try:
        death = _Death(fate, say)
        for client in clients:
            client.close()  # the connection is the parent's
            death.follow(client)
        death.follow_smtp()
        os.read(held, 1)
        tick()
        os.write(say, End.OF_ITSELF.encode())
    except BaseException as error:
        os.write(say, repr(error).encode())
    finally:
        os._exit(0)


class _Death:
    """Kills the process at the fated call, and before that writes to ``say`` whether that is within the window."""

    def __init__(self, fate: Fate | None, say: int) -> None:
        self._fate = fate
        self._say = say
        self._calls = -1
        self._is_in_window = self._is_at_the_end = False

    def follow(self, client: Any) -> None:
        """Count this client's calls too."""
        client.meta.events.register("before-send", self._leaving)
        client.meta.events.register("response-received", self._done)

    def follow_smtp(self) -> None:
        """Count every line to a mail server too, and its answer; smtplib has no events for it."""
        send, get_reply = SMTP.send, SMTP.getreply

        def sending(server: SMTP, s: Any) -> None:
            self._leaving()
            self._is_at_the_end = s == END_OF_MAIL
            send(server, s)

        def reading(server: SMTP) -> tuple[int, bytes]:
            answer = get_reply(server)
            self._is_in_window = self._is_in_window or self._is_at_the_end
            self._come(is_done=True)
            return answer

        SMTP.send, SMTP.getreply = sending, reading  # type: ignore[assignment, method-assign]

    def _leaving(self, **_: Any) -> None:
        self._calls += 1
        self._come(is_done=False)

    def _done(self, event_name: str, **_: Any) -> None:
        if event_name.endswith("SendEmail"):
            self._is_in_window = True
        elif event_name.endswith("UpdateItem"):  # the mark, or what comes after it
            self._is_in_window = False
        self._come(is_done=True)

    def _come(self, *, is_done: bool) -> None:
        if self._fate == Fate(self._calls, is_done):
            os.write(self._say, (End.IN_WINDOW if self._is_in_window else End.KILLED).encode())
            os.kill(os.getpid(), signal.SIGKILL)
