"""Double what each parser and each address reads, five times, and count the instructions; and time it at its limit."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from proofs.bench.callgrind import counted
from proofs.faults.claim import Claim, Effort, Verdict
from proofs.faults.cores import spread
from proofs.faults.shares import Found
from proofs.faults.time.measured import PREPARING, sizes, table
from proofs.faults.time.parsers import Parser, tried

PROJECT = Path(__file__).parents[3]
MOST_AS_MUCH, MOST_SECONDS = 2.3, 1.0
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of a table: ``largest`` is the size in bytes of the largest input that is counted. There are few
    ``shares``, as an interpreter under callgrind takes long to start."""

    table: str
    largest: int
    shares: int


_SHORT = (Readers("parsers", 8_192, 8),)
_LONG = (Readers("parsers", 65_536, 8), Readers("routes", 16_384, 8))


def refute(effort: Effort) -> Verdict:
    """Every parser is counted in both runs, in the long one with larger inputs; every address in the long one."""
    found, done = Found(), 0
    several = _LONG if effort.is_long else _SHORT
    numbers = {readers.table: range(len(table(readers.table))) for readers in several}
    of = sum(map(len, numbers.values()))
    for readers in several:
        shares = [numbers[readers.table][start :: readers.shares] for start in range(readers.shares)]
        for share in spread(partial(attempt, readers), shares):
            found.add(share)
            done += share.tried
            effort.told(done, of)
            if effort.is_enough(found.violations):
                break
    figures: dict[str, int | float | str] = {f"{name} and inputs": len(of_one) for name, of_one in numbers.items()}
    return Verdict(found.tried, tuple(found.violations), figures)


def attempt(readers: Readers, numbers: Sequence[int]) -> Found:
    """What these readers do with ever larger inputs."""
    found, every = Found(), table(readers.table)
    work = _work(readers, numbers)
    for number in numbers:
        found.tried += 1
        parser = every[number]
        found.violations += [*_growth(parser, readers.largest, work[number]), *_at_the_limit(parser)]
    return found


def _work(readers: Readers, numbers: Sequence[int]) -> dict[int, list[int]]:
    """The instructions of each reader, from the smallest input to the largest."""
    own = [readers.table, str(readers.largest), *map(str, numbers)]
    program = [sys.executable, "-m", "proofs.faults.time.measured", *own]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONHASHSEED": "0"}
    with TemporaryDirectory() as folder:
        run = counted(program, "", environment, Path(folder))
    work: dict[int, list[int]] = {number: [] for number in numbers}
    for label, instructions in zip(json.loads(run.output), run.instructions, strict=False):
        if label != PREPARING:
            work[int(label)].append(instructions)
    return work


def _growth(parser: Parser, largest: int, work: list[int]) -> Iterator[str]:
    for size, (less, more) in zip(sizes(parser.limit, largest), pairwise(work), strict=False):
        if more > MOST_AS_MUCH * less:
            yield f"{parser.name}: {2 * size} bytes take {more / less:.1f} times the instructions of {size}"


def _at_the_limit(parser: Parser) -> Iterator[str]:
    tried(parser, parser.make(parser.limit >> 10))  # what is loaded once does not count
    given = parser.make(parser.limit)
    took = MOST_SECONDS + 1
    for _ in range(_TRIES):  # whatever else the machine does can only make a try slower
        if took > MOST_SECONDS:
            began = time.thread_time()
            tried(parser, given)
            took = time.thread_time() - began
    if took > MOST_SECONDS:
        yield f"{parser.name}: {parser.limit} bytes take {took:.1f} s"


CLAIM = Claim(
    "time",
    "Twice as much to read takes at most 2.3 times the work, whatever it is, and at its limit a second at most",
    refute,
)
