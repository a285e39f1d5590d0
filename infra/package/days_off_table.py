"""A trick in place of the ``holidays`` library: a table of days off, made from it. Every place that it knows, every day
of a century.

Knowing which regions there are makes the library import 300 modules. The table saves the first POST 376 million
instructions, and 2.7 MB of the zip (8 MB unpacked). It takes half a minute, so it is kept in ``.local`` under a name
that changes with the library and with the code.

If the library changes, the table is made anew; ``tests/package/test_days_off_table.py`` compares the two.
``TRICKS`` without ``days-off`` switches it off: the library is shipped, and asked as in a checkout.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib.metadata import version
from pathlib import Path

from chalicelib import days_off_by_custom, packaged_days_off, work_calendars
from chalicelib.packaged_days_off import FIRST, LAST, ROW_BYTES, SATURDAY
from infra.private_files import LOCAL, private_folder

PLACES_BETWEEN_WORDS = 100
KEPT = LOCAL / "days_off"
_MAKERS = tuple(
    Path(str(file))
    for file in (__file__, days_off_by_custom.__file__, packaged_days_off.__file__, work_calendars.__file__)
)


def write_table(code: Path, say: Callable[[str], None]) -> None:
    """Write the table where the code looks for it; it is made unless one of the same library and code is kept here."""
    kept = KEPT / f"{_name()}.bin"
    if not kept.exists():
        private_folder(KEPT)
        unfinished = kept.with_suffix(".new")
        unfinished.write_bytes(table(sorted(work_calendars.library_places()), say))
        unfinished.replace(kept)
    (code / packaged_days_off.FILE).write_bytes(kept.read_bytes())


def table(known: list[str], say: Callable[[str], None]) -> bytes:
    """The table of these places; a region's country has to be among them."""
    rows: dict[str, bytes] = {}
    with ProcessPoolExecutor() as processes:
        for place, days in zip(known, processes.map(row, known, chunksize=16), strict=True):
            rows[place] = days
            if len(rows) % PLACES_BETWEEN_WORDS == 0:
                say(f"    {len(rows)} of {len(known)} places")
    where: dict[str, tuple[int, int]] = {}
    packed = b""
    for place, days in rows.items():
        country, dash, _ = place.partition("-")
        told = zlib.compress(packaged_days_off.difference_of_rows(days, rows[country]) if dash else days, 9)
        where[place] = (len(packed), len(told))
        packed += told
    return json.dumps(where, separators=(",", ":")).encode() + b"\n" + packed


def row(place: str) -> bytes:
    """A bit for each day: set where the library does not say what Monday to Friday would."""
    is_working = work_calendars.working_days(place).is_working
    unusual = bytearray(ROW_BYTES)
    for number, ordinal in enumerate(range(FIRST.toordinal(), LAST.toordinal() + 1)):
        day = date.fromordinal(ordinal)
        if is_working(day) != (day.weekday() < SATURDAY):
            unusual[number >> 3] |= 1 << (number & 7)
    return bytes(unusual)


def _name() -> str:
    """Changes with whatever may change the table."""
    code = b"".join(file.read_bytes() for file in _MAKERS)
    return f"{version('holidays')}-{hashlib.sha256(code).hexdigest()[:12]}"
