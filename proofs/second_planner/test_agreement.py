"""T: the product's planner and the second one, written from the text alone, say the same."""

from __future__ import annotations

from proofs.second_planner.agreement import disagreement

HISTORIES = 2_000  # ``make second-planner`` compares a million


def test_t_two_planners_that_nobody_copied_from_each_other_agree() -> None:
    found = [said for seed in range(HISTORIES) if (said := disagreement(seed))]

    assert found[:1] == []
