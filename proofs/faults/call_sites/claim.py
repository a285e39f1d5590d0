"""Point 3 of the promise: every call of AWS and every line to a mail server, however it fails, ends as documented."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import cache, partial
from multiprocessing.pool import Pool
from random import Random
from typing import TypeVar

from infra import dynamodb_local
from proofs.faults.call_sites.deployment_under_fault import DeploymentUnderFault, built
from proofs.faults.call_sites.flow_run import Baseline, Disturbed
from proofs.faults.call_sites.matrix import FLOW_RUNS, Case, all_cases, left_out, some
from proofs.faults.call_sites.smtp_lines import CASES, SmtpCase
from proofs.faults.call_sites.tick_run import BY_SMTP
from proofs.faults.claim import Claim, Effort, Verdict

# Most of a case is waiting for calls that time out, so there may be more processes than cores.
_PROCESSES = 4
_MOST_ATTEMPTS = 10  # of a case on a busy machine

_open = ExitStack()
T = TypeVar("T")


def refute(effort: Effort) -> Verdict:
    """Try the whole matrix, or a sample of it."""
    with dynamodb_local.running() as address, _processes() as pool:
        known = dict(pool.map(partial(_learned, address), range(len(FLOW_RUNS)), chunksize=1))
        everything = all_cases(known)
        chosen = everything if effort.is_long else some(everything, Random(effort.seed))
        tried, violations = 0, [*left_out(known)]
        by_smtp = [(case, known[FLOW_RUNS.index(BY_SMTP)]) for case in CASES]
        work = [*((case, known[case.flow_run]) for case in chosen), *by_smtp]
        for found in pool.imap_unordered(partial(_tried, address), work):
            tried += 1
            violations += found
            effort.told(tried, len(work))
            if effort.is_enough(violations):
                break
    return Verdict(tried, tuple(violations), _figures(known, everything))


def _figures(known: dict[int, Baseline], everything: list[Case]) -> dict[str, int | float | str]:
    sites = [site for one in known.values() for site in one.sites]
    return {
        "flows": len(known),
        "call sites": len(sites),
        "kinds of call": len({str(site.operation) for site in sites}),
        "cases in the whole matrix": len(everything) + len(CASES),
    }


def _processes() -> Pool:
    return multiprocessing.get_context("fork").Pool(_PROCESSES)


@cache
def _deployment(address: str) -> DeploymentUnderFault:
    """This process's deployment, which is there until the process ends."""
    return _open.enter_context(built(address, f"afterword-{os.getpid()}"))


def _learned(address: str, place: int) -> tuple[int, Baseline]:
    return place, _undisturbed(lambda: FLOW_RUNS[place].learned(_deployment(address)), Disturbed, AssertionError)


def _tried(address: str, what: tuple[Case | SmtpCase, Baseline]) -> list[str]:
    case, known = what
    try:
        found = _undisturbed(lambda: [*case.violations(_deployment(address), known)], Disturbed)
    except Exception as error:
        found = [f"{type(error).__name__}: {error}"]
    return [f"{case}: {one}" for one in found]


def _undisturbed(attempt: Callable[[], T], *disturbances: type[Exception]) -> T:
    for _ in range(_MOST_ATTEMPTS - 1):
        with suppress(*disturbances):
            return attempt()
    return attempt()


CLAIM = Claim(
    "call_sites",
    "Whatever becomes of a call of AWS or a line to a mail server, the outcome is the documented one, and the same "
    "again is done once",
    refute,
)
