"""Spread a claim's tasks over the cores, in a few forked processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")


def spread(work: Callable[[Task], Outcome], tasks: Sequence[Task]) -> Iterator[Outcome]:
    """The outcome of each task, in their order.

    ``work`` is a module's function; what it caches lasts as long as its process. A process that dies raises an error
    here. A caller that stops iterating leaves the remaining tasks undone.
    """
    processes = ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork"))
    try:
        yield from processes.map(work, tasks)
    finally:
        processes.shutdown(cancel_futures=True)
