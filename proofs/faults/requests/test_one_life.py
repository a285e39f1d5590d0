"""One life of the claim ``requests``, its bad ones included: quick enough for every run of the tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[3]


def test_whatever_is_asked_it_is_answered_as_it_should_be_and_nothing_of_anybody_s_is_logged() -> None:
    """In a process of its own, since the deployment lasts as long as its process."""
    command = [sys.executable, "-m", "proofs.faults.requests", "1", "0"]

    lived = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)

    assert (lived.returncode, lived.stderr) == (0, "")
