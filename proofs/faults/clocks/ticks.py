"""When the tick runs: every 15 minutes, a little late, sometimes twice, sometimes not, and never in an outage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from zlib import crc32

PERIOD = 900  # seconds
_LATEST = 180  # seconds that a tick may be late
_ONE_IN_LATE, _ONE_IN_MISSING, _ONE_IN_DOUBLED = 4, 20, 15


@dataclass(frozen=True, slots=True)
class Ticks:
    """The times of ticks, in seconds since 1970: always the same for a ``salt``. ``phase`` is the offset within each
    quarter of an hour; none runs from ``down_from`` until before ``down_until``."""

    salt: int
    phase: int
    down_from: int
    down_until: int

    def after(self, at: int, not_before: int) -> int:
        """The first tick after ``at`` that is not before ``not_before``."""
        start = max(at + 1, not_before)
        if self.down_from <= start < self.down_until:
            start = self.down_until
        return next(tick for tick in self._from((start - self.phase) // PERIOD - 1) if tick >= start)

    def _from(self, number: int) -> Iterator[int]:
        """The ticks from a number on; one that runs twice does so within a minute."""
        for quarter in count(number):
            chance = crc32(quarter.to_bytes(8), self.salt)
            late = chance // 7 % _LATEST if chance % _ONE_IN_LATE == 0 else chance % 4
            tick = quarter * PERIOD + self.phase + late
            if chance // 4 % _ONE_IN_MISSING and not self.down_from <= tick < self.down_until:
                yield tick
                if chance // 11 % _ONE_IN_DOUBLED == 0:
                    yield tick + 1 + chance % 60
