"""The packages that are measured, unpacked under ``build/bench`` as Lambda would have them; each is made once a run.

Ours is the zip of ``make package`` for this machine. The peers' is a plain package, and in their favor: it has the
locked libraries whole, as in Lambda's own Python, and bytecode beside every module.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from infra.catalogs import PROJECT
from infra.package import bytecode
from infra.package.archive import Archive
from infra.package.build import build
from infra.package.libraries import install_wheels
from infra.package.requirements import locked
from tests.package.this_machine import INTERPRETER, SETTINGS

BENCH = PROJECT / "build" / "bench"
PEERS = Path(__file__).with_name("peers")


@dataclass(frozen=True, slots=True)
class Packaged:
    """``folder`` is the unpacked archive; ``interpreter`` is a Python of the version that it is for."""

    archive: Archive
    folder: Path
    interpreter: Path


@cache
def packaged() -> Packaged:
    """Our package, built and unpacked."""
    archive = build(BENCH / "package", SETTINGS, _say).archive
    folder = _new(BENCH / "afterword")
    with ZipFile(archive.file) as zipped:
        zipped.extractall(folder)
    return Packaged(archive, folder, INTERPRETER)


@cache
def peers_package() -> Path:
    """The folder with all peers' handlers, and their libraries."""
    _say("  libraries of the peers ...")
    folder = _new(BENCH / "peers")
    install_wheels(folder, SETTINGS, (line for line in locked(PEERS / "requirements.txt") if line.is_for(SETTINGS)))
    for handler in PEERS.glob("*.py"):
        shutil.copy(handler, folder)
    bytecode.compile_all(folder, INTERPRETER)
    return folder


def _new(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _say(text: str) -> None:
    print(f"  {text}", flush=True)
