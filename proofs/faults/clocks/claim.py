"""Simulate owners' lives, and compare their digests with what was to be expected."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator

from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.clocks.life import life_of
from proofs.faults.clocks.living import lived
from proofs.faults.clocks.zones import zones
from proofs.faults.cores import spread

SHORT, LONG = 8_000, 250_000
_ONE_IN_EVERY_TICK = 100  # one life in so many is simulated tick by tick as well

_Result = tuple[int, list[str], Counter[str]]


def refute(effort: Effort) -> Verdict:
    """Simulate the lives, zone by zone, on all cores."""
    logging.disable(logging.ERROR)  # the tick logs every conflicting change; a failure shows as a missing digest
    cases = effort.of(SHORT, LONG)
    work = [(effort.seed, zone, cases) for zone in range(min(len(zones()), cases))]
    done, violations, seen = 0, list[str](), Counter[str]()
    for tried, wrong, found in spread(_in_a_zone, work):
        done, seen = done + tried, seen + found
        violations += wrong
        effort.told(done, cases)
        if effort.is_enough(violations):
            break
    violations += _if_too_little(seen, done)
    return Verdict(done, tuple(violations), _figures(seen))


def _in_a_zone(work: tuple[int, int, int]) -> _Result:
    """Simulate the lives whose numbers belong to one zone."""
    seed, first, cases = work
    numbers = range(first, cases, len(zones()))
    seen, wrong = Counter[str](), list[str]()
    for number in numbers:
        wrong += _in_a_life(seed, number, seen)
    return len(numbers), wrong, seen


def _in_a_life(seed: int, number: int, seen: Counter[str]) -> Iterator[str]:
    life = life_of(seed, number)
    found = lived(life)
    seen.update(found.seen)
    seen["digests"] += len(found.sent)
    yield from (f"seed {seed}, life {number}: {wrong}" for wrong in found.wrong)
    if number % _ONE_IN_EVERY_TICK == 0:
        seen["tick by tick"] += 1
        if lived(life, every_tick=True).sent != found.sent:
            yield f"seed {seed}, life {number}: tick by tick it is another one: {life}"


def _if_too_little(seen: Counter[str], lives: int) -> list[str]:
    """Violations if too little happened in the lives: then nothing is proved."""
    enough = {"digests": lives, "changes": lives // 2, "due": lives, "tick by tick": lives // (2 * _ONE_IN_EVERY_TICK)}
    return [f"Only {seen[what]:,} {what} in {lives:,} lives" for what, least in enough.items() if seen[what] < least]


def _figures(seen: Counter[str]) -> dict[str, int | float | str]:
    return {
        "zones": len(zones()),
        "digests": seen["digests"],
        "changes": seen["changes"],
        "ticks looked at": seen["SENDS"] + seen["IS_SILENT"] + seen["EITHER"],
        "due once more over the date line": seen["EITHER"],
        "lived tick by tick as well": seen["tick by tick"],
    }


CLAIM = Claim(
    "clocks",
    "Each local date with something due at an employer who works has exactly one digest, or is covered by the next one",
    refute,
)
