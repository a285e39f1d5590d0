"""How many digests a core composes and sends in a second, and how long the first page of a process takes.

Seconds are processor time, so that the machine's other load matters less; the SES stand-in runs in another process.
"""

from __future__ import annotations

import json
import random
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from infra.catalogs import PROJECT
from proofs.bench.figure import Figure, Measurement
from proofs.bench.packages import Packaged, packaged
from tests.digest.ses_stand_in import ses_stand_in

PROGRAM = Path(__file__).with_name("composing.py")
DUE = (1, 10, 100)
MEASURED_WITH = 10  # due records, for the aim
AIM, FIRST_AIM_MS = 200, 1.5
ROUNDS, PROCESSES = 7, 7
ENVIRONMENT = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "PYTHONHASHSEED": "0"}

Ask = Callable[[int], dict[str, Any]]


def take(say: Callable[[str], None]) -> list[Figure]:
    """Medians of shuffled rounds, and of several processes."""
    package = packaged()
    say("digests of 1, 10 and 100 due records, in shuffled rounds ...")
    with ses_stand_in() as ses:
        pages = [_first_page(package, ses.address) for _ in range(PROCESSES)]
        with _composing(package, ses.address) as (ask, _):
            seconds, sizes = _rounds(ask)
    first = Figure("first page of a process, rendered", 1000 * median(pages), "ms", aim=FIRST_AIM_MS)
    return [first, *(figure for due in DUE for figure in _of(due, median(seconds[due]), sizes[due]))]


def _of(due: int, seconds: float, size: int) -> Iterator[Figure]:
    aim = AIM if due == MEASURED_WITH else None
    yield Figure(f"digests of {due} due: composed and sent", 1 / seconds, "per second and core", aim=aim)
    yield Figure(f"digests of {due} due: mail", size, "bytes")


def _rounds(ask: Ask) -> tuple[dict[int, list[float]], dict[int, int]]:
    """The seconds and the bytes of digests by the number of due records; the first round only warms up."""
    seconds, sizes, order = defaultdict(list), {}, random.Random(1)
    for number in range(ROUNDS + 1):
        for due in order.sample(DUE, len(DUE)):
            answer = ask(due)
            sizes[due] = answer["bytes"]
            if number:
                seconds[due].append(answer["seconds"])
    return seconds, sizes


def _first_page(package: Packaged, address: str) -> float:
    with _composing(package, address) as (_, page):
        return page


@contextmanager
def _composing(package: Packaged, address: str) -> Iterator[tuple[Ask, float]]:
    """A function that has another process compose and send a digest, and the seconds of that process's first page."""
    command = [str(package.interpreter), "-I", "-S", "-B", str(PROGRAM), str(package.folder), str(PROJECT), address]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=ENVIRONMENT, text=True) as process:
        requests, answers = process.stdin, process.stdout
        assert requests
        assert answers
        page = json.loads(answers.readline())["page"]

        def ask(due: int) -> dict[str, Any]:
            print(due, file=requests, flush=True)
            answer: dict[str, Any] = json.loads(answers.readline())
            return answer

        yield ask, page
        requests.close()


MEASUREMENT = Measurement("digest_rate", take)
