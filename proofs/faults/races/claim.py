"""Claim ``races``: whatever runs at the same time, and whichever answer is lost, each thing is done once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.crew import Crew
from proofs.faults.races import changing, clicking, recording, ticking
from proofs.faults.races.caller import Caller, Callers, a_caller
from proofs.faults.races.found import Found
from proofs.faults.real_table import real_table

AT_ONCE = 5


def refute(effort: Effort) -> Verdict:
    """Run one race after the other on one table, until one of them refutes the claim."""
    with real_table() as dynamodb:
        home = a_caller(dynamodb)
        with _callers(home, effort.seed) as callers:
            races: dict[str, Callable[[], Found]] = {
                "ticking": lambda: ticking.race(effort),
                "recording": lambda: recording.race(callers, effort),
                "changing": lambda: changing.race(callers, home, effort),
                "clicking": lambda: clicking.race(callers, effort),
            }
            found = _until_refuted(races)
            lost = sum(callers.at_once([_lost] * AT_ONCE))
    return _verdict(found, effort.seed, lost)


def _until_refuted(races: dict[str, Callable[[], Found]]) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for name, race in races.items():
        found[name] = race()
        if found[name].violations:
            break
    return found


@contextmanager
def _callers(home: Caller, seed: int) -> Iterator[Callers]:
    def settle_in(member: int) -> None:
        home.settle_in(seed, member)

    callers: Callers = Crew(AT_ONCE, lambda task: task(home), settle_in)
    with callers:
        yield callers


def _lost(caller: Caller) -> int:
    return caller.lost


def _verdict(found: dict[str, Found], seed: int, lost: int) -> Verdict:
    violations = [f"SEED={seed}, {race}: {what}" for race, one in found.items() for what in one.violations]
    if not violations and not lost:
        violations.append("no answer of DynamoDB was lost: nothing is proved about those")
    figures: dict[str, int | float | str] = {"answers of DynamoDB lost": lost}
    for race, one in found.items():
        figures |= {race: one.cases} | one.figures
    return Verdict(sum(one.cases for one in found.values()), tuple(violations), figures)


CLAIM = Claim(
    "races",
    "Each POST is one record, no change is lost, two ticks send one digest, five clicks at once act once",
    refute,
)
