"""What to expect of each tick, derived from the promise with the clocks of ``zones``.

A digest belongs to a local day, and is due at its time on each of the owner's days.

- Those that became due while nothing ran are made up for by one digest: that of the last such day.
- Changed settings make no digest due for a day before that of the change, for a day that had its digest, or for a day
  before one that had its digest.
- A slot that is still ahead when settings change is due when it comes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from proofs.faults.clocks.zones import Due, Settings, weekday


class Expected(Enum):
    """What a tick has to do."""

    SENDS = auto()
    IS_SILENT = auto()
    EITHER = auto()  # the owner moved back over the date line while it was sent: the same instant is due once more


@dataclass(slots=True)
class Expectation:
    """The digests that are owed.

    - ``since``: the first instant for which a digest is owed, None if there is none; known for all slots until
      ``known_until``
    - ``days``: the days that had their digest, the last one at ``sent_at``
    """

    settings: Settings
    since: int | None
    known_until: int
    sent_at: int
    days: set[int] = field(default_factory=set)

    def change(self, settings: Settings, at: int) -> None:
        """The owner chooses other settings. What was due before stays owed, and the day is evaluated anew."""
        missed = self.settings.following(self.known_until).at
        self.since = min(one for one in (self.since, missed, at) if one is not None)
        self.settings, self.known_until = settings, at

    def of_tick(self, now: int, is_due: bool) -> tuple[Expected, Due]:
        """What a tick has to do, and the digest it is about; ``is_due``: a record of the owner is due."""
        due = self.settings.latest(now)
        is_missed = self._is_owed(due) and due.on not in self.days
        if not is_missed or not (is_due or self._opens_the_week(due.on)):
            return Expected.IS_SILENT, due
        if due.on >= max(self.days, default=due.on):
            return Expected.SENDS, due
        if due.at == self.since:
            return Expected.EITHER, due
        return Expected.SENDS if due.at > self.sent_at else Expected.IS_SILENT, due

    def sent(self, days: list[int], now: int) -> None:
        """Note that these days had their digest."""
        if days:
            self.days.update(days)
            self.sent_at = now

    def served(self, now: int) -> None:
        """Note that a tick has handled the owner, so that nothing is owed any more."""
        self.since, self.known_until = None, now

    def _is_owed(self, due: Due) -> bool:
        if self.since is None:
            return due.at > self.known_until
        return due.at >= self.since or due.on >= self.settings.clock.day(self.since)

    def _opens_the_week(self, day: int) -> bool:
        """Whether it is the first day with a digest in a week of working days from Monday to Friday."""
        return weekday(day) == min(self.settings.weekdays)
