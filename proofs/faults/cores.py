"""The work of a claim, spread over the cores: each task is done in one of a few forked processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")


def spread(work: Callable[[Task], Outcome], tasks: Sequence[Task]) -> Iterator[Outcome]:
    """What came of each task, in their order. ``work`` is a function of a module; what it keeps lives as long as its
    process. A process that dies is an error here. Whoever has seen enough leaves the rest undone."""
    processes = ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork"))
    try:
        yield from processes.map(work, tasks)
    finally:
        processes.shutdown(cancel_futures=True)
