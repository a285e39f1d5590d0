"""The function that records an interview, ours and the peers', counted in one run each: the first POST, then more."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from typing import Any

from app import app
from proofs.bench.contender import Contender, Run
from proofs.bench.deployed import BENCH, packaged, peers_package
from proofs.bench.stage import TOKEN, Environments, stage
from tests.web.gateway import Gateway
from tests.web.given import ACME

BOTOCORE = "plain handler on botocore"
PEERS = {
    BOTOCORE: "on_botocore",
    "boto3": "on_boto3",
    "Powertools + pydantic + boto3": "on_powertools",
    "FastAPI + Mangum + pydantic + boto3": "on_fastapi",
}
WARM = 10  # requests

# What a request of ours goes through; what is in none of them is Chalice, the routes and who asks.
PHASES = {
    "chalicelib.web.http.routing:owner_asking": "who asks",
    "chalicelib.web.api.recording_api:read_interview": "parse",
    "chalicelib.playbook.rules:plan": "plan",
    "chalicelib.records.interviews:Interviews.add": "write",
    "chalicelib.usecases.record_interview:shown_interview": "answer",
}


def contenders(has: Environments) -> list[Contender]:
    """Ours first."""
    event = _event()
    peers = [Contender(peer, peers_package(), f"{name}.handler", event, has.peers) for peer, name in PEERS.items()]
    return [Contender(None, packaged().folder, "app.app", event, has.ours), *peers]


@cache
def counted() -> dict[str | None, Run]:
    """By peer; None is Afterword."""
    with stage() as stands, ThreadPoolExecutor(os.cpu_count()) as together:
        return {one.peer: run for one, run in together.map(_counted, contenders(stands.busy))}


def _counted(one: Contender) -> tuple[Contender, Run]:
    run = one.counted(BENCH / "callgrind" / one.handler, WARM, PHASES if one.peer is None else {})
    assert run.answer["statusCode"] == 201, run.answer
    return one, run


def _event() -> dict[str, Any]:
    """An interview of today, as the gateway hands it over."""
    sent = json.dumps(ACME | {"interview_on": str(datetime.now(UTC).date())})
    headers = {
        "Host": "afterword.example",
        "X-Forwarded-Proto": "https",
        "Authorization": f"Bearer {TOKEN}",
        "Content-Type": "application/json",
    }
    return Gateway(app).event("POST", "/interviews", sent, headers)
