"""Answer an event in a fresh interpreter, as a Lambda function does after a cold start.

A program of its own, started as ``python -s -S -P -B fresh.py FOLDER``: only the standard library and the folder are on
the path. Its input is one line of JSON:

- ``handler`` and ``event``
- ``once_warm``: how many further times the event is answered (0: only cold)
- ``phases``: pairs of a label and the function whose work it names

Its output is one line: ``answer``, the ``modules`` that were loaded after the first answer, and the ``labels`` of the
stretches that were counted, in order.
"""

import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any

WARMING_UP = 6  # requests; by then the interpreter has specialised its code
WITH_PHASES = 4
REST = "rest"


class Context:
    """The context that Lambda passes with the event."""

    aws_request_id = "request-1"
    function_name = "fresh"
    memory_limit_in_mb = 256
    invoked_function_arn = "arn:aws:lambda:eu-central-1:123456789012:function:fresh"

    def get_remaining_time_in_millis(self) -> int:
        """The time left to a function that has just begun."""
        return 120_000


class Counter:
    """Marks the ends of stretches of work for callgrind, which counts from outside, and keeps their labels."""

    def __init__(self) -> None:
        self.labels: list[str] = []

    def ends(self, label: str) -> None:
        """End a stretch: the work since the last end was ``label``."""
        self.labels.append(label)
        os.getpriority(os.PRIO_PROCESS, 0)  # a call of the C library that nothing else makes: callgrind sees it


class Phases:
    """Ends a stretch where a watched function begins and where it returns; nested ones are not counted twice."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._open = [REST]

    def watch(self, label: str, place: str) -> None:
        """Watch a function, such as ``package.module:Class.method``."""
        module, _, path = place.partition(":")
        *owners, name = path.split(".")
        owner: Any = import_module(module)
        for part in owners:
            owner = getattr(owner, part)
        setattr(owner, name, self._watched(label, getattr(owner, name)))

    def _watched(self, label: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def watched(*arguments: Any, **named: Any) -> Any:
            self._counter.ends(self._open[-1])
            self._open.append(label)
            try:
                return function(*arguments, **named)
            finally:
                self._counter.ends(self._open.pop())

        return watched


def main(folder: str) -> None:
    """Answer, and write the outcome. What the handlers print goes to the error output."""
    replies = os.fdopen(os.dup(1), "w")
    sys.stdout = sys.stderr
    asked = json.loads(sys.stdin.readline())
    sys.path.insert(0, folder)
    counter = Counter()
    module, _, name = asked["handler"].rpartition(".")
    handle = getattr(import_module(module), name)
    answer = handle(asked["event"], Context())
    counter.ends("cold")
    modules = sorted(sys.modules)
    if asked["once_warm"]:
        _warm(handle, asked, counter)
    print(json.dumps({"answer": answer, "modules": modules, "labels": counter.labels}), file=replies, flush=True)


def _warm(handle: Callable[..., Any], asked: dict[str, Any], counter: Counter) -> None:
    for label, times in (("warming up", WARMING_UP), ("warm", asked["once_warm"])):
        for _ in range(times):
            handle(asked["event"], Context())
        counter.ends(label)
    phases = Phases(counter)
    for label, place in asked["phases"]:
        phases.watch(label, place)
    for _ in range(WITH_PHASES if asked["phases"] else 0):
        handle(asked["event"], Context())
        counter.ends(REST)


if __name__ == "__main__":
    main(sys.argv[1])
