"""Count the instructions of the function that records an interview, ours and each peer's: the first POST, then more."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from typing import Any

from app import app
from proofs.bench.function_under_test import FunctionUnderTest, Run
from proofs.bench.packages import BENCH, packaged, peers_package
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

# The phases of our request; what is in none of them is Chalice and the routing.
PHASES = {
    "chalicelib.web.http.routing:authenticated_account": "who asks",
    "chalicelib.web.api.recording_api:read_interview": "parse",
    "chalicelib.playbook.rules:plan": "plan",
    "chalicelib.records.interviews:Interviews.add": "write",
    "chalicelib.usecases.record_interview:serialize_interview": "answer",
}


def contenders(has: Environments) -> list[FunctionUnderTest]:
    """The functions to compare, ours first."""
    event = _event()
    peers = [
        FunctionUnderTest(peer, peers_package(), f"{name}.handler", event, has.peers) for peer, name in PEERS.items()
    ]
    return [FunctionUnderTest(None, packaged().folder, "app.app", event, has.ours), *peers]


@cache
def counted() -> dict[str | None, Run]:
    """The run of each function by its peer's name; None is Afterword."""
    with stage() as staged, ThreadPoolExecutor(os.cpu_count()) as together:
        return {function.peer: run for function, run in together.map(_counted, contenders(staged.busy))}


def _counted(function: FunctionUnderTest) -> tuple[FunctionUnderTest, Run]:
    phases = PHASES if function.peer is None else {}
    run = function.counted(BENCH / "callgrind" / function.handler, WARM, phases)
    assert run.answer["statusCode"] == 201, run.answer
    return function, run


def _event() -> dict[str, Any]:
    """The gateway's event of a POST of an interview that is today."""
    sent = json.dumps(ACME | {"interview_on": str(datetime.now(UTC).date())})
    headers = {
        "Host": "afterword.example",
        "X-Forwarded-Proto": "https",
        "Authorization": f"Bearer {TOKEN}",
        "Content-Type": "application/json",
    }
    return Gateway(app).event("POST", "/interviews", sent, headers)
