"""ministack, started on a port of its own and stopped afterwards; ``make test-deploy`` installs it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.catalogs import PROJECT

PROGRAM = PROJECT / ".venv-ministack" / "bin" / "ministack"
PATIENCE = 60  # seconds
REGION = "eu-central-1"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": REGION}


class CannotRun(Exception):
    """ministack is missing or does not start; the message says what to do."""


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The address of a ministack that keeps what it has in ``folder`` and ends with the block. Raises CannotRun."""
    if not PROGRAM.exists():
        raise CannotRun("ministack is not installed: run make test-deploy.")
    port = _free_port()
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
            _wait_for(server, address, folder / "ministack.log")
            yield address
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_ministack/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise CannotRun(f"ministack does not answer. It said:\n{log.read_text(errors='replace')[-4000:]}")
