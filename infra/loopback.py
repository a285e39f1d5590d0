"""Servers of our own on loopback: a free port, and waiting until one answers."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable

PATIENCE = 60.0  # seconds for a server to answer; the slowest takes a few
_PAUSE = 0.1


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(server: subprocess.Popen[bytes], is_there: Callable[[], bool]) -> bool:
    """Wait until the server is there; False if it ended before, or takes longer than ``PATIENCE``."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        if is_there():
            return True
        time.sleep(_PAUSE)
    return False
