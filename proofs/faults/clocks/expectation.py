"""What the owner may count on, tick by tick: worked out from the promise, by the clocks of ``zones``.

A digest belongs to a local day. One is due when its hour strikes on one of the owner's days; what struck while nothing
ran is made up for by one digest, that of the last such day. Changed settings bring none for a day before that of the
change, nor one for a day that had its own, nor one for a day before one that had its own: but what is still to strike
after a change comes when it strikes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from proofs.faults.clocks.zones import Due, Settings, weekday


class Word(Enum):
    """What is expected of a tick."""

    SENDS = auto()
    IS_SILENT = auto()
    EITHER = auto()  # they moved back over the date line while it was on its way: the same instant is due once more


@dataclass(slots=True)
class Expectation:
    """``since`` is the first instant for which a digest is owed, None if there is none; it tells all that struck by
    ``known_until``. ``days`` had theirs, the last one at ``sent_at``."""

    settings: Settings
    since: int | None
    known_until: int
    sent_at: int
    days: set[int] = field(default_factory=set)

    def change(self, settings: Settings, at: int) -> None:
        """The owner chooses other settings. What struck before stays owed, and the day is looked at anew."""
        missed = self.settings.following(self.known_until).at
        self.since = min(one for one in (self.since, missed, at) if one is not None)
        self.settings, self.known_until = settings, at

    def of_tick(self, now: int, is_due: bool) -> tuple[Word, Due]:
        """What a tick has to do, ``is_due`` if there is something to do for the owner; and the digest it is about."""
        due = self.settings.latest(now)
        is_missed = self._is_owed(due) and due.on not in self.days
        if not is_missed or not (is_due or self._opens_the_week(due.on)):
            return Word.IS_SILENT, due
        if due.on >= max(self.days, default=due.on):
            return Word.SENDS, due
        if due.at == self.since:
            return Word.EITHER, due
        return Word.SENDS if due.at > self.sent_at else Word.IS_SILENT, due

    def sent(self, days: list[int], now: int) -> None:
        """These had their digest."""
        if days:
            self.days.update(days)
            self.sent_at = now

    def served(self, now: int) -> None:
        """A tick has looked at the owner, and nothing is owed any more."""
        self.since, self.known_until = None, now

    def _is_owed(self, due: Due) -> bool:
        if self.since is None:
            return due.at > self.known_until
        return due.at >= self.since or due.on >= self.settings.clock.day(self.since)

    def _opens_the_week(self, day: int) -> bool:
        """Where people work from Monday to Friday: the first day of the week's digests."""
        return weekday(day) == min(self.settings.weekdays)
