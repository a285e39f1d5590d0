"""Mutants are what they are meant to be: one mistake each, in what runs, and still a source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from proofs.bugs.bug import PROJECT
from proofs.mutants.__main__ import TARGETS
from proofs.mutants.mutation import mutants_of


@pytest.mark.parametrize(
    ("line", "mistakes"),
    [
        ("x = a < b", ["x = (a <= b)"]),
        ("x = a and not b", ["x = (a or not b)", "x = a and (b)"]),
        ("x = min(a, b + 3)", ["x = (max(a, b + 3))", "x = min(a, (b - 3))", "x = min(a, b + (4))"]),
        ("x = replace(x, y=z)", ["pass", "x = (replace(x))"]),
        ("if a: f()", ["if (not a): f()", "if a: pass"]),
        ("x: int | None = True", ["x: int | None = (False)"]),
        ("TABLE = (Phase.A, Phase.B)", ["TABLE = ((Phase.B,))", "TABLE = ((Phase.A,))"]),
        ('x = "ü", a == "1"', ["x = \"ü\", (a != '1')"]),
        ("@dataclass(frozen=True)\nclass X: ...", []),
    ],
)
def test_each_mistake_is_made_by_itself(line: str, mistakes: list[str]) -> None:
    assert [mutant.source for mutant in mutants_of(line, "x.py")] == mistakes


@pytest.mark.parametrize("module", TARGETS)
def test_each_target_is_there_with_its_tests_and_its_mutants_are_sources(module: str) -> None:
    source = (PROJECT / Path(*module.split("."))).with_suffix(".py").read_text(encoding="utf-8")

    mutants = list(mutants_of(source, "x.py"))

    assert mutants
    assert all(ast.dump(ast.parse(mutant.source)) != ast.dump(ast.parse(source)) for mutant in mutants)
    assert all((PROJECT / test.partition("::")[0]).is_file() for test in TARGETS[module])
