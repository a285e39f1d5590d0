"""Start ministack on a free port, and stop it afterwards; ``make test-deploy`` installs it."""

from __future__ import annotations

import os
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.catalogs import PROJECT
from infra.loopback import PATIENCE, free_port, wait_until_up

PROGRAM = PROJECT / ".venv-ministack" / "bin" / "ministack"
REGION = "eu-central-1"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": REGION}


class MinistackUnavailable(Exception):
    """ministack is missing or does not start; the message says what to do."""


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Run ministack on this machine until the block ends, and give its address. Its data and log are in ``folder``.

    Raises MinistackUnavailable.
    """
    if not PROGRAM.exists():
        raise MinistackUnavailable("ministack is not installed: run make test-deploy.")
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        **CREDENTIALS,
        "AUTH": "true",  # each function may do what its role allows, and no more
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "IOT_MTLS_ENABLED": "0",
        "MINISTACK_REGION": REGION,
    }
    with (folder / "ministack.log").open("w+b") as log:
        server = subprocess.Popen([str(PROGRAM)], cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            if not wait_until_up(server, lambda: _is_well(address)):
                log_end = (folder / "ministack.log").read_text(errors="replace")[-4000:]
                raise MinistackUnavailable(f"ministack does not answer. It said:\n{log_end}")
            yield address
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _is_well(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_ministack/health", timeout=2):
            return True
    except OSError:
        return False
