"""The function that EventBridge starts, ours and a plain one: a tick that finds nobody, and one that sends a mail."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from proofs.bench.contender import Contender, Run
from proofs.bench.deployed import BENCH, packaged, peers_package
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


def contenders(stands: Stage) -> dict[tuple[str, str | None], Contender]:
    """By what they find, and by peer."""
    found: dict[tuple[str, str | None], Contender] = {}
    for name, has in ((IDLE, stands.quiet), (SENDING, stands.busy)):
        plain = Contender(PLAIN, peers_package(), "tick_on_botocore.handler", _EVENT, has.peers)
        found |= {
            (name, None): Contender(None, packaged().folder, "app.tick", _EVENT, has.ours),
            (name, PLAIN): plain,
        }
    return found


@cache
def counted() -> dict[tuple[str, str | None], Run]:
    """The first tick of each."""
    with stage() as stands, ThreadPoolExecutor(os.cpu_count()) as together:
        functions = contenders(stands)
        runs = together.map(_counted, functions.items())
        return dict(zip(functions, runs, strict=True))


def _counted(named: tuple[tuple[str, str | None], Contender]) -> Run:
    (found, peer), one = named
    run = one.counted(BENCH / "callgrind" / f"{one.handler} {found}".replace(" ", "-"))
    sent = int(found == SENDING)
    assert run.answer == {"sent": sent} if peer else f"{sent} sent, 0 skipped" in run.log, run.log
    return run
