"""Run the real programs that send requests; a missing one is a failure that says what to install."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
_PACKAGES = {"curl": "curl", "node": "nodejs", "chromium": "chromium", "bash": "bash"}
SECONDS = 30


def needed(program: str) -> str:
    """The path of a program."""
    found = shutil.which(program)
    if found is None:
        pytest.fail(f"{program} is missing; on Debian: apt-get install {_PACKAGES[program]}", pytrace=False)
    return found


def run_in_node(stand_in: str, **given: Any) -> Any:
    """The output of a stand-in, a script in this folder, for these inputs."""
    command = [needed("node"), str(HERE / stand_in)]
    done = subprocess.run(
        command, input=json.dumps(given), capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def run_in_bash(commands: str, home: Path, typed: str = "") -> str:
    """What the commands print in a shell with this ``home``, whose user types ``typed``."""
    needed("curl")
    done = subprocess.run(
        [needed("bash"), "-euo", "pipefail", "-c", commands],
        input=typed,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        env={"HOME": str(home), "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
