"""Count a tick's DynamoDB requests and units, by the numbers of owners and of those who are due."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chalicelib.records.item_keys import PROFILE, SHARDS
from proofs.bench.figure import Figure, Measurement, gated
from proofs.bench.ticking_table import DigestStage, first_items, read_units, stage, write_units
from tests.records.given import OWNER

OWNERS = (1, 1_000, 100_000)
DUE = (0, 1, 10)
FOR_ONE = 5  # requests: the owner, the claim, the open records, the mark, and the owner's next day

Say = Callable[[str], None]


def take(say: Say) -> list[Figure]:
    """The figures of each number of owners, and of those who are due."""
    with stage() as there:
        owner, record, _ = first_items(there)
        due, records = (
            there.copies(item, "owner_id", "due-{}", shards) for item, shards in ((owner, SHARDS), (record, 0))
        )
        there.tick()
        later = there.copies(there.item(OWNER.id, PROFILE), "owner_id", "later-{}", SHARDS)
        there.remove(OWNER.id, PROFILE)
        figures, stored = [], 0
        for count in OWNERS:
            say(f"{count:,} owners ...")
            served = range(min(count, max(DUE)))
            due.put(served)
            records.put(served)
            later.put(range(max(stored, len(served)), count))
            stored = count
            there.tick()
            figures += [*_with_owners(there, count)]
    return figures


def _with_owners(there: DigestStage, count: int) -> Iterator[Figure]:
    for due in (due for due in DUE if due <= count):
        for number in range(due):
            there.due_again(f"due-{number}")
        calls = there.tick()
        name = f"tick, {count:,} owners, {due} due"
        yield gated(f"{name}: asked", len(calls), "requests", SHARDS + FOR_ONE * due)
        yield Figure(f"{name}: read", read_units(calls), "units")
        yield Figure(f"{name}: written", write_units(calls), "units")


MEASUREMENT = Measurement("tick_owners", take)
