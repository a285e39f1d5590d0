"""``python -m tests.api``: at least 20,000 requests made up from the API's own description, at a local server.

Every answer has a status that the description names, and none of them is a 5xx. ``make test-api`` runs it; the seed
is printed, and SEED repeats a run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.infra.local_server import LocalServer

ENOUGH = 20_000
EXAMPLES = 420  # of each operation; what is rejected as made up twice does not count
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
# These would end the run's own session or change its token.
LEFT_OUT = "/(sign-out|settings/token)$"
_GENERATED = re.compile(r"(\d[\d,]*) generated, (\d[\d,]*) passed")


def main() -> int:
    """0 if enough was asked and all was answered as described."""
    with tempfile.TemporaryDirectory() as folder:
        server = LocalServer(Path(folder) / "state")
        server.begin()
        try:
            output, code = _asked(server)
        finally:
            server.end()
    found = _GENERATED.search(output)
    generated = int(found[1].replace(",", "")) if found else 0
    print(f"{generated} requests, at least {ENOUGH} wanted")
    return code or int(generated < ENOUGH)


def _asked(server: LocalServer) -> tuple[str, int]:
    """What schemathesis says, shown as it comes."""
    command = [
        str(Path(sys.executable).with_name("st")),
        "run",
        f"http://127.0.0.1:{server.port}/openapi.json",
        *("--header", f"Authorization: Bearer {server.token}"),
        *("--max-examples", str(EXAMPLES), "--checks", CHECKS, "--phases", "examples,coverage,fuzzing"),
        *("--exclude-path-regex", LEFT_OUT, "--no-color", "--warnings", "off"),
        *(("--seed", os.environ["SEED"]) if "SEED" in os.environ else ()),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tempfile.gettempdir())
    lines: list[str] = []
    for line in process.stdout or ():
        sys.stdout.write(line)
        lines.append(line)
    return "".join(lines), process.wait()


if __name__ == "__main__":
    sys.exit(main())
