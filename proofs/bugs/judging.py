"""Whether a run caught a bug: a test has to fail for what it asserts. One that cannot even begin has caught nothing."""

from __future__ import annotations

import re

from proofs.bugs.bug import Catcher
from proofs.bugs.scratch import Run

CAUGHT, NOT_CAUGHT = "caught", "NOT CAUGHT"

_ENDLESS = "took too long"
_NO_VERDICT = "did not end well"
# The words of a patch that is itself broken: that would fail anything.
_NOT_A_BUG = re.compile(r"(?:ImportError|ModuleNotFoundError|SyntaxError|IndentationError|NameError)\b")
_FAILED = re.compile(r"^FAILED .*", re.MULTILINE)
_ERRORS = re.compile(r"\b\d+ errors?\b")


def judged(catcher: Catcher, run: Run) -> str:
    """CAUGHT, NOT_CAUGHT, or in which other way the run ended."""
    if run.code is None:
        return _ENDLESS
    if run.code == 0:
        return NOT_CAUGHT
    return _by_faults(run) if catcher.program == "faults" else _by_pytest(run)


def _by_faults(run: Run) -> str:
    return CAUGHT if run.code == 1 and _NO_VERDICT not in run.said else f"{_NO_VERDICT} (exit {run.code})"


def _by_pytest(run: Run) -> str:
    failures, summary = " ".join(_FAILED.findall(run.said)), run.said.strip().rpartition("\n")[2]
    if run.code != 1 or not failures or _ERRORS.search(summary):
        return f"{_NO_VERDICT} (exit {run.code})"
    broken = _NOT_A_BUG.search(failures)
    return f"no bug but a {broken[0]}" if broken else CAUGHT
