"""``python -m proofs.faults.requests SEED LIFE [REQUEST]``: run one life again, and print its requests."""

from __future__ import annotations

import sys

from proofs.faults.requests.life import REQUESTS, events


def main(seed: int, number: int, last: int = REQUESTS) -> list[str]:
    """Print each request with its answer; return what is wrong."""
    found = []
    for place, (request, reply, violations) in enumerate(events(seed, number)):
        print(f"{place}: {request}\n    -> {reply and reply.status}", *violations, sep="\n    ")
        found += [f"{place}: {request} {said}" for said in violations]
        if place == last:
            if reply is not None:
                print(reply.text[:3000])
            break
    return found


if __name__ == "__main__":
    sys.exit("\n".join(main(*map(int, sys.argv[1:]))) or 0)
