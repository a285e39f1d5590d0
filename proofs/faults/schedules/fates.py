"""How a call may end, and how many of a schedule's limited faults that costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chalicelib.errors import Block, MailBlocked, MailRefused, MailThrottled, MailUncertain, StorageUnavailable
from proofs.faults.schedules.calls import of_digests, of_owners, of_post
from proofs.faults.schedules.calls.call import Call, HasTime
from proofs.faults.schedules.run import Run
from proofs.faults.schedules.world import World

REASON = "MessageRejected"

Next = tuple[World, tuple[Run, ...]]


@dataclass(frozen=True, slots=True)
class Fate:
    """One way in which a call ends: ``apply`` gives the world then, and the runs that go on.

    No run: the caller died. Two runs: the caller, which waits no more, and its request, which is still on its way.
    """

    name: str
    cost: int
    apply: Callable[[World, Run, Call], Next]


def of(run: Run) -> tuple[Fate, ...]:
    """All fates of the call that a run waits for, the good one first. A late request has no fate but to arrive."""
    if run.is_late:
        return (_DONE,)
    match run.call:
        case of_post.Send():
            return _OF_SEND
        case of_owners.Due():
            return _OF_DUE
        case HasTime():
            return _OF_TIME
        case call:
            return _OF_WRITES if call and call.does_write else _OF_READS


def _done(world: World, run: Run, call: Call) -> Next:
    world, answer = call.done(world)
    return world, (run.after(answer),)


def _lags(world: World, run: Run, call: Call) -> Next:
    assert isinstance(call, of_owners.Due)
    world, answer = call.lagging(world)
    return world, (run.after(answer),)


def _fails(world: World, run: Run, call: Call) -> Next:
    return _unmarked(world, run, call), (run.after(StorageUnavailable()),)


def _answer_lost(world: World, run: Run, call: Call) -> Next:
    return call.done(world)[0], (run.after(StorageUnavailable()),)


def _late(world: World, run: Run, call: Call) -> Next:
    return _unmarked(world, run, call), (run.after(StorageUnavailable()), run.late())


def _dies(world: World, run: Run, call: Call) -> Next:
    return _unmarked(world, run, call), ()


def _unmarked(world: World, run: Run, call: Call) -> World:
    """The world in which a second mail is excused, if this call is the one-call window: no other fault excuses it."""
    if not isinstance(call, of_digests.MarkSent):
        return world
    return world.excusing(call.claim.owner_id, call.claim.on, run.name)


def _throttled(world: World, run: Run, call: Call) -> Next:
    return world, (run.after(MailThrottled("TooManyRequestsException")),)


def _blocked(world: World, run: Run, call: Call) -> Next:
    return world, (run.after(MailBlocked(Block.NOT_VERIFIED)),)


def _refused(world: World, run: Run, call: Call) -> Next:
    assert isinstance(call, of_post.Send)
    return world.with_refusal(call.owner.id, call.on), (run.after(MailRefused(REASON)),)


def _lost_on_the_way(world: World, run: Run, call: Call) -> Next:
    return world, (run.after(MailUncertain("ReadTimeoutError")),)


def _taken_unheard(world: World, run: Run, call: Call) -> Next:
    assert isinstance(call, of_post.Send)
    taken = call.done(world)[0].excusing(call.owner.id, call.on, run.name)
    return taken, (run.after(MailUncertain("ReadTimeoutError")),)


def _out_of_time(world: World, run: Run, call: Call) -> Next:
    return world, (run.after(False),)


# A worker that dies after a call is one that dies before its next: what the others do in between is the same.
_DONE, _DIES, _FAILS = Fate("done", 0, _done), Fate("dies before it", 1, _dies), Fate("fails", 1, _fails)
_OF_READS = (_DONE, _FAILS, _DIES)
_OF_WRITES = (_DONE, _FAILS, Fate("done, answer lost", 1, _answer_lost), Fate("given up, lands late", 1, _late), _DIES)
_OF_DUE = (_DONE, Fate("from a lagging index", 1, _lags), _FAILS, _DIES)
_OF_TIME = (_DONE, Fate("no more time", 1, _out_of_time))
_OF_SEND = (
    _DONE,
    Fate("throttled", 1, _throttled),
    Fate("blocked", 1, _blocked),
    Fate("refused", 1, _refused),
    Fate("lost before SES", 1, _lost_on_the_way),
    Fate("taken, answer lost", 1, _taken_unheard),
    _DIES,
)
