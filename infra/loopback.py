"""Helpers for servers that we start on 127.0.0.1: find a free port, and wait until the server answers."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable

PATIENCE = 60.0  # seconds for a server to answer; the slowest takes a few
_PAUSE = 0.1  # seconds


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_up(server: subprocess.Popen[bytes], is_there: Callable[[], bool]) -> bool:
    """Wait until the server is there; False if it ended, or takes longer than ``PATIENCE`` seconds."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        if is_there():
            return True
        time.sleep(_PAUSE)
    return False
