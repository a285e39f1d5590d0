"""The schedules with one trouble, in the quick tests; and that going through them is what it says it is."""

from __future__ import annotations

from typing import Any

import pytest

from proofs.faults.schedules.calls.call import Call
from proofs.faults.schedules.changes import CHANGES
from proofs.faults.schedules.explore import Counts, Exploration, finished
from proofs.faults.schedules.promise import Promise
from proofs.faults.schedules.scenario import (
    DUE,
    KINDS,
    MEETINGS,
    NEW,
    NEXT_TICK,
    OUTAGE,
    TOGETHER,
    TWO_OWNERS,
    Kind,
    Meeting,
    Scenario,
    scenario,
)


def explored(of: Scenario, *, is_merging: bool = True) -> tuple[Counts, dict[str, str]]:
    """How many schedules a scenario has, and what is wrong with which."""
    exploration = Exploration(Promise(of), is_merging=is_merging)
    return exploration.of(of.world, of.runs, of.troubles), exploration.found


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda one: one.name)
def test_no_single_trouble_loses_or_doubles_a_digest(meeting: Meeting) -> None:
    for kind in KINDS:
        assert explored(scenario(kind, meeting, 1))[1] == {}


def test_nor_do_two_before_the_next_tick() -> None:
    for kind in KINDS:
        assert explored(scenario(kind, NEXT_TICK, 2))[1] == {}


@pytest.mark.parametrize("meeting", [TOGETHER, NEXT_TICK], ids=lambda one: one.name)
def test_nor_does_one_while_an_account_is_changed(meeting: Meeting) -> None:
    for change in CHANGES:
        assert explored(scenario(OUTAGE, meeting, 1, change))[1] == {}


def test_nor_does_one_where_there_are_two_owners() -> None:
    assert explored(scenario(DUE, NEXT_TICK, 1, owner_ids=TWO_OWNERS))[1] == {}


def test_a_mail_comes_twice_only_if_the_call_between_taking_and_marking_failed() -> None:
    counts, _ = explored(scenario(DUE, NEXT_TICK, 1))

    assert counts.doubled == 3  # the answer of SES lost; the worker dead before the mark; the mark failed


@pytest.mark.parametrize("kind", [DUE, NEW], ids=lambda one: one.name)
def test_schedules_counted_where_they_meet_are_those_walked_one_by_one(kind: Kind) -> None:
    of = scenario(kind, TOGETHER, 1)

    assert explored(of) == explored(of, is_merging=False)


def test_a_run_in_one_piece_ends_as_one_that_is_suspended_at_each_call() -> None:
    of = scenario(DUE, TOGETHER, 0)
    world = of.world

    def ask(call: Call) -> Any:
        nonlocal world
        world, answer = call.done(world)
        return answer

    of.runs[0].in_one_piece(ask)

    assert world.letters
    assert world == finished(of.world, of.runs[0])
