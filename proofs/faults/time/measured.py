"""``python -m proofs.faults.time.measured TABLE SIZE NUMBER …``: read each input of five doublings, for callgrind to
count. TABLE is ``parsers`` or ``routes``.

Run under ``proofs.bench.callgrind``: a stretch ends before and after every reading. Prints the labels of the stretches.
"""

from __future__ import annotations

import gc
import json
import sys

from proofs.bench.fresh import Counter
from proofs.faults.time.parsers import PARSERS, Parser, tried

DOUBLINGS = 5
PREPARING = ""


def sizes(limit: int, largest: int) -> list[int]:
    """The sizes of the inputs, each twice the one before."""
    smallest = min(limit, largest) >> DOUBLINGS
    return [smallest << doubled for doubled in range(DOUBLINGS + 1)]


def table(name: str) -> tuple[Parser, ...]:
    """All parsers, or all addresses with what they read."""
    if name == "parsers":
        return PARSERS
    from proofs.faults.time.routes import route_parsers  # the short run goes without them

    return route_parsers()


def main(name: str, largest: int, numbers: list[int]) -> None:
    """Read the inputs of these parsers, each once before it counts."""
    gc.disable()
    counter, readers = Counter(), table(name)
    output, sys.stdout = sys.stdout, sys.stderr  # an address may print
    for number in numbers:
        parser = readers[number]
        tried(parser, parser.make(sizes(parser.limit, largest)[0]))  # what is made once does not count
        for size in sizes(parser.limit, largest):
            given = parser.make(size)
            counter.ends(PREPARING)
            tried(parser, given)
            counter.ends(f"{number}")
    print(json.dumps(counter.labels), file=output)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), [int(number) for number in sys.argv[3:]])
