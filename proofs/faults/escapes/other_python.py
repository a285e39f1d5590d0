"""Run renders with Lambda's Python: it may read and write mail otherwise than the Python of the tests."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from infra.package.interpreters import interpreter_for
from infra.package.package_settings import PackageSettings
from infra.private_files import LOCAL, private_folder
from proofs.faults.shares import Found

PROJECT = Path(__file__).parents[3]
REQUIREMENTS = PROJECT / "requirements.txt"
VERSION = "3.13"
_RESULT = "{"


def python() -> Path | str:
    """An interpreter of Lambda's Python with all that is deployed, or the reason why there is none."""
    base = interpreter_for(PackageSettings(architecture="arm64", python_version=VERSION))
    if base is None:
        return "not on this machine"
    folder = private_folder(LOCAL) / f"python{VERSION}-{sha256(REQUIREMENTS.read_bytes()).hexdigest()[:8]}"
    ready = folder / "ready"
    if not ready.exists():
        try:
            _install(base, folder)
        except subprocess.CalledProcessError:
            return "its libraries could not be installed"
        ready.touch()
    return folder / "bin" / "python"


def _install(base: Path, folder: Path) -> None:
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([base, "-m", "venv", "--clear", folder], check=True, capture_output=True)
    subprocess.run([folder / "bin" / "python", *pip, "--requirement", REQUIREMENTS], check=True, capture_output=True)


def tried_with(interpreter: Path, seed: int, batches: range) -> Iterator[Found]:
    """What that Python finds in these batches, on all cores. Raises RuntimeError if it fails."""
    cores = len(os.sched_getaffinity(0))
    ends = [batches.start + len(batches) * share // cores for share in range(cores + 1)]
    program = ["-m", "proofs.faults.escapes.renders", str(seed)]
    running = [
        subprocess.Popen([interpreter, *program, str(start), str(end)], cwd=PROJECT, stdout=subprocess.PIPE, text=True)
        for start, end in pairwise(ends)
    ]
    for one in running:
        said = one.communicate()[0].strip().rpartition("\n")[2]
        if one.returncode or not said.startswith(_RESULT):
            raise RuntimeError(f"{interpreter} ended with {one.returncode}")
        found = json.loads(said)
        yield Found(found["tried"], found["violations"], Counter(found["counted"]))
