"""Runs handlers the way Lambda does: nothing but the standard library and the unpacked package is on the path.

A program of its own, started as ``python -I -S -B bare.py FOLDER``. Each line on its input is a request in JSON: a
``handler`` and an ``event`` for it, or ``code`` to run, whose ``answer`` is the answer. Each line on its output is a
reply.
"""

import json
import os
import sys
import traceback
from importlib import import_module
from typing import Any


class Context:
    """What Lambda hands over beside the event."""

    aws_request_id = "request-1"
    function_name = "bare"

    def get_remaining_time_in_millis(self) -> int:
        """As much as a function that has just begun."""
        return 120_000


def reply_to(request: dict[str, Any]) -> dict[str, Any]:
    """The answer, or what broke."""
    try:
        if "code" in request:
            names: dict[str, Any] = {}
            exec(request["code"], names)  # noqa: S102  # what the tests want to know of the inside
            return {"answer": names["answer"]}
        module, _, name = request["handler"].rpartition(".")
        return {"answer": getattr(import_module(module), name)(request["event"], Context())}
    except BaseException:
        return {"broke": traceback.format_exc()}


def main(folder: str) -> None:
    """Answer until the input ends. What the handlers print goes to the error output."""
    replies = os.fdopen(os.dup(1), "w")
    sys.stdout = sys.stderr
    sys.path.insert(0, folder)
    for line in sys.stdin:
        print(json.dumps(reply_to(json.loads(line))), file=replies, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
