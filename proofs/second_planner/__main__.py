"""``python -m proofs.second_planner``: compare the two planners on HISTORIES (1,000,000) of them, from SEED (1) on."""

from __future__ import annotations

import os
import sys

from proofs.second_planner.agreement import disagreement

_TOLD_EVERY = 50_000
_MOST_SHOWN = 5


def main() -> int:
    """Return exit code 0 if they agree on every history."""
    histories, seed = int(os.environ.get("HISTORIES", "1000000")), int(os.environ.get("SEED", "1"))
    found = 0
    for number in range(1, histories + 1):
        if said := disagreement(seed + number):
            found += 1
            print(said if found <= _MOST_SHOWN else ".", flush=True)
        if number % _TOLD_EVERY == 0:
            print(f"{number:,} histories, {found} disagreements", flush=True)
    print(f"{histories:,} histories from seed {seed}: {found} disagreements")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
