"""Debian's SpamAssassin: which of its rules a mail meets, and what each would cost."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

RULES = Path("/usr/share/spamassassin")  # Debian's own: not what this machine may have fetched since
PROCESSES = 2
_SCORE = re.compile(r"^\s*score\s+(\w+)((?:\s+-?[\d.]+){4})", re.MULTILINE)
_FOUND = re.compile(r"^X-Spam-Rules: (.*)$", re.MULTILINE)
_PREFERENCES = """\
use_bayes 0
report_safe 0
clear_headers
fold_headers 0
add_header all Rules _TESTSSCORES(,)_
"""

Points = Mapping[str, float]  # of each rule that a mail meets


class NoSpamAssassin(Exception):
    """It is not installed; the message says what to do."""


def scanned(mails: Sequence[bytes], folder: Path) -> list[Points]:
    """The rules that each mail meets, without asking anybody in the network; ``folder`` is empty.

    A rule costs what it costs at most, whether its reader's scanner learns and looks things up or not. Raises
    NoSpamAssassin.
    """
    program = shutil.which("spamassassin")
    if program is None:
        raise NoSpamAssassin("These tests need SpamAssassin: apt-get install spamassassin")
    preferences = folder / "preferences"
    preferences.write_text(_PREFERENCES + _highest_scores())
    files = [folder / f"{number:04}.eml" for number in range(len(mails))]
    for file, mail in zip(files, mails, strict=True):
        file.write_bytes(mail)
    command = [program, "--local", f"--prefspath={preferences}", f"--configpath={RULES}"]
    shares = [files[number::PROCESSES] for number in range(PROCESSES)]
    with _home_as_it_was(), ThreadPoolExecutor(PROCESSES) as together:
        found = list(together.map(lambda share: _found([*command, *map(str, share)], folder), shares))
    return [found[number % PROCESSES][number // PROCESSES] for number in range(len(files))]


@contextmanager
def _home_as_it_was() -> Iterator[None]:
    """Leave no empty folder in the user's home: SpamAssassin makes one there, whatever ``HOME`` says."""
    state = Path(pwd.getpwuid(os.getuid()).pw_dir) / ".spamassassin"
    was_there = state.exists()
    yield
    if not was_there and state.exists():
        state.rmdir()


def _highest_scores() -> str:
    """For each rule that has four scores (without network and learning, with one of them, with both) the highest."""
    rules = "".join(file.read_text(errors="replace") for file in sorted(RULES.glob("*.cf")))
    return "".join(f"score {rule} {max(map(float, scores.split()))}\n" for rule, scores in _SCORE.findall(rules))


def _found(command: list[str], home: Path) -> list[Points]:
    """Starting takes a second, so one process scans many files and writes them to its output, one after the other.

    What it would write into its user's home goes to ``home``.
    """
    environment = {**os.environ, "HOME": str(home)}
    run = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=True)
    return [_points(found) for found in _FOUND.findall(run.stdout)]


def _points(found: str) -> Points:
    pairs = (rule.partition("=") for rule in found.split(",") if "=" in rule)
    return {name: float(score) for name, _, score in pairs}
