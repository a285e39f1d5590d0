"""Reproducible randomness: what a step draws depends on the step alone, not on what was drawn before it."""

from __future__ import annotations

import os
import random
from collections import Counter
from hashlib import sha256
from typing import Any


class Chance:
    """Replaces the system's source of random bytes.

    Each caller and number of bytes has its own sequence: one more draw of a kind changes no draw of another kind.
    """

    def __init__(self) -> None:
        self._step = ""
        self._drawn: Counter[str] = Counter()

    def begin(self, step: str) -> None:
        """Begin a step: the following draws belong to it."""
        self._step = step
        self._drawn.clear()
        random.seed(step)

    def take_over(self) -> None:
        """Replace the system's randomness in this process, for ``secrets``, ``uuid`` and ``random`` alike."""
        system, library = "urandom", "_urandom"
        for module, name in ((os, system), (random, library)):
            setattr(module, name, self._source(name))

    def _source(self, who: str) -> Any:
        def draw(size: int) -> bytes:
            row = f"{who} {size}"
            self._drawn[row] += 1
            return _bytes(f"{self._step}|{row}|{self._drawn[row]}", size)

        return draw


def _bytes(name: str, size: int) -> bytes:
    blocks = (sha256(f"{name}|{block}".encode()).digest() for block in range(size // 32 + 1))
    return b"".join(blocks)[:size]
