"""The records that the settle links of one digest stand for; they are stored with its outcome (D9, D10, M2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chalicelib.playbook.interview import Interview

MOST_SETTLED = 50  # by one link: what one request can write, and the digest's item hold


class SettleLists:
    """Collects, for the digest of the local date ``on``, the ids and versions of the records by purpose in
    ``listed``."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.listed: dict[str, dict[str, int]] = {}

    def add(self, purpose: str, interviews: Iterable[Interview]) -> None:
        """List records for a purpose, the first ``MOST_SETTLED`` of them."""
        self.listed[purpose] = {one.id: one.version for one in tuple(interviews)[:MOST_SETTLED]}
