"""One way through the tick: who is due is claimed, read in one query, planned once, composed, sent, and marked."""

from __future__ import annotations

from chalicelib.digest.tick import Tick
from chalicelib.records.interviews import Interviews
from chalicelib.records.item_keys import SHARDS
from chalicelib.records.owners import Owners
from tests.counting import plans_of
from tests.digest.given import MONDAY_8_AM, a_record, a_thanked, stored, stored_owner
from tests.digest.ses_stand_in import SesStandIn

DUE = 7


def test_each_open_record_of_a_digest_is_planned_once(
    tick: Tick, owners: Owners, interviews: Interviews, ses: SesStandIn, operations: list[str]
) -> None:
    owner = stored_owner(owners)
    for number in range(DUE):
        stored(interviews, owner, a_thanked(number) if number % 2 else a_record(number))
    operations.clear()

    plans = plans_of(lambda: tick.run(MONDAY_8_AM))

    assert plans == DUE
    assert len(ses.taken) == 1
    assert [one for one in operations if one != "Query"] == ["GetItem", "PutItem", "UpdateItem", "UpdateItem"]
    assert operations.count("Query") == SHARDS + 2  # the open records, and a new owner's latest digest
