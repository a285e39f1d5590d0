"""The claim ``schedules``: no order of two workers, with faults at any of their calls, loses or doubles a digest.

How deep it goes:

- two whole ticks (of seven or eight calls each), in every order that a life of 120 seconds allows
- at most two faults in a schedule (three in the long run), at any call, of any kind in ``fates``
- one fault (two in the long run) where an account is changed at any moment of the ticks, or there are two owners
- then undisturbed ticks to the end
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

FEWEST = 1_000_000  # schedules that must be walked one by one: with fewer the claim is not tested

Work = Callable[[], Scenario]


@dataclass(frozen=True, slots=True)
class Explored:
    """The outcome of one scenario. ``played``: how often the shipped tick was run, each time on new answers."""

    counts: Counts
    is_merged: bool
    places: int
    played: int
    violations: tuple[str, ...]


def refute(effort: Effort) -> Verdict:
    """Go through the schedules of every scenario, on all cores."""
    numbers = range(len(_work(effort.is_long)))
    explored: list[Explored] = []
    for outcome in spread(partial(_explored, effort.is_long), numbers):
        explored.append(outcome)
        effort.told(len(explored), len(numbers))
        if effort.is_enough(outcome.violations):
            break
    return _verdict(explored)


def _work(is_long: bool) -> list[tuple[Work, bool]]:
    """The scenarios, and whether each has too many schedules to be walked one by one. The largest come first."""
    walked = product((NEW, DUE, NOTE, QUIET), MEETINGS, [3 if is_long else 2])
    changed = product([OUTAGE], MEETINGS, [2 if is_long else 1], CHANGES)
    shared = product([DUE], MEETINGS, [2 if is_long else 1], [None], [TWO_OWNERS])
    return [
        *((partial(scenario, *arguments), False) for arguments in walked),
        *((partial(scenario, *arguments), True) for arguments in shared),
        *((partial(scenario, *arguments), True) for arguments in changed),
    ]


def _explored(is_long: bool, number: int) -> Explored:
    logging.disable()  # the product logs each fault, as it should
    work, is_merging = _work(is_long)[number]
    scenario, before = work(), Run.played
    exploration = Exploration(Promise(scenario), is_merging=is_merging)
    counts = exploration.of(scenario.world, scenario.runs, scenario.troubles)
    violations = tuple(f"{scenario.name}: {what} [{how}]" for what, how in exploration.found.items())
    return Explored(counts, is_merging, exploration.places, Run.played - before, violations)


def _verdict(explored: list[Explored]) -> Verdict:
    walked = [outcome.counts for outcome in explored if not outcome.is_merged]
    merged = [outcome.counts for outcome in explored if outcome.is_merged]
    cases = sum(counts.schedules for counts in walked)
    violations = [violation for outcome in explored for violation in outcome.violations]
    if cases < FEWEST:
        violations.append(f"only {cases:,} schedules were walked")
    figures: dict[str, int | float | str] = {
        "scenarios": len(explored),
        "schedules with a mail twice, explained": sum(counts.doubled for counts in walked),
        "runs of the tick": sum(outcome.played for outcome in explored),
        "besides, schedules counted where they meet": sum(counts.schedules for counts in merged),
        "in places": sum(outcome.places for outcome in explored if outcome.is_merged),
    }
    return Verdict(cases, tuple(violations), figures)


CLAIM = Claim(
    "schedules",
    "Whatever two ticks meet with, at any of their calls and in any order: no digest is lost, and none comes twice "
    "unless the call between SES's taking it and the mark failed",
    refute,
)
