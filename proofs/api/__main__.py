"""``python -m proofs.api``: send at least 20,000 requests, generated from the API's own description, to local servers.

Every answer must have a status and a body that the description names, and none may be a 5xx. Each round has a new
server, so that records do not pile up by the thousand. Two rounds run at a time, since a server and its client wait for
each other. Each round's seed is printed; SEED is the first.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.infra.local_server import LocalServer

ENOUGH, MOST_ROUNDS, AT_A_TIME = 20_000, 20, 2
EXAMPLES = 40  # of each operation in a round
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
# These would end the run's own session or change its token.
LEFT_OUT = "/(sign-out|settings/token)$"
_GENERATED = re.compile(r"(\d[\d,]*) generated")


def main() -> int:
    """Exit code 0 if enough requests were sent and all were answered as described."""
    seed, generated = int(os.environ.get("SEED", "1")), 0
    for first in range(seed, seed + MOST_ROUNDS, AT_A_TIME):
        seeds = range(first, first + AT_A_TIME)
        with ThreadPoolExecutor(AT_A_TIME) as rounds:
            for number, (sent, code) in zip(seeds, rounds.map(_round, seeds), strict=True):
                generated += sent
                print(f"Seed {number}: {generated} of {ENOUGH} requests", flush=True)
                if code:
                    return code
        if generated >= ENOUGH:
            return 0
    return 1


def _round(seed: int) -> tuple[int, int]:
    """How many requests were sent to one server, and 0 if it answered all as described."""
    with tempfile.TemporaryDirectory() as folder:
        server = LocalServer(Path(folder) / "state")
        server.begin()
        try:
            run = subprocess.run(_command(server, seed), capture_output=True, text=True, cwd=folder, check=False)
        finally:
            server.end()
    if run.returncode:
        print(run.stdout)
    found = _GENERATED.search(run.stdout)
    return int(found[1].replace(",", "")) if found else 0, run.returncode


def _command(server: LocalServer, seed: int) -> list[str]:
    return [
        str(Path(sys.executable).with_name("st")),
        "run",
        f"http://127.0.0.1:{server.port}/openapi.json",
        *("--header", f"Authorization: Bearer {server.token}"),
        *("--max-examples", str(EXAMPLES), "--checks", CHECKS, "--phases", "examples,fuzzing"),
        *("--exclude-path-regex", LEFT_OUT, "--no-color", "--warnings", "off", "--seed", str(seed)),
    ]


if __name__ == "__main__":
    sys.exit(main())
