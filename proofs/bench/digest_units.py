"""Count a digest's DynamoDB units by numbers of ended and open records, compared with a scan of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil

from chalicelib.records.item_keys import SHARDS
from proofs.bench.figure import Figure, Measurement, gated
from proofs.bench.item_size import size_of
from proofs.bench.loading import Copies
from proofs.bench.peers.scan import remind
from proofs.bench.ticking_table import EMPTY_QUERY, TABLE, DigestStage, first_items, read_units, stage, write_units
from tests.digest.given import SENDER, TUESDAY_8_AM
from tests.records.given import OWNER, Call, counted

ENDED = (100, 10_000, 100_000)
OPEN = (1, 10, 100)
BESIDE_THE_SCAN = 10  # open records
MOST_SCANNED = 10_000  # DynamoDB Local needs minutes for more; beyond it the scan's units are computed from the bytes
UNIT_BYTES = 4096
SPARE_UNITS = 2  # for the owner's own item, and for the query that found them due

Say = Callable[[str], None]


def take(say: Say) -> list[Figure]:
    """The figures of each number of ended and of open records."""
    with stage() as there:
        _, is_open, ended = first_items(there)
        more_open = there.copies(is_open, "item_id", "INTERVIEW#01K1S0M4{:018}")
        more_ended = there.copies(ended, "item_id", "INTERVIEW#01K1S0M5{:018}")
        figures, stored = [], 1
        for count in ENDED:
            say(f"{count:,} ended records ...")
            more_ended.put(range(stored, count))
            stored = count
            figures += [*_with_ended(there, count, more_open, count * size_of(ended))]
            more_open.remove(range(1, max(OPEN)))
    return [*figures, *_spreads(figures)]


def _with_ended(there: DigestStage, ended: int, more_open: Copies, table_bytes: int) -> Iterator[Figure]:
    for is_open in OPEN:
        more_open.put(range(1, is_open))
        there.due_again(OWNER.id)
        yield from _of_digest(there.tick(), f"{ended:,} ended, {is_open} open", is_open * size_of(more_open.original))
        if is_open == BESIDE_THE_SCAN:
            yield _scan(there, f"{ended:,} ended, {is_open} open", ended, table_bytes)


def _of_digest(calls: list[Call], records: str, open_bytes: int) -> Iterator[Figure]:
    """The figures of a tick without its queries of shards in which nobody is due: they are no part of a digest."""
    idle = SHARDS - 1
    units = read_units(calls) - idle * EMPTY_QUERY
    yield gated(f"digest, {records}: read", units, "units", ceil(open_bytes / UNIT_BYTES) + SPARE_UNITS)
    yield Figure(f"digest, {records}: written", write_units(calls), "units")
    yield Figure(f"digest, {records}: asked", len(calls) - idle, "requests")


def _scan(there: DigestStage, records: str, ended: int, table_bytes: int) -> Figure:
    name = f"digest, {records}: read"
    if ended > MOST_SCANNED:
        return Figure(name, table_bytes / UNIT_BYTES / 2, "units", peer="scan, reckoned")
    with counted(there.dynamodb) as calls:
        assert remind(there.dynamodb, there.ses, TABLE, SENDER, TUESDAY_8_AM.date()) == 1
    return Figure(name, read_units(calls), "units", peer="scan")


def _spreads(figures: list[Figure]) -> Iterator[Figure]:
    """How far the units differ between the numbers of ended records; the goal is not at all."""
    for is_open in OPEN:
        units = {figure.value for figure in figures if figure.goal is not None and f" {is_open} open" in figure.name}
        yield gated(f"digest, {is_open} open: difference by ended records", max(units) - min(units), "units", 0)


MEASUREMENT = Measurement("digest_units", take)
