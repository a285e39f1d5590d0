"""Simulate a life with the shipped tick: what it sends, and where that is not as expected."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, time, timedelta

from msgspec.structs import replace

from chalicelib.digest.tick import Tick
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import EVERY_DAY, Owner
from chalicelib.records.owners import EPOCH, Account
from proofs.faults.clocks.expectation import Expectation, Expected
from proofs.faults.clocks.life import WORKDAYS, Change, Life
from proofs.faults.clocks.storage import DaysKept, FakeSender, OneOwner, OneRecord, no_words
from proofs.faults.clocks.zones import DAY, Settings, instant, weekday
from tests.factories import an_event, an_interview, an_owner

NOWHERE = "XX"  # a country without holidays: only its weekends are known
DAY_ZERO = date(1970, 1, 1)


@dataclass
class LifeOutcome:
    """The instants and days of the digests sent, what was not as expected, and counts of what happened."""

    sent: list[tuple[int, int]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)


def lived(life: Life, every_tick: bool = False) -> LifeOutcome:
    """Simulate a life: every tick, or without ``every_tick`` only those at which something can happen."""
    living = _Living(life)
    tick = life.ticks.after(life.begins, life.begins)
    while tick < life.ends:
        living.until(tick)
        living.tick(tick)
        tick = life.ticks.after(tick, 0 if every_tick else living.next_of_interest(tick))
    return living.lived


class _Living:
    """An owner, their only record and the tick."""

    def __init__(self, life: Life) -> None:
        self.lived = LifeOutcome()
        self._life = life
        self._changes = list(life.changes)
        self._expected = Expectation(life.settings, -DAY, -DAY, -DAY)
        self._owners = OneOwner(Account(owner=_owner(life.settings), token_hash=b"", next_digest_at=EPOCH))
        self._records = OneRecord(_record(life.due_on))
        self._tick = Tick(self._owners, self._records, DaysKept(), no_words, FakeSender(self._meanwhile))
        self._now = life.begins
        self._changed_meanwhile = False

    def until(self, now: int) -> None:
        """Do what the owner does before a tick, not while one runs."""
        while self._changes and self._changes[0].at <= now and not self._changes[0].is_meanwhile:
            self._change(self._changes.pop(0))
        self._records.is_open = now < self._life.closed_at

    def tick(self, now: int) -> None:
        """Run one tick, and compare it with what was expected."""
        self._now, self._changed_meanwhile = now, False
        settings, is_due = self._expected.settings, self._is_due(now)
        word, due = self._expected.of_tick(now, is_due)
        report = self._tick.run(instant(now))
        sent = [(one.on - DAY_ZERO).days for one in report.sent]
        self.lived.sent += [(now, on) for on in sent]
        self.lived.seen[word.name] += 1
        if (sent == [due.on]) is not (word is Expected.SENDS) and not (
            word is Expected.EITHER and sent in ([], [due.on])
        ):
            self._wrong(now, settings, f"{word.name} {_day(due.on)}", sent)
        self._expected.sent(sent, now)
        if not self._changed_meanwhile:
            self._expected.served(now)
        self._happens_all_the_same()

    def next_of_interest(self, now: int) -> int:
        """The next instant at which a digest is due, the product will look again, or the owner changes something."""
        theirs = int(self._owners.account.next_digest_at.timestamp())
        change = self._changes[0].at if self._changes else self._life.ends
        return max(min(theirs, self._expected.settings.following(now).at, change), now)

    def _meanwhile(self) -> None:
        """Do what the owner does while their digest is being sent."""
        if self._changes and self._changes[0].at <= self._now:
            self._changed_meanwhile = True
            self._change(self._changes.pop(0))

    def _happens_all_the_same(self) -> None:
        """Do what was to happen while a digest is sent, if none is sent."""
        while self._changes and self._changes[0].at <= self._now:
            self._change(self._changes.pop(0))

    def _change(self, change: Change) -> None:
        """Change the settings as the product does: the next tick looks at the owner anew."""
        at = max(change.at, self._now)  # it may have waited for a tick
        self._expected.change(change.settings, at)
        account = self._owners.account
        next_at = min(account.next_digest_at, instant(at))
        self._owners.save(replace(account, owner=_owner(change.settings), next_digest_at=next_at))
        self.lived.seen["changes"] += 1

    def _is_due(self, now: int) -> bool:
        """Whether the record is due, and in the mail (D5): not on a day on which its employer is off, unless the
        owner's digest comes on such days only."""
        settings = self._expected.settings
        day = settings.clock.day(now)
        is_reached = weekday(day) in WORKDAYS or not settings.weekdays & WORKDAYS
        is_there = self._records.is_open and day >= self._life.due_on and is_reached
        self.lived.seen["due"] += is_there
        return is_there

    def _wrong(self, now: int, settings: Settings, expected: str, sent: list[int]) -> None:
        found = f"a digest of {', '.join(map(_day, sent))}" if sent else "no digest"
        self.lived.wrong.append(
            f"{settings.zone}, {settings.minute // 60:02}:{settings.minute % 60:02}, days {sorted(settings.weekdays)}:"
            f" at {instant(now):%Y-%m-%d %H:%M:%S} UTC {found}, expected {expected}"
        )


def _owner(settings: Settings) -> Owner:
    return an_owner(
        time_zone=settings.zone,
        country=NOWHERE,
        digest_at=time(settings.minute // 60, settings.minute % 60),
        digest_days=tuple(day for number, day in enumerate(EVERY_DAY) if number in settings.weekdays),
    )


def _record(due_on: int) -> Interview:
    """An old interview with its thank-you letter sent; the owner is to ask for the decision on ``due_on``."""
    promised_on = DAY_ZERO + timedelta(days=due_on - 1)
    interview_on = promised_on - timedelta(days=10)
    created_at = an_interview().created_at.replace(year=1970, tzinfo=UTC)
    return an_interview(
        interview_on=interview_on,
        dated_on=interview_on,
        created_at=created_at,
        answer_expected_on=promised_on,
        events=(an_event(EventKind.THANK_YOU_SENT, interview_on + timedelta(days=1)),),
    )


def _day(day: int) -> str:
    return (DAY_ZERO + timedelta(days=day)).isoformat()
