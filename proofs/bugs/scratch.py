"""A copy of the checkout that may be broken: what git would commit of it, and nothing that was made from it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infra.private_files import LOCAL, private_folder
from proofs.bugs.bug import PROJECT, Catcher

PATIENCE = 600.0  # seconds for one run; a bug may well make something endless
# A patch comes and goes within a second and may keep the size of a file: by these Python would take old bytecode for
# new. So the bytecode here is told by the source's hash, and nobody writes any other.
_BYTECODE = [
    "-m",
    "compileall",
    "-q",
    "--invalidation-mode",
    "checked-hash",
    "app.py",
    "chalicelib",
    "infra",
    "tests",
    "proofs",
]
_SETTINGS = {"PYTHONDONTWRITEBYTECODE": "1", "CI": "true"}


@dataclass(frozen=True, slots=True)
class Run:
    """How a catcher ended: ``code`` is None if it took longer than PATIENCE."""

    code: int | None
    said: str
    seconds: float


class Scratch:
    """The copy in ``folder``; the fetched tools of the checkout (``.local``) are shared."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for file in _kept_by_git():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / file, folder / file, follow_symlinks=False)
        (folder / LOCAL.name).symlink_to(private_folder(LOCAL))
        subprocess.run([sys.executable, *_BYTECODE], cwd=folder, check=True)

    @contextmanager
    def broken_by(self, patch: Path) -> Iterator[bool]:
        """With the patch applied, until the end of the block; False if it does not fit."""
        does_fit = self._apply(patch)
        try:
            yield does_fit
        finally:
            if does_fit and not self._apply(patch, "--reverse"):
                raise RuntimeError(f"{patch.name} cannot be taken back")

    def run(self, catcher: Catcher) -> Run:
        """Run what may catch a bug; nothing that it started outlives it."""
        began = time.monotonic()
        with subprocess.Popen(
            catcher.command,
            cwd=self._folder,
            env={**os.environ, **_SETTINGS, **catcher.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        ) as running:
            try:
                said, _ = running.communicate(timeout=PATIENCE)
                code: int | None = running.returncode
            except subprocess.TimeoutExpired:
                os.killpg(running.pid, signal.SIGKILL)
                said, code = running.communicate()[0], None
        return Run(code, said, time.monotonic() - began)

    def _apply(self, patch: Path, *how: str) -> bool:
        """Not as a part of whatever repository the folder may lie in: git would leave out what is outside of it."""
        apart = {**os.environ, "GIT_CEILING_DIRECTORIES": str(self._folder.parent)}
        command = ["git", "apply", "--whitespace=nowarn", *how, str(patch)]
        return subprocess.run(command, cwd=self._folder, env=apart, capture_output=True, check=False).returncode == 0


def _kept_by_git() -> list[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True, encoding="utf-8").stdout
    return [file for file in listed.split("\0") if file and (PROJECT / file).is_file()]
