"""A sign of life while many things go by, one by one."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from infra.deploy.terminal import Terminal

T = TypeVar("T")

_EVERY = 2.0  # seconds


def with_progress(things: Iterable[T], terminal: Terminal, what: str, of: int | None = None) -> Iterator[T]:
    """The same things; every two seconds a line says how many went by, ``of`` how many if that is known."""
    total = "" if of is None else f" of {of:,}"
    told_at = time.monotonic()
    for number, thing in enumerate(things, 1):
        yield thing
        if time.monotonic() - told_at >= _EVERY:
            told_at = time.monotonic()
            terminal.say(f"  {what}: {number:,}{total} …")
