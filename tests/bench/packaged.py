"""The package as it is deployed, made for this machine: once in a run, for all measurements that need it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from infra.catalogs import PROJECT
from infra.package.archive import Archive
from infra.package.build import build
from tests.package.this_machine import INTERPRETER, SETTINGS

WORKSHOP = PROJECT / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Packaged:
    """``folder`` is what Lambda would run, unpacked; ``interpreter`` is a Python of the version that it is for."""

    archive: Archive
    folder: Path
    interpreter: Path


@cache
def packaged(say: Callable[[str], None]) -> Packaged:
    """Make it, or answer with the one that this run has made."""
    folder = WORKSHOP / "unpacked"
    archive = build(WORKSHOP / "package", SETTINGS, say).archive
    shutil.rmtree(folder, ignore_errors=True)
    with ZipFile(archive.file) as zipped:
        zipped.extractall(folder)
    return Packaged(archive, folder, INTERPRETER)
