"""Count the function that EventBridge starts, ours and a plain one: a tick with nobody due, one that sends a mail."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from proofs.bench.function_under_test import FunctionUnderTest, Run
from proofs.bench.packages import BENCH, packaged, peers_package
from proofs.bench.stage import Stage, stage

PLAIN = "plain tick on botocore"
IDLE, SENDING = "nobody due", "one digest"
_EVENT = {
    "version": "0",
    "id": "1",
    "detail-type": "Scheduled Event",
    "source": "aws.events",
    "account": "123456789012",
    "time": "2026-08-04T06:00:00Z",
    "region": "eu-central-1",
    "resources": [],
    "detail": {},
}


def contenders(staged: Stage) -> dict[tuple[str, str | None], FunctionUnderTest]:
    """The functions by case (``IDLE``, ``SENDING``) and peer's name."""
    found: dict[tuple[str, str | None], FunctionUnderTest] = {}
    for name, has in ((IDLE, staged.quiet), (SENDING, staged.busy)):
        plain = FunctionUnderTest(PLAIN, peers_package(), "tick_on_botocore.handler", _EVENT, has.peers)
        found |= {
            (name, None): FunctionUnderTest(None, packaged().folder, "app.tick", _EVENT, has.ours),
            (name, PLAIN): plain,
        }
    return found


@cache
def counted() -> dict[tuple[str, str | None], Run]:
    """The run of each function's first tick, by case and peer's name."""
    with stage() as staged, ThreadPoolExecutor(os.cpu_count()) as together:
        functions = contenders(staged)
        runs = together.map(_counted, functions.items())
        return dict(zip(functions, runs, strict=True))


def _counted(named: tuple[tuple[str, str | None], FunctionUnderTest]) -> Run:
    (case, peer), function = named
    run = function.counted(BENCH / "callgrind" / f"{function.handler} {case}".replace(" ", "-"))
    sent = int(case == SENDING)
    assert run.answer == {"sent": sent} if peer else f"{sent} sent, 0 skipped" in run.log, run.log
    return run
