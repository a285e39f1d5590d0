"""What a tick asks of DynamoDB, by the owners that there are and those of them who are due."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chalicelib.records.item_keys import PROFILE, SHARDS
from proofs.bench.figure import Figure, Measurement, gated
from proofs.bench.ticking_table import Stage, first_items, read_units, stage, write_units
from tests.records.given import OWNER

OWNERS = (1, 1_000, 100_000)
DUE = (0, 1, 10)
FOR_ONE = 5  # requests: the owner, the claim, the open records, the mark, and the owner's next day

Say = Callable[[str], None]


def take(say: Say) -> list[Figure]:
    """For each number of owners, and of those who are due."""
    with stage() as there:
        owner, record, _ = first_items(there)
        due, records = (
            there.copies(one, "owner_id", "due-{}", shards) for one, shards in ((owner, SHARDS), (record, 0))
        )
        there.tick()
        later = there.copies(there.item(OWNER.id, PROFILE), "owner_id", "later-{}", SHARDS)
        there.remove(OWNER.id, PROFILE)
        figures, stored = [], 0
        for many in OWNERS:
            say(f"{many:,} owners ...")
            served = range(min(many, max(DUE)))
            due.put(served)
            records.put(served)
            later.put(range(max(stored, len(served)), many))
            stored = many
            there.tick()
            figures += [*_with_owners(there, many)]
    return figures


def _with_owners(there: Stage, many: int) -> Iterator[Figure]:
    for due in (due for due in DUE if due <= many):
        for number in range(due):
            there.due_again(f"due-{number}")
        calls = there.tick()
        who = f"tick, {many:,} owners, {due} due"
        yield gated(f"{who}: asked", len(calls), "requests", SHARDS + FOR_ONE * due)
        yield Figure(f"{who}: read", read_units(calls), "units")
        yield Figure(f"{who}: written", write_units(calls), "units")


MEASUREMENT = Measurement("tick_owners", take)
