"""An unexpected error in words that may be logged: its kind and place, never its message, which may quote a record."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb


def described(error: BaseException) -> str:
    """Such as ``ValueError at compose.py:41``."""
    frames = extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return type(error).__name__ + place
