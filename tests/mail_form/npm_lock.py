"""Packages from npm with all that they need, as a lock names them: installed once, verified, kept in ``.local``."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from infra import npm
from infra.private_files import private_folder

LOCK = "package-lock.json"


def installed(folder: Path) -> Path:
    """The ``node_modules`` with the packages of a folder's lock, installed if they are not there yet.

    No script of a package is run. Raises ``npm.CannotFetch`` if there is no npm, or it cannot.
    """
    kept = npm.HOME / f"{folder.name}-{hashlib.sha256((folder / LOCK).read_bytes()).hexdigest()[:12]}"
    if not kept.exists():
        with TemporaryDirectory(dir=private_folder(npm.HOME)) as temporary:
            fresh = Path(temporary) / folder.name
            shutil.copytree(folder, fresh)
            _install(fresh)
            fresh.rename(kept)
    return kept / "node_modules"


def _install(folder: Path) -> None:
    found = shutil.which("npm")
    if found is None:
        raise npm.CannotFetch(f"{folder.name} is installed with npm, and there is no npm here: install Node.js.")
    command = [found, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    installing = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if installing.returncode:
        raise npm.CannotFetch(f"npm could not install {folder.name}: {installing.stderr.strip()}")
