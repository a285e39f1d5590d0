"""The cases in ``files``: real systems' mails, calendars and messages, each with what a careful reader gets of it.

``NAME.eml``, ``.ics`` or ``.txt`` is what is sent, ``NAME.json`` what is expected:

- ``level``: ``must``, or ``stretch`` for what few readers get
- ``now`` and ``owner``: when, and by whom it is brought in
- ``records``: what is recorded already; ``earlier``: what was brought in before
- ``letters``: Message-IDs that stand for letters of ours
- ``expect``: ``proposal``, ``certain``, ``record`` and ``fields``; ``not``: what must not be guessed (``"*"``: at all)
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec import Struct

FILES = Path(__file__).parent / "files"
TYPES = {".eml": "message/rfc822", ".ics": "text/calendar", ".txt": "text/plain; charset=utf-8"}


class Case(Struct, frozen=True):
    """A case, by the name of its files."""

    name: str
    data: dict[str, Any]

    @property
    def file(self) -> Path:
        """What is sent."""
        return next(path for ending in TYPES if (path := FILES / f"{self.name}{ending}").exists())

    @property
    def expected(self) -> dict[str, Any]:
        """What is expected of it."""
        return dict(self.data["expect"])


def cases() -> list[Case]:
    """All cases, by their names."""
    return [Case(path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(FILES.glob("*.json"))]
