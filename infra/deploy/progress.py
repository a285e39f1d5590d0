"""Progress lines for long loops."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from infra.deploy.terminal import Terminal

T = TypeVar("T")

_INTERVAL = 2.0  # seconds


def with_progress(things: Iterable[T], terminal: Terminal, what: str, of: int | None = None) -> Iterator[T]:
    """Yield the same things, and every two seconds say how many went by, and of how many (``of``) if that is known."""
    total = "" if of is None else f" of {of:,}"
    last_line_at = time.monotonic()
    for number, thing in enumerate(things, 1):
        yield thing
        if time.monotonic() - last_line_at >= _INTERVAL:
            last_line_at = time.monotonic()
            terminal.say(f"  {what}: {number:,}{total} …")
