"""The claim ``schedules``: no order of two workers, and no trouble at any of their calls, loses or doubles a digest.

Depth: two ticks, whole (seven calls each, or eight), in every order that a life of 120 s allows; at most two troubles
in a schedule (three in the long run), at any call, of any kind that ``fates`` has; then undisturbed ticks to the end.
Where an account is changed at any moment of theirs, or there are two owners: one trouble (two in the long run).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import product

from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.cores import spread
from proofs.faults.schedules.changes import CHANGES
from proofs.faults.schedules.explore import Counts, Exploration
from proofs.faults.schedules.promise import Promise
from proofs.faults.schedules.run import Run
from proofs.faults.schedules.scenario import DUE, MEETINGS, NEW, NOTE, OUTAGE, QUIET, TWO_OWNERS, Scenario, scenario

FEWEST = 1_000_000  # schedules walked one by one: fewer, and the claim has not been tried

Work = Callable[[], Scenario]


@dataclass(frozen=True, slots=True)
class Explored:
    """What came of one scenario. ``played`` is how often the shipped tick was run, on as many histories of answers."""

    counts: Counts
    is_merged: bool
    places: int
    played: int
    violations: tuple[str, ...]


def refute(effort: Effort) -> Verdict:
    """Go through the schedules of every scenario, on all cores."""
    numbers = range(len(_work(effort.is_long)))
    explored: list[Explored] = []
    for one in spread(partial(_explored, effort.is_long), numbers):
        explored.append(one)
        effort.told(len(explored), len(numbers))
        if effort.is_enough(one.violations):
            break
    return _verdict(explored)


def _work(is_long: bool) -> list[tuple[Work, bool]]:
    """The scenarios, and whether each has too many schedules to be walked one by one. The largest come first."""
    walked = product((NEW, DUE, NOTE, QUIET), MEETINGS, [3 if is_long else 2])
    changed = product([OUTAGE], MEETINGS, [2 if is_long else 1], CHANGES)
    shared = product([DUE], MEETINGS, [2 if is_long else 1], [None], [TWO_OWNERS])
    return [
        *((partial(scenario, *one), False) for one in walked),
        *((partial(scenario, *one), True) for one in shared),
        *((partial(scenario, *one), True) for one in changed),
    ]


def _explored(is_long: bool, number: int) -> Explored:
    logging.disable()  # each trouble is logged, as it should be
    work, is_merging = _work(is_long)[number]
    scenario, before = work(), Run.played
    exploration = Exploration(Promise(scenario), is_merging=is_merging)
    counts = exploration.of(scenario.world, scenario.runs, scenario.troubles)
    violations = tuple(f"{scenario.name}: {what} [{how}]" for what, how in exploration.found.items())
    return Explored(counts, is_merging, exploration.places, Run.played - before, violations)


def _verdict(explored: list[Explored]) -> Verdict:
    walked = [one.counts for one in explored if not one.is_merged]
    merged = [one.counts for one in explored if one.is_merged]
    cases = sum(counts.schedules for counts in walked)
    violations = [violation for one in explored for violation in one.violations]
    if cases < FEWEST:
        violations.append(f"only {cases:,} schedules were walked")
    figures: dict[str, int | float | str] = {
        "scenarios": len(explored),
        "schedules with a mail twice, explained": sum(counts.doubled for counts in walked),
        "runs of the tick": sum(one.played for one in explored),
        "besides, schedules counted where they meet": sum(counts.schedules for counts in merged),
        "in places": sum(one.places for one in explored if one.is_merged),
    }
    return Verdict(cases, tuple(violations), figures)


CLAIM = Claim(
    "schedules",
    "Whatever two ticks meet with, at any of their calls and in any order: no digest is lost, and none comes twice "
    "unless the call between SES's taking it and the mark failed",
    refute,
)
