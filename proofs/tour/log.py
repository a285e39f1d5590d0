"""Capture the product's log, without the names of files and loggers, since code may move."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

_FRAME = r"[\w.<>-]+\.(?:py|html|txt|css|js):\d+"
_FRAMES = re.compile(rf"{_FRAME}(?: > {_FRAME})*")
_OURS = ("afterword", "app", "chalicelib")


class Log(logging.Handler):
    """``lines`` are the messages since the last ``taken``."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line, if it is one of ours or a warning."""
        if record.name.partition(".")[0] in _OURS or record.levelno >= logging.WARNING:
            self.lines.append(f"{record.levelname} {_FRAMES.sub('(frames)', record.getMessage())}")

    def taken(self) -> list[str]:
        """Return the lines, and clear them."""
        lines, self.lines = self.lines, []
        return lines

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Capture the whole log within the block, so that nothing goes to the terminal."""
        from app import app

        root = logging.getLogger()
        app.log.handlers.clear()
        app.log.propagate = True
        root.addHandler(self)
        root.setLevel(logging.INFO)
        try:
            yield
        finally:
            root.removeHandler(self)
