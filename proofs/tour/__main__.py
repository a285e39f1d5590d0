"""``make tour``: record the product's answers INTO a folder (build/tour), and compare them AGAINST an earlier record.

ONLY=name plays only the scenarios whose names contain it, and does not check that everything was met.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

HASH_SEED = "PYTHONHASHSEED"
SUMS = "SHA256SUMS"


def main() -> int:
    """Exit code 0: everything was met, and nothing differs."""
    from proofs.tour.compare import compare
    from proofs.tour.play import play_all

    into = Path(os.environ.get("INTO") or "build/tour")
    begun, only = time.monotonic(), os.environ.get("ONLY", "")
    rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    steps, missing = play_all(into, only)
    size = _sum_up(into)
    print(f"{steps} steps, {size / 1e6:.1f} MB, {time.monotonic() - begun:.0f} s: {into}")
    for one in missing:
        print(f"Not met: {one}")
    against = os.environ.get("AGAINST")
    differing = compare(Path(against), into, only) if against else 0
    return 1 if differing or (missing and not only) else 0


def _sum_up(folder: Path) -> int:
    files = sorted(folder.glob("*.txt"))
    sums = (f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    (folder / SUMS).write_text("".join(sums))
    return sum(file.stat().st_size for file in files)


if __name__ == "__main__":
    if os.environ.get(HASH_SEED) != "0" or os.environ.get("TZ") != "UTC":
        environment = os.environ | {HASH_SEED: "0", "TZ": "UTC"}
        sys.exit(subprocess.run([sys.executable, "-m", "proofs.tour"], env=environment, check=False).returncode)
    sys.exit(main())
