"""The seeded bugs fit the code as it is, and a run is judged for what it is; ``make test-bugs`` tries them all."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from proofs.bugs.bug import PROJECT, Catcher, NoBug, all_bugs, in_short, read_bug
from proofs.bugs.judging import CAUGHT, NOT_CAUGHT, judged
from proofs.bugs.scratch import Run
from proofs.faults.__main__ import CLAIMS

PATCHES = sorted(Path(__file__).parent.glob("*.patch"))
BY_PYTEST, BY_FAULTS = Catcher("pytest", "tests/digest/test_tick.py"), Catcher("faults", "clocks")


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch.stem)
def test_a_seeded_bug_says_what_it_is_and_fits(patch: Path) -> None:
    bug = read_bug(patch)

    command = ["git", "apply", "--check", "--whitespace=nowarn", str(patch)]
    fitting = subprocess.run(command, cwd=PROJECT, env=os.environ, capture_output=True, text=True, check=False)

    assert fitting.stderr == "", "a line near this seeded bug changed: mend the patch (CONTRIBUTING, Habits)"
    assert bug.name == patch.stem
    for test in (word for word in bug.caught_by.command if word.startswith(("tests/", "proofs/"))):
        assert (PROJECT / test.partition("::")[0]).exists()


def test_no_two_seeded_bugs_say_the_same() -> None:
    said = [bug.says for bug in all_bugs()]

    assert len(set(said)) == len(said)


def test_ci_tries_every_claim_once_by_itself_or_without_a_bug_before_those_that_it_must_catch() -> None:
    named = {bug.caught_by.about for bug in all_bugs() if bug.caught_by.program == "faults"}
    [by_themselves] = re.findall(r"test-faults ONLY=([a-z_,]+)", PROJECT.joinpath(".ci/run").read_text())

    assert sorted([*named, *by_themselves.split(",")]) == sorted(CLAIMS)


def test_in_short_every_bug_of_a_test_is_tried_and_one_of_each_claim() -> None:
    short = in_short(all_bugs())

    left_out = [bug for bug in all_bugs() if bug not in short]
    claims = [bug.caught_by for bug in short if bug.caught_by.program == "faults"]
    assert {bug.caught_by.program for bug in left_out} == {"faults"}
    assert sorted(claims, key=str) == sorted({bug.caught_by for bug in left_out} | set(claims), key=str)


def test_a_patch_without_its_header_is_named(tmp_path: Path) -> None:
    patch = tmp_path / "nameless.patch"
    patch.write_text("diff --git a/app.py b/app.py\n")

    with pytest.raises(NoBug, match=r"nameless\.patch"):
        read_bug(patch)


@pytest.mark.parametrize(
    ("catcher", "code", "said", "verdict"),
    [
        (BY_PYTEST, 0, "1 passed", NOT_CAUGHT),
        (BY_PYTEST, 1, "FAILED tests/x.py::test_y - AssertionError: assert 1 == 2\n1 failed", CAUGHT),
        (BY_PYTEST, 1, "FAILED tests/x.py::test_y - NameError: name 'x'\n1 failed", "no bug but a NameError"),
        (BY_PYTEST, 1, "ERROR tests/x.py::test_y - ValueError\n1 error", "did not end well (exit 1)"),
        (BY_PYTEST, 2, "ERROR tests/x.py - ImportError\n1 error", "did not end well (exit 2)"),
        (BY_PYTEST, 4, "ERROR: file or directory not found", "did not end well (exit 4)"),
        (BY_PYTEST, 5, "no tests ran", "did not end well (exit 5)"),
        (BY_PYTEST, None, "", "took too long"),
        (BY_FAULTS, 0, "clocks  8,000  0", NOT_CAUGHT),
        (BY_FAULTS, 1, "  clocks: seed 1: twice\nclocks  8,000  1", CAUGHT),
        (BY_FAULTS, 1, "clocks  -  did not end well (exit 1)", "did not end well (exit 1)"),
        (BY_FAULTS, 2, "ONLY is some of", "did not end well (exit 2)"),
    ],
)
def test_a_bug_is_caught_only_by_a_test_that_fails(catcher: Catcher, code: int | None, said: str, verdict: str) -> None:
    assert judged(catcher, Run(code, said, 1.0)) == verdict
