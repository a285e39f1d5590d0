"""Explore every schedule of some runs: which run makes its next call, and how the call ends, until no run is left.

Schedules are walked one by one. Where there are too many, what follows from a state is walked once, and counted for all
schedules that reach the state. A state is a world, the runs with the answers each got, and the number of faults left:
schedules that meet in one go on alike. The counts are of schedules either way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from chalicelib.errors import StorageUnavailable
from proofs.faults.schedules import fates
from proofs.faults.schedules.calls import of_owners, of_post
from proofs.faults.schedules.fates import Fate, Next
from proofs.faults.schedules.run import Run
from proofs.faults.schedules.world import World

MOST_KEPT = 20

Runs = tuple[Run, ...]


class Counts(NamedTuple):
    """Counts of schedules: all, those that break the promise, those with a second mail that the window excuses."""

    schedules: int = 0
    broken: int = 0
    doubled: int = 0


class Exploration:
    """All schedules of a scenario; ``judge`` says what is wrong with the world at the end of one.

    ``found`` has one example schedule for everything that was wrong.
    """

    def __init__(self, judge: Callable[[World], tuple[str, ...]], *, is_merging: bool) -> None:
        self.found: dict[str, str] = {}
        self.places = 0
        self._judge = cache(judge)
        self._is_merging = is_merging
        self._known: dict[tuple[int, ...], Counts] = {}
        self._worlds: dict[World, World] = {}
        self._steps: dict[tuple[int, int, str], Next] = {}
        self._path: list[tuple[Run, Fate]] = []

    def of(self, world: World, runs: Runs, troubles: int) -> Counts:
        """The counts of all schedules from here on, with at most this many faults."""
        return self._of(self._one(world), tuple(_settled(run, world) for run in runs), troubles)

    def _of(self, world: World, runs: Runs, left: int) -> Counts:
        if not runs:
            return self._judged(world)
        if not self._is_merging:
            return self._ahead(world, runs, left)
        place = (id(world), left, *map(id, runs))
        if place not in self._known:
            self._known[place] = self._ahead(world, runs, left)
        return self._known[place]

    def _ahead(self, world: World, runs: Runs, left: int) -> Counts:
        self.places += 1
        schedules = broken = doubled = 0
        for number, fate in _choices(runs, left):
            run = runs[number]
            after, becomes = self._step(world, run, fate)
            self._path.append((run, fate))
            ahead = self._of(after, (*runs[:number], *becomes, *runs[number + 1 :]), left - fate.cost)
            schedules, broken, doubled = schedules + ahead[0], broken + ahead[1], doubled + ahead[2]
            self._path.pop()
        return Counts(schedules, broken, doubled)

    def _step(self, world: World, run: Run, fate: Fate) -> Next:
        key = (id(world), id(run), fate.name)
        if key not in self._steps:
            assert run.call is not None
            after, becomes = fate.apply(_watched(world, run), run, run.call)
            settled = [_settled(next_run, world) for next_run in becomes]
            for next_run in settled:
                after = _with_break(after, next_run)
            self._steps[key] = self._one(after), tuple(next_run for next_run in settled if next_run.call is not None)
        return self._steps[key]

    def _one(self, world: World) -> World:
        """One object for all equal worlds, so that they can be compared by identity, which is cheap."""
        return self._worlds.setdefault(world, world)

    def _judged(self, world: World) -> Counts:
        wrong = self._judge(world)
        for what in wrong:
            if len(self.found) < MOST_KEPT:
                self.found.setdefault(what, "; ".join(_told(*step) for step in self._path))
        extra = len(world.letters) > len({(one.owner_id, one.on) for one in world.letters})
        return Counts(1, int(bool(wrong)), int(extra))


def _told(run: Run, fate: Fate) -> str:
    return f"{run.name} {type(run.call).__name__} {fate.name}"


def finished(world: World, run: Run) -> World:
    """The world after an undisturbed run."""
    run = _settled(run, world)
    while run.call is not None:
        world, answer = run.call.done(_watched(world, run))
        run = _settled(run.after(answer), world)
    return _with_break(world, run)


def _choices(runs: Runs, left: int) -> Iterator[tuple[int, Fate]]:
    """The calls that may be next: a run that starts after another one's end waits until that one is gone."""
    first_end = min(run.span[1] for run in runs)
    for number, run in enumerate(runs):
        if run.span[0] < first_end:
            yield from ((number, fate) for fate in fates.of(run) if fate.cost <= left)


def _settled(run: Run, world: World) -> Run:
    """The run after calls that nothing depends on: those for shards of the index without owners."""
    while isinstance(run.call, of_owners.Due) and run.call.is_for_nobody(world):
        run = run.after(())
    return run


def _watched(world: World, run: Run) -> World:
    """Note a mail as wrong if the run had read that the owner wants none."""
    why = run.call.why_forbidden(run.answers) if isinstance(run.call, of_post.Send) else None
    return world.with_wrong(f"{run.name} {why}") if why else world


def _with_break(world: World, run: Run) -> World:
    """Note as wrong any error that ended the run but unavailable storage."""
    if run.broke is None or run.is_late or isinstance(run.broke, StorageUnavailable):
        return world
    return world.with_wrong(f"{run.name} ended with {run.broke!r}")
