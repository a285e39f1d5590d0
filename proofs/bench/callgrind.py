"""Count a program's instructions and system calls with valgrind: they depend on no clock and on no other load."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_STRETCH_ENDS_AT = "getpriority"  # fresh.py calls it
_TOTALS = re.compile(r"^totals: (\d+)$", re.MULTILINE)
_CALL = re.compile(r"^SYSCALL\[\d+,\d+\]\(\s*\d+\) sys_(\w+)", re.MULTILINE)
_FILE_CALLS = re.compile(r"open(at)?|(new)?[fl]?stat(x|at)?|newfstatat|access|faccessat2?|readlink(at)?|getdents(64)?")


class NoValgrind(Exception):
    """valgrind is not installed; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of one run.

    - ``instructions``: those of each stretch of work, in order
    - ``output``, ``log``: what the program wrote to its standard output and error
    - ``file_calls``: calls of the file system until the first stretch ended: opens, stats, links and folder listings
    """

    instructions: list[int]
    output: str
    log: str
    file_calls: int


def counted(command: list[str], given: str, environment: Mapping[str, str], folder: Path) -> Counted:
    """Run the program to its end, ``given`` as its input; valgrind's files go to ``folder``. Raises NoValgrind."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise NoValgrind("Instructions are counted by valgrind, which is not on this machine: apt-get install valgrind")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    profile, log = folder / "profile", folder / "log"
    options = ("--tool=callgrind", f"--dump-before={_STRETCH_ENDS_AT}", "--trace-syscalls=yes")
    files = (f"--callgrind-out-file={profile}", f"--log-file={log}")
    run = subprocess.run(
        [valgrind, *options, *files, *command],
        input=given,
        env=dict(environment),
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return Counted(_stretches(profile), run.stdout, run.stderr, _file_calls(log.read_text(errors="replace")))


def _stretches(profile: Path) -> list[int]:
    """The totals of the numbered parts, one for a stretch; what came after the last stretch is in none of them."""
    parts = sorted(profile.parent.glob(f"{profile.name}.*"), key=lambda part: int(part.suffix[1:]))
    return [int(_TOTALS.findall(part.read_text())[-1]) for part in parts]


def _file_calls(log: str) -> int:
    calls = _CALL.findall(log)
    until_first_end = calls[: calls.index(_STRETCH_ENDS_AT)]
    return sum(_FILE_CALLS.fullmatch(call) is not None for call in until_first_end)
