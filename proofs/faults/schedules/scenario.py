"""Where schedules begin: one or two owners and what is due, when each worker runs, and what changes meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from chalicelib.digest.tick import Tick
from chalicelib.playbook.interview import Interview
from chalicelib.records.owners import EPOCH, Account
from proofs.faults.schedules.changes import OWNER_ID, Change
from proofs.faults.schedules.parts import Parts, compose
from proofs.faults.schedules.run import Run
from proofs.faults.schedules.world import World
from tests.digest.given import MONDAY_8_AM, WEDNESDAY_8_AM, a_thanked
from tests.factories import an_owner

TIMEOUT = timedelta(seconds=120)  # of the function: .chalice/config.json
SECOND = timedelta(seconds=1)
TICK = timedelta(minutes=15)
ONE_DAY = timedelta(days=1)
AFTER_THE_SLOT = timedelta(seconds=30)
TWO_OWNERS = (OWNER_ID, "jo")  # in two shards of the index


@dataclass(frozen=True, slots=True)
class Kind:
    """A day of the owners: its slot, since when they are due, what is open, and on which days there is mail.

    ``days_after``: the days after it that are watched too.
    """

    name: str
    slot_at: datetime = MONDAY_8_AM
    due_since: datetime = MONDAY_8_AM
    open: tuple[Interview, ...] = (a_thanked(),)
    is_loud: Callable[[date], bool] = lambda _: True
    days_after: int = 2


DUE = Kind("a call is due")
NEW = Kind("a new owner", due_since=EPOCH)
OUTAGE = Kind("after three days without a tick", due_since=MONDAY_8_AM - 3 * ONE_DAY)
QUIET = Kind("a quiet day", WEDNESDAY_8_AM, WEDNESDAY_8_AM, is_loud=lambda on: on >= MONDAY_8_AM.date(), days_after=5)
NOTE = Kind("the note of a quiet week", open=(), is_loud=lambda on: on == MONDAY_8_AM.date())
KINDS = (DUE, NEW, OUTAGE, QUIET, NOTE)


@dataclass(frozen=True, slots=True)
class Meeting:
    """How long after the first worker the second starts, and by how much its clock is ahead."""

    name: str
    after: timedelta
    ahead: timedelta = timedelta(0)


# If the second starts within the first one's life, clocks may differ by two minutes: the lease must outlive both.
TOGETHER = Meeting("together", timedelta(0))
LAST_MOMENT = Meeting("in A's last second", TIMEOUT - SECOND)
AHEAD = Meeting("in A's last second, its clock two minutes ahead", TIMEOUT - SECOND, timedelta(minutes=2))
BEHIND = Meeting("together, its clock a minute behind", timedelta(0), timedelta(minutes=-1))
GONE = Meeting("when A is gone", TIMEOUT)
LEASE_LEFT = Meeting("after 299 seconds", timedelta(seconds=299))
LEASE_OVER = Meeting("after five minutes", timedelta(minutes=5))
NEXT_TICK = Meeting("at the next tick", TICK)
NEXT_DAY = Meeting("on the next day", ONE_DAY)
MEETINGS = (TOGETHER, LAST_MOMENT, AHEAD, BEHIND, GONE, LEASE_LEFT, LEASE_OVER, NEXT_TICK, NEXT_DAY)


@dataclass(frozen=True, slots=True)
class Scenario:
    """The first world, its runs, how many faults they may have, and the undisturbed ticks that follow."""

    name: str
    kind: Kind
    world: World
    runs: tuple[Run, ...]
    troubles: int
    later: tuple[Run, ...]


def scenario(
    kind: Kind,
    meeting: Meeting,
    troubles: int,
    change: Change | None = None,
    owner_ids: tuple[str, ...] = (OWNER_ID,),
) -> Scenario:
    """Two ticks that meet, faults, and a change of the first owner's account at any moment of the ticks."""
    first = kind.slot_at + AFTER_THE_SLOT
    second = first + meeting.after
    may_end = len(owner_ids) > 1
    runs = [_tick("A", first, first, may_end), _tick("B", second, second + meeting.ahead, may_end)]
    changing = [Run("owner", (first, second + TIMEOUT), change.at(first))] if change else []
    days = [second + number * ONE_DAY for number in range(1, kind.days_after + 1)]
    later_at = (second + TICK, second + 2 * TICK, *days)
    return Scenario(
        name=_name(kind, meeting, change, owner_ids),
        kind=kind,
        world=_world(kind, owner_ids),
        runs=(*runs, *changing),
        troubles=troubles,
        later=tuple(_tick(f"tick {number}", at, at) for number, at in enumerate(later_at, 1)),
    )


def _name(kind: Kind, meeting: Meeting, change: Change | None, owner_ids: tuple[str, ...]) -> str:
    besides = [change.name] if change else ["two owners"] if len(owner_ids) > 1 else []
    return ", ".join([kind.name, f"B {meeting.name}", *besides])


def _world(kind: Kind, owner_ids: tuple[str, ...]) -> World:
    accounts = tuple(
        Account(owner=an_owner(id=owner_id), token_hash=b"hash", next_digest_at=kind.due_since, version=1)
        for owner_id in owner_ids
    )
    return World(accounts, (kind.due_since,) * len(accounts), open=dict.fromkeys(owner_ids, kind.open))


@cache
def _tick(name: str, starts_at: datetime, now: datetime, may_end: bool = False) -> Run:
    """The shipped tick at its worker's ``now``; one for all scenarios, so that none runs it on the same answers again.
    With ``may_end`` the function's time can run out."""

    def program(parts: Parts) -> None:
        tick = Tick(parts.owners, parts.interviews, parts.digests, compose, parts.post)
        tick.run(now, *([parts.has_time] if may_end else []))

    return Run(name, (starts_at, starts_at + TIMEOUT), program)
